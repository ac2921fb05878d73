import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Refusal } from '../components/refusal.tsx';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { QueueBulkForm, type BulkChoice } from './queue-bulk-form.tsx';
import { QueueCard } from './queue-card.tsx';
import { wordsOf, type QueueItemShape } from './queue-item.ts';
import { Segmented } from '../components/segmented.tsx';

export const QUEUES = ['held', 'reported', 'appeals'] as const;

export interface QueueProps {
  context: PageContext;
  conference: ConferenceShape;
  kind: (typeof QUEUES)[number];
  items: QueueItemShape[];
  next: string | null;
  medianMinutes: number | null;
  isAlone: boolean;
  maySanction: boolean;
  bulk: BulkChoice;
  refusal: ProblemShape | null;
}

/**
 * `/organize/{conference}/queue`: what waits for moderators, the longest waiting first. Works by forms; a script adds
 * keys and updates.
 */
export function QueuePage({
  context,
  conference,
  kind,
  items,
  next,
  medianMinutes,
  isAlone,
  maySanction,
  bulk,
  refusal,
}: QueueProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}/queue`;
  const several = items.flatMap((item) => (item.mayDecide ? (wordsOf(item) ?? []) : []));
  return (
    <OrganizeShell context={context} part="moderation">
      <Segmented
        label={say('pages.queue.title')}
        segments={QUEUES.map((each) => ({
          href: `${here}?kind=${each}`,
          label: say(`pages.queue.kinds.${each}`),
          isChosen: each === kind,
        }))}
      />
      {refusal && <Refusal title={refusal.title} detail={refusal.detail} errors={refusal.errors} />}
      {medianMinutes !== null && <p class="help">{say('pages.queue.median', { minutes: medianMinutes })}</p>}
      {kind === 'appeals' && isAlone && (
        <p class="notice">
          {say('pages.queue.alone')}{' '}
          <a href={`/organize/${conference.slug}/team#invite`}>{say('pages.organize.invite')}</a>
        </p>
      )}
      <div id="queue" data-kind={kind}>
        {items.length === 0 && (
          <EmptyState action={<a href={`/organize/${conference.slug}`}>{say('pages.organize.title')}</a>}>
            {say('pages.queue.nothing')}
          </EmptyState>
        )}
        {items.map((item) => (
          <QueueCard
            key={item.appeal?.id ?? wordsOf(item)?.id}
            item={item}
            conference={conference}
            kind={kind}
            context={context}
            here={here}
            maySanction={maySanction}
          />
        ))}
      </div>
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}?kind=${kind}&cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
      {kind !== 'appeals' && several.length > 1 && (
        <QueueBulkForm
          words={several}
          typed={bulk}
          rules={conference.settings.rules}
          action={`${here}?kind=${kind}`}
          mayRelease={kind === 'held'}
          say={say}
        />
      )}
      {items.length > 0 && <p class="help keys">{say('pages.queue.keys')}</p>}
    </OrganizeShell>
  );
}

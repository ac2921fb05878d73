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
export function QueuePage(props: QueueProps) {
  const { context, conference, kind, items, next, medianMinutes, isAlone, refusal } = props;
  const { say } = context;
  const here = `/organize/${conference.slug}/queue`;
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
      <QueueCards {...props} here={here} />
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}?kind=${kind}&cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
      <Bulk {...props} here={here} />
      {items.length > 0 && <p class="help keys">{say('pages.queue.keys')}</p>}
    </OrganizeShell>
  );
}

const QueueCards = ({ items, conference, kind, context, here, maySanction }: QueueProps & { here: string }) => (
  <div id="queue" data-kind={kind}>
    {items.length === 0 && (
      <EmptyState action={<a href={`/organize/${conference.slug}`}>{context.say('pages.organize.title')}</a>}>
        {context.say('pages.queue.nothing')}
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
);

/** The form that decides about several at once; nothing for appeals, and for a single one. */
function Bulk({ items, kind, bulk, conference, context: { say }, here }: QueueProps & { here: string }) {
  const several = items.flatMap((item) => (item.mayDecide ? (wordsOf(item) ?? []) : []));
  if (kind === 'appeals' || several.length <= 1) return null;
  return (
    <QueueBulkForm
      words={several}
      typed={bulk}
      rules={conference.settings.rules}
      action={`${here}?kind=${kind}`}
      mayRelease={kind === 'held'}
      say={say}
    />
  );
}

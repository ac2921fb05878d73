import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Refusal } from '../components/refusal.tsx';
import { plainText } from '../components/plain-text.ts';
import type { ConferenceShape, ProblemShape } from '../components/shapes.ts';
import { RuleChoice } from './rule-choice.tsx';
import { QueueCard } from './queue-card.tsx';
import { wordsOf, type QueueItemShape } from './queue-item.ts';
import { Segmented } from '../components/segmented.tsx';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';

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
  refusal,
}: QueueProps) {
  const { say } = context;
  const here = `/organize/${conference.slug}/queue`;
  const bulk = items.flatMap((item) => (item.mayDecide ? (wordsOf(item) ?? []) : []));
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
      {kind !== 'appeals' && bulk.length > 1 && (
        <form method="post" action={`${here}?kind=${kind}`} class="card" id="bulk">
          <h2>{say('pages.queue.bulk')}</h2>
          {bulk.map(({ id, choice, html }) => (
            <label key={id}>
              <input type="checkbox" name="ids" value={choice} /> <span dir="auto">{excerpt(html)}</span>
            </label>
          ))}
          <p>
            <RuleChoice rules={conference.settings.rules} say={say} id="bulk-rule" />
          </p>
          <Field id="bulk-reason" name="reason" label={say('pages.moderation.reason')} maxlength={1000} />
          <Button name="act" value="withhold">
            {say('pages.organize.withhold')}
          </Button>{' '}
          {kind === 'held' && (
            <Button name="act" value="release">
              {say('pages.organize.release')}
            </Button>
          )}
        </form>
      )}
      {items.length > 0 && <p class="help keys">{say('pages.queue.keys')}</p>}
    </OrganizeShell>
  );
}

const excerpt = (html: string): string => plainText(html, 60);

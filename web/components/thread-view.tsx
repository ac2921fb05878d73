import { useContext } from 'preact/hooks';
import { Branch, isIn } from './comment-branch.tsx';
import { CommentForm } from './comment-form.tsx';
import { Clock, Moment } from './date-time.tsx';
import type { Outgoing } from './pending-comment.ts';
import { QuestionsNow } from './questions-section.tsx';
import type { Reading } from './comment-list.ts';
import { Scene } from './locale-context.ts';
import type { Comment } from './shapes.ts';
import type { Aside, Draft, ThreadActions, ThreadProps } from './thread-props.ts';

interface Shown {
  props: ThreadProps;
  reading: Reading;
  draft: Draft;
  actions: ThreadActions | null;
  readers?: number;
  aside?: Aside | null;
}

/** The live part of a thread's page: rendered on the server, taken over by the script, the same in both. */
export function ThreadView({ props, reading, draft, actions, readers = 0, aside = null }: Shown) {
  const { say } = useContext(Scene);
  const comments = reading.comments();
  const waiting = reading.waiting().length;
  if (props.embedded === 'questions')
    return (
      <div class="thread">
        <QuestionsNow props={props} reading={reading} />
        <CommentForm props={props} draft={draft} actions={actions} replied={null} />
      </div>
    );
  const placed = [...comments, ...comments.flatMap(({ id }) => reading.replies(id))];
  const replied = placed.find(({ id }) => id === draft.replyTo) ?? null;
  // With a script one answers where one reads; without, at the end.
  const form = { props, draft, actions, replied };
  const isAnswering = aside !== null && replied !== null && draft.step === 'write';
  const waits = <Waiting count={waiting} reading={reading} here={props.here} actions={actions} />;
  return (
    <div class="thread">
      <QuestionsNow props={props} reading={reading} />
      <div class="bar">
        <h2>{say('pages.thread.count', { count: props.thread.counts.comments })}</h2>
        {!props.embedded && <Sorts {...props} />}
        {actions && readers > 1 && <span class="readers">{say('pages.thread.readers', { count: readers })}</span>}
        {actions && aside && (
          <details class="reading" id="reading" open={aside.isOpen} onToggle={actions.panel}>
            <summary>{say('pages.reading.title')}</summary>
            {aside.Panel && <aside.Panel aside={aside} actions={actions} />}
          </details>
        )}
      </div>
      {aside && (
        <p class="heard" role="status">
          {aside.heard || null}
        </p>
      )}
      {aside?.habits.calm && <p class="notice">{say('pages.reading.isCalm')}</p>}
      {aside?.lostSince && (
        <p class="lost" role="status">
          {say('pages.reading.lost')} <Clock at={aside.lostSince} />. {say('pages.reading.lostKeeps')}
        </p>
      )}
      {props.thread.slowMode && (
        <p class="notice">
          {say('pages.thread.slowMode', {
            seconds: props.thread.slowMode.interval,
            reason: props.thread.slowMode.reason,
          })}
          {props.thread.slowMode.until && (
            <>
              {' '}
              {say('pages.thread.slowUntil')} <Moment at={props.thread.slowMode.until} zone />
            </>
          )}
        </p>
      )}
      {comments.length === 0 && <p class="empty">{say('pages.thread.empty')}</p>}
      {props.sort === 'newest' && waits}
      <ol class="comments">
        {comments.map((comment) => (
          <Branch
            key={comment.id}
            comment={comment}
            replies={reading.replies(comment.id)}
            hidden={reading.hiddenReplies(comment)}
            props={props}
            actions={actions}
            form={isAnswering && isIn(comment, replied) ? form : null}
            sleeps={actions !== null && aside === null}
          />
        ))}
      </ol>
      {reading.next && (
        <p>
          <a
            class="more"
            rel="next"
            href={`${props.here}?${new URLSearchParams({ sort: props.sort, cursor: reading.next }).toString()}`}
            onClick={actions?.more}
          >
            {say('pages.thread.more')}
          </a>
        </p>
      )}
      {comments.length > 0 && !reading.next && waiting === 0 && <p class="end help">{say('pages.thread.end')}</p>}
      {props.sort !== 'newest' && waits}
      {aside && <Outbox items={aside.outgoing} actions={actions} />}
      <Own held={props.mine?.held ?? []} />
      {!isAnswering && <CommentForm {...form} />}
    </div>
  );
}

/** What one said and the server has not confirmed: on its way, or waiting to be sent again. */
function Outbox({ items, actions }: { items: readonly Outgoing[]; actions: ThreadActions | null }) {
  const { say } = useContext(Scene);
  const unseen = items.filter(({ state }) => state !== 'arrived');
  if (unseen.length === 0) return null;
  return (
    <ol class="comments outbox">
      {unseen.map((item) => (
        <li key={item.key}>
          <article class="comment pending" aria-label={say('pages.reading.yours')}>
            <p class="plain" dir="auto">
              {item.comment.body}
            </p>
            <p class="help" role="status">
              {say(`pages.reading.${item.state}`)}
            </p>
            {item.state === 'failed' && (
              <p class="acts">
                <button type="button" onClick={actions?.again(item)}>
                  {say('pages.reading.again')}
                </button>{' '}
                <button type="button" class="link" onClick={actions?.takeBack(item)}>
                  {say('pages.reading.takeBack')}
                </button>
              </p>
            )}
          </article>
        </li>
      ))}
    </ol>
  );
}

function Sorts({ here, sort }: ThreadProps) {
  const { say } = useContext(Scene);
  return (
    <nav class="sorts" aria-label={say('pages.thread.sortBy')}>
      {(['oldest', 'newest', 'top'] as const).map((each) => (
        <a
          key={each}
          href={each === 'oldest' ? here : `${here}?sort=${each}`}
          aria-current={each === sort ? 'true' : undefined}
        >
          {say(`pages.thread.orders.${each}`)}
        </a>
      ))}
    </nav>
  );
}

/**
 * New comments wait here until the reader wants them: nothing jumps. Who listens to the page hears of them in
 * summaries.
 */
function Waiting({
  count,
  reading,
  here,
  actions,
}: {
  count: number;
  reading: Reading;
  here: string;
  actions: ThreadActions | null;
}) {
  const { say } = useContext(Scene);
  return (
    <p class="waiting">
      {count > 0 &&
        (reading.canAppend ? (
          <button type="button" onClick={actions?.reveal}>
            {say('pages.thread.new', { count })}
          </button>
        ) : (
          <a href={`${here}?sort=newest`}>{say('pages.thread.new', { count })}</a>
        ))}
    </p>
  );
}

/** What the reader wrote and nobody else sees yet. */
function Own({ held }: { held: Comment[] }) {
  const { say } = useContext(Scene);
  if (held.length === 0) return null;
  return (
    <section class="own" id="own">
      <h3>{say('pages.thread.held')}</h3>
      {held.map((comment) => (
        <article key={comment.id} class="comment held">
          <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
        </article>
      ))}
    </section>
  );
}

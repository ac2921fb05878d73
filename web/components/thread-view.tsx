import { useContext } from 'preact/hooks';
import { CommentBranch, isIn } from './comment-branch.tsx';
import { ClosedNotice, CommentForm } from './comment-form.tsx';
import type { CommentList } from './comment-list.ts';
import { contributionsIn } from './contributions.ts';
import { DateTime, ReaderTimeOfDay } from './date-time.tsx';
import { LocaleContext } from './locale-context.ts';
import { OwnHeldComments } from './own-comments.tsx';
import { OutgoingCommentList } from './outgoing-comment-list.tsx';
import { QuestionsSection } from './questions-section.tsx';
import type { ClientState, Draft, ThreadActions, ThreadProps } from './thread-props.ts';

interface ThreadViewProps {
  props: ThreadProps;
  commentList: CommentList;
  draft: Draft;
  actions: ThreadActions | null;
  readers?: number;
  client?: ClientState | null;
}

/** The live part of a thread's page, rendered by the server and taken over by the script. */
export function ThreadView({ props, commentList, draft, actions, readers = 0, client = null }: ThreadViewProps) {
  const { say } = useContext(LocaleContext);
  const comments = commentList.comments();
  const waiting = commentList.waiting().length;
  if (props.embedded === 'questions')
    return (
      <div class="thread">
        <QuestionsSection props={props} reading={commentList} />
        <CommentForm props={props} draft={draft} actions={actions} replied={null} />
      </div>
    );
  const placed = [...comments, ...comments.flatMap(({ id }) => commentList.replies(id))];
  const replied = placed.find(({ id }) => id === draft.replyTo) ?? null;
  // With a script the form is at the comment that is replied to; without, at the end.
  const form = { props, draft, actions, replied };
  const isAnswering = client !== null && replied !== null && draft.step === 'write';
  const waits = <Waiting count={waiting} commentList={commentList} here={props.here} actions={actions} />;
  return (
    <div class="thread">
      {props.thread.state === 'locked' && <ClosedNotice props={props} />}
      <QuestionsSection props={props} reading={commentList} />
      <div class="bar" id="discussion">
        <h2>{say('pages.thread.count', { count: contributionsIn(props.thread) })}</h2>
        {!props.embedded && <SortLinks {...props} />}
        {actions && readers > 1 && <span class="readers">{say('pages.thread.readers', { count: readers })}</span>}
        {actions && client && (
          <details class="reading" id="reading" open={client.isOpen} onToggle={actions.panel}>
            <summary>{say('pages.reading.title')}</summary>
            {client.Panel && <client.Panel client={client} actions={actions} />}
          </details>
        )}
      </div>
      {client && (
        <p class="heard" role="status">
          {client.announced || null}
        </p>
      )}
      {client?.settings.calm && <p class="notice">{say('pages.reading.isCalm')}</p>}
      {client?.lostSince && (
        <p class="lost" role="status">
          {say('pages.reading.lost')} <ReaderTimeOfDay at={client.lostSince} />. {say('pages.reading.lostKeeps')}
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
              {say('pages.thread.slowUntil')} <DateTime at={props.thread.slowMode.until} zone />
            </>
          )}
        </p>
      )}
      {comments.length === 0 && <p class="empty">{say('pages.thread.empty')}</p>}
      {props.sort === 'newest' && waits}
      <ol class="comments">
        {comments.map((comment) => (
          <CommentBranch
            key={comment.id}
            comment={comment}
            replies={commentList.replies(comment.id)}
            hidden={commentList.hiddenReplies(comment)}
            props={props}
            actions={actions}
            form={isAnswering && isIn(comment, replied) ? form : null}
            isDeferred={actions !== null && client === null}
          />
        ))}
      </ol>
      {commentList.next && (
        <p>
          <a
            class="more"
            rel="next"
            href={`${props.here}?sort=${props.sort}&cursor=${encodeURIComponent(commentList.next)}#discussion`}
            onClick={actions?.more}
          >
            {say('pages.thread.more')}
          </a>
        </p>
      )}
      {comments.length > 0 && !props.branch && !commentList.next && waiting === 0 && (
        <p class="end help">{say('pages.thread.end')}</p>
      )}
      {props.sort !== 'newest' && waits}
      {client && <OutgoingCommentList items={client.outgoing} actions={actions} />}
      <OwnHeldComments props={props} actions={actions} />
      {!isAnswering && <CommentForm {...form} />}
    </div>
  );
}

function SortLinks({ here, sort }: ThreadProps) {
  const { say } = useContext(LocaleContext);
  return (
    <nav class="sorts" aria-label={say('pages.thread.sortBy')}>
      {(['oldest', 'newest', 'top'] as const).map((each) => (
        <a
          key={each}
          href={`${here}${each === 'oldest' ? '' : `?sort=${each}`}#discussion`}
          aria-current={each === sort ? 'true' : undefined}
        >
          {say(`pages.thread.orders.${each}`)}
        </a>
      ))}
    </nav>
  );
}

interface WaitingProps {
  count: number;
  commentList: CommentList;
  here: string;
  actions: ThreadActions | null;
}

/** New comments wait here until the reader asks for them. Screen readers get summaries. */
function Waiting({ count, commentList, here, actions }: WaitingProps) {
  const { say } = useContext(LocaleContext);
  return (
    <p class="waiting">
      {count > 0 &&
        (commentList.canAppend ? (
          <button type="button" onClick={actions?.reveal}>
            {say('pages.thread.new', { count })}
          </button>
        ) : (
          <a href={`${here}?sort=newest#discussion`}>{say('pages.thread.new', { count })}</a>
        ))}
    </p>
  );
}

import { useContext } from 'preact/hooks';
import { AskBar } from './ask-bar.tsx';
import { CommentBranch, isIn } from './comment-branch.tsx';
import { CommentForm } from './comment-form.tsx';
import type { CommentList } from './comment-list.ts';
import { ReaderTimeOfDay } from './date-time.tsx';
import { DiscussionBar } from './discussion-bar.tsx';
import { EmptyState } from './empty-state.tsx';
import { LocaleContext } from './locale-context.ts';
import { OwnHeldComments } from './own-comments.tsx';
import { OutgoingCommentList } from './outgoing-comment-list.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { StateBanner } from './state-banner.tsx';
import type { FormProps } from './comment-form-props.ts';
import type { CommentShape } from './shapes.ts';
import type { ClientState, Draft, ThreadActions, ThreadProps } from './thread-props.ts';

interface ThreadViewProps {
  props: ThreadProps;
  commentList: CommentList;
  draft: Draft;
  actions: ThreadActions | null;
  client?: ClientState | null;
}

/** The live part of a thread's page, rendered by the server and taken over by the script. */
export const ThreadView = (view: ThreadViewProps) =>
  view.props.embedded === 'questions' ? <EmbeddedQuestions {...view} /> : <Discussion {...view} />;

const EmbeddedQuestions = ({ props, commentList, draft, actions, client }: ThreadViewProps) => (
  <div class="thread">
    <StateBanner {...props} />
    <QuestionsSection props={props} reading={commentList} actions={actions} form={null} />
    <CommentForm props={props} draft={draft} actions={actions} replied={null} isScripted={Boolean(client)} />
  </div>
);

function Discussion({ props, commentList, draft, actions, client = null }: ThreadViewProps) {
  const comments = commentList.comments();
  const replied = repliedIn(comments, commentList, draft);
  // With a script the form is at the comment that is answered or edited; without, above the discussion.
  const form = { props, draft, actions, replied, isScripted: client !== null };
  const isAnswering = client !== null && replied !== null && draft.step === 'write';
  const isWithQuestions = !isAnswering && (draft.isAsking || props.thread.state === 'questions');
  return (
    <div class="thread">
      {props.embedded && <StateBanner {...props} />}
      <QuestionsSection
        props={props}
        reading={commentList}
        actions={actions}
        form={isWithQuestions ? <CommentForm {...form} /> : null}
      />
      <DiscussionBar props={props} actions={actions} client={client} />
      {client && <ClientNotices {...client} />}
      {!isAnswering && !isWithQuestions && <CommentForm {...form} />}
      <OwnHeldComments props={props} actions={actions} />
      {client && <OutgoingCommentList items={client.outgoing} actions={actions} />}
      <Comments
        comments={comments}
        commentList={commentList}
        props={props}
        actions={actions}
        formAt={(comment) => (isAnswering && isIn(comment, replied) ? form : null)}
        isDeferred={actions !== null && client === null}
      />
      {!props.embedded && <AskBar props={props} actions={actions} />}
    </div>
  );
}

/** The comment that is answered or edited; null while a new one is written. */
function repliedIn(comments: CommentShape[], commentList: CommentList, draft: Draft): CommentShape | null {
  const at = draft.editing ?? draft.replyTo;
  const placed = [...comments, ...comments.flatMap(({ id }) => commentList.replies(id))];
  return placed.find(({ id }) => id === at) ?? null;
}

/** Draws what a screen reader hears, that nothing moves, and since when the connection is lost. */
function ClientNotices({ announced, settings, lostSince }: ClientState) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <p class="heard" role="status">
        {announced || null}
      </p>
      {settings.calm && <p class="notice">{say('pages.reading.isCalm')}</p>}
      {lostSince && (
        <p class="lost" role="status">
          {say('pages.reading.lost')} <ReaderTimeOfDay at={lostSince} />. {say('pages.reading.lostKeeps')}
        </p>
      )}
    </>
  );
}

interface CommentsProps {
  comments: CommentShape[];
  commentList: CommentList;
  props: ThreadProps;
  actions: ThreadActions | null;
  /** The form that stands at a comment's branch; null elsewhere. */
  formAt: (comment: CommentShape) => FormProps | null;
  isDeferred: boolean;
}

/** The comments in the reader's order; where new ones wait, and the way to more. */
function Comments({ comments, commentList, props, actions, formAt, isDeferred }: CommentsProps) {
  const { say } = useContext(LocaleContext);
  const { sort, here } = props;
  const { next } = commentList;
  const waiting = commentList.waiting().length;
  const waits = <Waiting count={waiting} commentList={commentList} here={here} actions={actions} />;
  return (
    <>
      {comments.length === 0 && <EmptyState>{say('pages.thread.empty')}</EmptyState>}
      {sort === 'newest' && waits}
      <ol class="comments">
        {comments.map((comment) => (
          <CommentBranch
            key={comment.id}
            comment={comment}
            replies={commentList.replies(comment.id)}
            hidden={commentList.hiddenReplies(comment)}
            props={props}
            actions={actions}
            form={formAt(comment)}
            isDeferred={isDeferred}
          />
        ))}
      </ol>
      {next && (
        <p>
          <a
            class="more button"
            rel="next"
            href={`${here}?sort=${sort}&cursor=${encodeURIComponent(next)}#discussion`}
            onClick={actions?.more}
          >
            {say('pages.thread.more')}
          </a>
        </p>
      )}
      {comments.length > 0 && !props.branch && !next && waiting === 0 && <p class="end">{say('pages.thread.end')}</p>}
      {sort !== 'newest' && waits}
    </>
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

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
import type { ClientState, Draft, ThreadActions, ThreadProps } from './thread-props.ts';

interface ThreadViewProps {
  props: ThreadProps;
  commentList: CommentList;
  draft: Draft;
  actions: ThreadActions | null;
  client?: ClientState | null;
}

/** The live part of a thread's page, rendered by the server and taken over by the script. */
export function ThreadView({ props, commentList, draft, actions, client = null }: ThreadViewProps) {
  const { say } = useContext(LocaleContext);
  const comments = commentList.comments();
  const waiting = commentList.waiting().length;
  if (props.embedded === 'questions')
    return (
      <div class="thread">
        <StateBanner {...props} />
        <QuestionsSection props={props} reading={commentList} actions={actions} form={null} />
        <CommentForm props={props} draft={draft} actions={actions} replied={null} isScripted={client !== null} />
      </div>
    );
  const placed = [...comments, ...comments.flatMap(({ id }) => commentList.replies(id))];
  const at = draft.editing ?? draft.replyTo;
  const replied = placed.find(({ id }) => id === at) ?? null;
  // With a script the form is at the comment that is answered or edited; without, above the discussion.
  const form = { props, draft, actions, replied, isScripted: client !== null };
  const isAnswering = client !== null && replied !== null && draft.step === 'write';
  const isWithQuestions = !isAnswering && (draft.isAsking || props.thread.state === 'questions');
  const waits = <Waiting count={waiting} commentList={commentList} here={props.here} actions={actions} />;
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
      {!isAnswering && !isWithQuestions && <CommentForm {...form} />}
      <OwnHeldComments props={props} actions={actions} />
      {client && <OutgoingCommentList items={client.outgoing} actions={actions} />}
      {comments.length === 0 && <EmptyState>{say('pages.thread.empty')}</EmptyState>}
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
            class="more button"
            rel="next"
            href={`${props.here}?sort=${props.sort}&cursor=${encodeURIComponent(commentList.next)}#discussion`}
            onClick={actions?.more}
          >
            {say('pages.thread.more')}
          </a>
        </p>
      )}
      {comments.length > 0 && !props.branch && !commentList.next && waiting === 0 && (
        <p class="end">{say('pages.thread.end')}</p>
      )}
      {props.sort !== 'newest' && waits}
      {!props.embedded && <AskBar props={props} actions={actions} />}
    </div>
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

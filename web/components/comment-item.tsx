import { useContext } from 'preact/hooks';
import { authorName } from './author-name.ts';
import { languageOf } from './comment-language.ts';
import { DateTime } from './date-time.tsx';
import { LocaleContext, type LocaleSettings } from './locale-context.ts';
import { EditLink, PageOfForm, WithdrawButton } from './own-comments.tsx';
import type { CommentShape } from './shapes.ts';
import { withQuery, type ThreadActions, type ThreadProps } from './thread-props.ts';

interface CommentItemProps {
  comment: CommentShape;
  props: ThreadProps;
  actions: ThreadActions | null;
  answered?: CommentShape | null;
}

/** A comment: author, time, words, and what this reader may do with it. A tombstone keeps its place and its replies. */
export function CommentItem({ comment, props, actions, answered = null }: CommentItemProps) {
  const { say, locale } = useContext(LocaleContext);
  const isVisible = comment.state === 'visible';
  const language = isVisible ? languageOf(comment) : null;
  const placeOf = props.placeOf ?? ((id: string): string => `${props.here}?comment=${id}#c-${id}`);
  return (
    <article
      class={`comment ${comment.state}`}
      id={`c-${comment.id}`}
      tabindex={-1}
      data-changed={comment.changedSeq ?? ''}
      aria-label={nameOf(comment, say) ?? say('pages.thread.nobody')}
    >
      <header>
        {isVisible && comment.author && (
          <img src={comment.author.avatarUrl} alt="" width="32" height="32" loading="lazy" />
        )}
        <b class="author" dir="auto">
          {nameOf(comment, say) ?? say('pages.thread.nobody')}
        </b>
        {nameOf(comment, say) !== null &&
          comment.author?.roles.map((role) => (
            <span key={role} class="badge">
              {say(`pages.role.${role}`)}
            </span>
          ))}
        {isVisible && comment.kind !== 'comment' && <CommentKind comment={comment} placeOf={placeOf} />}
        {answered && <span class="answers">{say('pages.thread.answers', { name: authorName(answered, say) })}</span>}
        <a class="when" href={placeOf(comment.id)}>
          <DateTime at={comment.createdAt} />
        </a>
        {comment.editedAt && <span class="edited">{say('pages.thread.edited')}</span>}
      </header>
      {isVisible ? (
        <div
          class="words"
          dir="auto"
          lang={language !== null && language !== locale ? language : undefined}
          dangerouslySetInnerHTML={{ __html: comment.html }}
        />
      ) : (
        <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>
      )}
      {isVisible && <CommentActions comment={comment} props={props} actions={actions} />}
    </article>
  );
}

/** The author of a withdrawn or withheld comment is not named. */
const nameOf = (comment: CommentShape, say: LocaleSettings['say']): string | null =>
  comment.state === 'visible' || comment.state === 'held' ? authorName(comment, say) : null;

function CommentKind({
  comment: { kind, question },
  placeOf,
}: {
  comment: CommentShape;
  placeOf: (id: string) => string;
}) {
  const { say } = useContext(LocaleContext);
  if (kind === 'answer') return <span class="badge answer">{say('pages.thread.answerBadge')}</span>;
  const target = question?.mergedInto ?? question?.answerId;
  const text = say(`pages.thread.question.${question?.status ?? 'open'}`);
  return (
    <>
      <span class={`badge question ${question?.status ?? ''}`}>
        {target ? <a href={placeOf(target)}>{text}</a> : text}
      </span>
      {question?.reason && (
        <span class="answers" dir="auto">
          {question.reason}
        </span>
      )}
      {question?.noteWithheld && <span class="answers">{say('pages.thread.noteWithheld')}</span>}
    </>
  );
}

function CommentActions({ comment, props, actions }: CommentItemProps) {
  const { say } = useContext(LocaleContext);
  const { mine, here } = props;
  const mayWithdraw = mine?.may.withdraw.includes(comment.id) ?? false;
  const isOpen = props.thread.state === 'open' || props.thread.state === 'questions';
  return (
    <div class="acts">
      <VoteButton comment={comment} props={props} actions={actions} />
      {isOpen && props.thread.state === 'open' && (
        <a class="reply" href={`${withQuery(props, `reply=${comment.id}`)}#write`} onClick={actions?.reply(comment.id)}>
          {say('pages.thread.reply')}
        </a>
      )}
      {isOpen && props.thread.state === 'open' && (
        <a
          class="quote"
          href={`${withQuery(props, `reply=${comment.id}&quote=yes`)}#write`}
          onClick={actions?.quote(comment)}
        >
          {say('pages.reading.quote')}
        </a>
      )}
      {!props.placeOf && (
        <a class="share" href={`${here}?comment=${comment.id}#c-${comment.id}`} onClick={actions?.share(comment)}>
          {say('pages.reading.share')}
        </a>
      )}
      <EditLink comment={comment} props={props} actions={actions} />
      {isOpen &&
        comment.parentId === null &&
        (mayWithdraw || mine?.may.desk) &&
        (comment.kind === 'comment' || comment.question?.status === 'open') && (
          <form method="post" action={`${here}/kinds`}>
            <input type="hidden" name="commentId" value={comment.id} />
            <input type="hidden" name="revision" value={comment.revision} />
            <input type="hidden" name="kind" value={comment.kind === 'comment' ? 'question' : 'comment'} />
            <PageOfForm at={props.at} />
            <button class="link">
              {say(comment.kind === 'comment' ? 'pages.thread.makeQuestion' : 'pages.thread.makeComment')}
            </button>
          </form>
        )}
      {!mayWithdraw && !props.placeOf && (
        <a class="report" href={`/comments/${comment.id}/report`} rel="nofollow">
          {say('pages.report.link')}
        </a>
      )}
      <WithdrawButton comment={comment} props={props} actions={actions} />
    </div>
  );
}

/** The count is for all readers; the button for those who are signed in, and never for their own comments. */
function VoteButton({ comment, props, actions }: CommentItemProps) {
  const { say } = useContext(LocaleContext);
  const { mine, here, thread } = props;
  const count = <span class="votes">{say('pages.thread.votes', { count: comment.votes })}</span>;
  if (!mine || mine.may.withdraw.includes(comment.id) || (thread.state !== 'open' && thread.state !== 'questions'))
    return comment.votes > 0 ? count : null;
  const voted = mine.votes.includes(comment.id);
  return (
    <form method="post" action={`${here}/votes`} onSubmit={actions?.vote(comment.id, !voted)}>
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="vote" value={voted ? 'off' : 'on'} />
      <PageOfForm at={props.at} />
      <button class="link" aria-pressed={voted ? 'true' : 'false'}>
        {say('pages.thread.vote')}
      </button>
      {comment.votes > 0 && count}
    </form>
  );
}

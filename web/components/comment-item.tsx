import { useContext } from 'preact/hooks';
import { authorName } from './author-name.ts';
import { Avatar } from './avatar.tsx';
import { languageOf } from './comment-language.ts';
import { DateTime } from './date-time.tsx';
import { LocaleContext, type LocaleSettings } from './locale-context.ts';
import { CommentMenu } from './comment-menu.tsx';
import { VoteButton } from './vote-button.tsx';
import type { CommentShape } from './shapes.ts';
import { withQuery, type ThreadActions, type ThreadProps } from './thread-props.ts';
import { Chip, CHIP_OF_STATUS } from './chip.tsx';

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
  const name = nameOf(comment, say);
  const isSpeaker = isVisible && (comment.kind === 'answer' || (comment.author?.roles.includes('speaker') ?? false));
  return (
    <article
      class={`comment ${comment.state}${isSpeaker ? ' by-speaker' : ''}`}
      id={`c-${comment.id}`}
      tabindex={-1}
      data-changed={comment.changedSeq ?? ''}
      aria-label={name ?? say('pages.thread.hiddenAuthor')}
    >
      <Avatar author={name === null ? null : comment.author} />
      <CommentHead comment={comment} name={name} placeOf={placeOf} answered={answered} />
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
  if (kind === 'answer') return <Chip kind="answered">{say('pages.thread.answerBadge')}</Chip>;
  const target = question?.mergedInto ?? question?.answerId;
  const status = question?.status ?? 'open';
  const text = say(`pages.thread.question.${status}`);
  return (
    <>
      <Chip kind={CHIP_OF_STATUS[status]}>{target ? <a href={placeOf(target)}>{text}</a> : text}</Chip>
      {question?.reason && (
        <span class="answers" dir="auto">
          {question.reason}
        </span>
      )}
      {question?.noteWithheld && <span class="answers">{say('pages.thread.noteWithheld')}</span>}
    </>
  );
}

/** Two acts in sight, and the others in a menu that also opens without a script. */
function CommentActions({ comment, props, actions }: CommentItemProps) {
  const { say } = useContext(LocaleContext);
  return (
    <div class="acts">
      <VoteButton comment={comment} props={props} actions={actions} />
      {props.thread.state === 'open' && (
        <a
          class="act reply"
          href={`${withQuery(props, `reply=${comment.id}`)}#write`}
          onClick={actions?.reply(comment.id)}
        >
          {say('pages.thread.reply')}
        </a>
      )}
      <CommentMenu comment={comment} props={props} actions={actions} />
    </div>
  );
}

interface CommentHeadProps {
  comment: CommentShape;
  /** Null for an author who is not named. */
  name: string | null;
  placeOf: (id: string) => string;
  answered: CommentShape | null;
}

function CommentHead({ comment, name, placeOf, answered }: CommentHeadProps) {
  const { say } = useContext(LocaleContext);
  return (
    <header>
      <b class="author" dir="auto">
        {name ?? say('pages.thread.hiddenAuthor')}
      </b>
      {name !== null &&
        comment.author?.roles.map((role) => (
          <Chip key={role} kind="role">
            {say(`pages.role.${role}`)}
          </Chip>
        ))}
      {comment.state === 'visible' && comment.kind !== 'comment' && <CommentKind comment={comment} placeOf={placeOf} />}
      {answered && <span class="answers">{say('pages.thread.answers', { name: authorName(answered, say) })}</span>}
      <a class="when" href={placeOf(comment.id)}>
        <DateTime at={comment.createdAt} />
      </a>
      {comment.editedAt && <span class="edited">{say('pages.thread.edited')}</span>}
    </header>
  );
}

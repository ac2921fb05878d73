import { Avatar } from '../components/avatar.tsx';
import { namedOr } from '../components/author-name.ts';
import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { CommentShape } from '../components/shapes.ts';

/** The parts of a recap, in order: the writer's words, and quotations with their places. */
export type RecapPartShape = { html: string } | { comment: CommentShape; path: string };

export function RecapParts({ parts }: { parts: RecapPartShape[] }) {
  return (
    <>
      {parts.map((part, i) =>
        'html' in part ? (
          <div key={i} class="words" dir="auto" dangerouslySetInnerHTML={{ __html: part.html }} />
        ) : (
          <Quotation key={i} {...part} />
        ),
      )}
    </>
  );
}

function Quotation({ comment, path }: { comment: CommentShape; path: string }) {
  const { say } = useContext(LocaleContext);
  if (comment.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>;
  return (
    <figure class="quotation">
      <blockquote cite={path} class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      <figcaption>
        {comment.author && <Avatar author={comment.author} />}
        <a href={path}>
          <b dir="auto">{namedOr(comment.author, say('pages.thread.anonymous'))}</b>
        </a>
        {comment.author?.roles.map((role) => (
          <span key={role} class="badge">
            {say(`pages.role.${role}`)}
          </span>
        ))}
        {comment.kind !== 'comment' && (
          <span class="badge">
            {say(
              comment.kind === 'answer'
                ? 'pages.thread.answerBadge'
                : `pages.thread.question.${comment.question?.status ?? 'open'}`,
            )}
          </span>
        )}
        <span class="when">
          <DateTime at={comment.createdAt} />
        </span>
      </figcaption>
    </figure>
  );
}

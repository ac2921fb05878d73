import { Avatar } from '../components/avatar.tsx';
import { namedOr } from '../components/author-name.ts';
import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { CommentShape } from '../components/shapes.ts';
import type { RecapTalkShape } from './recap-shapes.ts';
import { TalkCard } from './talk-card.tsx';

/** The parts of a recap, in order: the writer's words, quotations with their places, the talks it speaks of. */
export type RecapPartShape =
  | { html: string }
  | { comment: CommentShape; path: string }
  | { talk: RecapTalkShape; level: 2 | 3 | null };

/** The preview of a text while it is written; one that is too long to be saved is not drawn, which is said. */
export function RecapPreview({ parts, markdown }: { parts: RecapPartShape[]; markdown: string }) {
  const { say } = useContext(LocaleContext);
  const isUndrawn = parts.length === 0 && markdown.trim() !== '';
  return isUndrawn ? <p class="help">{say('pages.recap.tooLongToPreview')}</p> : <RecapParts parts={parts} />;
}

export function RecapParts({ parts }: { parts: RecapPartShape[] }) {
  return (
    <>
      {parts.map((part, i) => (
        <RecapPart key={i} part={part} />
      ))}
    </>
  );
}

function RecapPart({ part }: { part: RecapPartShape }) {
  if ('html' in part) return <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: part.html }} />;
  return 'talk' in part ? <TalkCard {...part} /> : <Quotation {...part} />;
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

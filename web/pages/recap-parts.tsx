import { Avatar } from '../components/avatar.tsx';
import { namedOr } from '../components/author-name.ts';
import { useContext } from 'preact/hooks';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { CommentShape } from '../components/shapes.ts';

/** The card of a talk of which a recap speaks. */
export interface TalkCardShape {
  id: string;
  title: string;
  speakers: string[];
  startsAt: string | null;
  room: string;
  path: string;
}

/** The parts of a recap, in order: the writer's words, quotations with their places, talks. */
export type RecapPartShape =
  | { html: string }
  | { comment: CommentShape; path: string }
  | { talk: TalkCardShape; level: 2 | 3 | null };

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
  return 'talk' in part ? <TalkOfRecap {...part} /> : <Quotation {...part} />;
}

function TalkOfRecap({ talk, level }: { talk: TalkCardShape; level: 2 | 3 | null }) {
  const Title = level === null ? 'p' : (`h${level}` as const);
  return (
    <div class="talk-of-recap">
      <Title>
        <a href={talk.path} dir="auto">
          {talk.title}
        </a>
      </Title>
      {talk.speakers.length > 0 && <p dir="auto">{talk.speakers.join(', ')}</p>}
      {talk.startsAt !== null && (
        <p class="when">
          <DateTime at={talk.startsAt} />
        </p>
      )}
    </div>
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

import { useContext } from 'preact/hooks';
import { Moment } from '../components/date-time.tsx';
import { Page, type Frame } from '../components/page.tsx';
import { Scene } from '../components/locale-context.ts';
import type { Comment } from '../components/shapes.ts';

/** What stands in a recap, in order: the writer's words, and quotations with their places. */
export type RecapPart = { html: string } | { comment: Comment; path: string };

export interface RecapProps {
  frame: Frame;
  title: string;
  language: string;
  here: string;
  discussion: string;
  parts: RecapPart[];
  savedAt: string | null;
  isWriter: boolean;
  /** The whole as clean HTML, for a page of one's own. */
  html: string | null;
}

/** `…/recap`: what somebody made of a discussion; every quotation leads to its place and follows its author. */
export function RecapPage({ frame, title, language, here, discussion, parts, savedAt, isWriter, html }: RecapProps) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <p>
        <a href={discussion} lang={language}>
          {title}
        </a>
      </p>
      <h1>{say('pages.recap.title', { title })}</h1>
      {savedAt ? (
        <p class="lead">
          {say('pages.recap.lead')} <Moment at={savedAt} />
        </p>
      ) : (
        <p class="empty">{say('pages.recap.none')}</p>
      )}
      {isWriter && (
        <p>
          <a href={`${here}/edit`}>{say(savedAt ? 'pages.recap.edit' : 'pages.recap.begin')}</a>
        </p>
      )}
      <article class="recap" lang={language}>
        <RecapParts parts={parts} />
      </article>
      {savedAt && (
        <p>
          <a href={discussion}>{say('pages.recap.discuss')}</a>
        </p>
      )}
      {savedAt && html !== null && (
        <details class="carry">
          <summary>{say('pages.recap.carry')}</summary>
          <p>
            <a href={`${here}.md`}>Markdown</a> · <a href={`${here}.html`}>HTML</a>
          </p>
          <label>
            {say('pages.recap.html')} <textarea readonly rows={8} value={html} />
          </label>
        </details>
      )}
    </Page>
  );
}

export function RecapParts({ parts }: { parts: RecapPart[] }) {
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

function Quotation({ comment, path }: { comment: Comment; path: string }) {
  const { say } = useContext(Scene);
  if (comment.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>;
  return (
    <figure class="quotation">
      <blockquote cite={path} class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      <figcaption>
        {comment.author && <img src={comment.author.avatarUrl} alt="" width="24" height="24" />}
        <a href={path}>
          <b dir="auto">{comment.author?.name ?? say('pages.thread.nobody')}</b>
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
          <Moment at={comment.createdAt} />
        </span>
      </figcaption>
    </figure>
  );
}

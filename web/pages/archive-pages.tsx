import { useContext } from 'preact/hooks';
import type { Locale, Words } from '../../locales/words.ts';
import { ArchivePage, type ArchiveFrame } from './archive-layout.tsx';
import { CommentItem } from '../components/comment-item.tsx';
import { Day, formatMoment, Hour, Moment } from '../components/date-time.tsx';
import { Dates } from './programme-pages.tsx';
import { RecapParts, type RecapPart } from './recap-page.tsx';
import { LedgerLines, type LedgerLine } from './record-pages.tsx';
import { Scene } from '../components/locale-context.ts';
import type { Comment, Conference, Talk, Thread } from '../components/shapes.ts';

/** `index.html`: two doors, one for each language. */
export function ArchiveDoorPage({ conference, words }: { conference: Conference; words: Record<Locale, Words> }) {
  return (
    <html lang={conference.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{conference.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="assets/style.css" />
      </head>
      <body data-page="archive">
        <main id="main">
          <h1>{conference.title}</h1>
          <ul class="cards">
            {(['fr', 'en'] as const).map((locale) => (
              <li key={locale} lang={locale}>
                <a href={`${locale}/index.html`} hreflang={locale}>
                  {words[locale]('pages.archive.enter')}
                </a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}

export type ArchiveListed = Talk & { day: string | null; thread: Thread | null };

/** The talks of a day, each drawn by itself (ArchiveListedTalk): all in one piece would hold the server up. */
export interface ArchiveDay {
  day: string | null;
  html: string;
}

interface ProgrammeFacts {
  frame: ArchiveFrame;
  days: ArchiveDay[];
  halls: Thread[];
}

/** `{locale}/index.html`: the whole programme. */
export function ArchiveProgrammePage({ frame, days, halls }: ProgrammeFacts) {
  const { say, conference } = frame;
  return (
    <ArchivePage frame={frame}>
      <h1 lang={conference.locale}>{conference.title}</h1>
      <p class="lead">
        <Dates {...conference} />
        {conference.url && (
          <>
            {' '}
            ·{' '}
            <a href={conference.url} rel="noopener noreferrer">
              {say('pages.conference.site')}
            </a>
          </>
        )}
      </p>
      {halls.length > 0 && (
        <section>
          <h2>{say('pages.conference.halls')}</h2>
          <ul class="cards">
            {halls.map((thread) => (
              <li key={thread.id}>
                <a href={`t/${thread.slug}.html`}>{thread.title}</a> <Count thread={thread} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {days.length === 0 && <p class="empty">{say('pages.conference.noTalks')}</p>}
      {days.map(({ day, html }) => (
        <section key={day}>
          <h2>{day === null ? say('pages.conference.unscheduled') : <Day on={day} weekday />}</h2>
          <ul class="talks" dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </ArchivePage>
  );
}

/** A talk in the list of the programme. */
export function ArchiveListedTalk({
  frame,
  talk,
  hasRecap,
}: {
  frame: ArchiveFrame;
  talk: ArchiveListed;
  hasRecap: boolean;
}) {
  const { locale, say, timeZone } = frame;
  return (
    <Scene.Provider value={{ locale, say, timeZone }}>
      <li class={talk.status}>
        <p class="hour">
          {talk.startsAt && <Hour at={talk.startsAt} />}
          {talk.room && <span class="room">{talk.room}</span>}
        </p>
        <div>
          <h3 lang={talk.language || undefined}>
            {talk.thread ? <a href={`t/${talk.thread.slug}.html`}>{talk.title}</a> : talk.title}
          </h3>
          <p>
            {talk.speakers.length > 0 && (
              <span class="speakers">{talk.speakers.map(({ name }) => name).join(', ')}</span>
            )}
            {talk.track && <span class="track">{talk.track}</span>}
            {talk.status === 'cancelled' && <span class="badge">{say('pages.conference.cancelled')}</span>}
            {talk.thread && <Count thread={talk.thread} />}
            {talk.thread && hasRecap && (
              <span>
                <a href={`t/${talk.thread.slug}.recap.html`}>{say('pages.recap.link')}</a>
              </span>
            )}
          </p>
        </div>
      </li>
    </Scene.Provider>
  );
}

function Count({ thread }: { thread: Thread }) {
  const { say } = useContext(Scene);
  const count = thread.counts.comments + thread.counts.questions;
  return count > 0 ? <span class="count">{say('pages.thread.count', { count })}</span> : null;
}

/** A comment and those of its replies that stand on this page; the rest of a long branch goes on overleaf. */
export interface ArchiveBranch {
  root: Comment;
  replies: Comment[];
  isContinued: boolean;
}

export interface ArchiveThreadProps {
  frame: ArchiveFrame;
  thread: Thread;
  talk: Talk | null;
  hasRecap: boolean;
  number: number;
  isLast: boolean;
  /** On the first page: what was asked and answered. */
  answered: { question: Comment; answer: Comment | null }[];
  branches: ArchiveBranch[];
  placeOf: (id: string) => string;
}

/** `{locale}/t/{thread}.html`: questions and their answers first, then all of it in its order. */
export function ArchiveThreadPage(props: ArchiveThreadProps) {
  const { frame, thread, talk, hasRecap, number, isLast, answered, branches, placeOf } = props;
  const { say, conference } = frame;
  const over: Thread = { ...thread, state: 'archived', live: false };
  const shown = { thread: over, here: '', sort: 'oldest' as const, mine: null, personas: [], placeOf };
  return (
    <ArchivePage frame={frame}>
      <article class="talk">
        <h1 lang={talk?.language || conference.locale}>{thread.title}</h1>
        {number === 1 && talk && <Facts talk={talk} />}
        {number === 1 && talk?.abstractHtml && (
          <div
            class="abstract"
            lang={talk.language || undefined}
            dangerouslySetInnerHTML={{ __html: talk.abstractHtml }}
          />
        )}
      </article>
      {number === 1 && hasRecap && (
        <p>
          <a href={`${thread.slug}.recap.html`}>{say('pages.recap.link')}</a>
        </p>
      )}
      {number === 1 && thread.counts.questions > 0 && (
        <p class="tally">{say('pages.thread.tally', { ...thread.counts, count: thread.counts.questions })}</p>
      )}
      {answered.length > 0 && (
        <section class="answered">
          <h2>{say('pages.archive.answered')}</h2>
          {answered.map(({ question, answer }) => (
            <article key={question.id} class="pair">
              <Words comment={question} place={placeOf(question.id)} />
              {answer && (
                <div class="reply">
                  <Words comment={answer} place={placeOf(answer.id)} />
                </div>
              )}
            </article>
          ))}
        </section>
      )}
      <section>
        <h2>
          {number === 1
            ? say('pages.thread.count', { count: thread.counts.comments + thread.counts.questions })
            : say('pages.archive.page', { number })}
        </h2>
        {branches.length === 0 && <p class="empty">{say('pages.thread.empty')}</p>}
        <ol class="comments">
          {branches.map((branch) => (
            <li key={`${branch.root.id}${branch.isContinued}`}>
              <Branch {...branch} shown={shown} />
            </li>
          ))}
        </ol>
      </section>
      {(number > 1 || !isLast) && (
        <nav class="sorts" aria-label={say('pages.archive.pages')}>
          {number > 1 && (
            <a rel="prev" href={pageFile(thread.slug, number - 1)}>
              {say('pages.archive.before')}
            </a>
          )}
          {!isLast && (
            <a rel="next" href={pageFile(thread.slug, number + 1)}>
              {say('pages.archive.after')}
            </a>
          )}
        </nav>
      )}
    </ArchivePage>
  );
}

export const pageFile = (slug: string, number: number): string =>
  number === 1 ? `${slug}.html` : `${slug}.${number}.html`;

function Branch({
  root,
  replies,
  isContinued,
  shown,
}: ArchiveBranch & { shown: Parameters<typeof CommentItem>[0]['props'] }) {
  const { say } = useContext(Scene);
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  return (
    <>
      {isContinued ? (
        <p class="help">
          {say('pages.archive.continued')}{' '}
          <a href={shown.placeOf!(root.id)}>
            {root.state === 'visible' ? (root.author?.name ?? say('pages.thread.nobody')) : say('pages.thread.nobody')}
          </a>
        </p>
      ) : (
        <CommentItem comment={root} props={shown} actions={null} />
      )}
      {replies.length > 0 && (
        <ol class="replies">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem
                comment={reply}
                props={shown}
                actions={null}
                answered={byId.get(reply.parentId ?? '') ?? null}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Words({ comment, place }: { comment: Comment; place: string }) {
  const { say } = useContext(Scene);
  if (comment.state !== 'visible') return <p class="gone">{say(`pages.thread.state.${comment.state}`)}</p>;
  return (
    <>
      <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
      <p class="help">
        <a href={place}>
          <span dir="auto">{comment.author?.name ?? say('pages.thread.nobody')}</span> ·{' '}
          <Moment at={comment.createdAt} />
        </a>
      </p>
    </>
  );
}

function Facts({ talk }: { talk: Talk }) {
  const { say } = useContext(Scene);
  return (
    <>
      {talk.subtitle && <p class="subtitle">{talk.subtitle}</p>}
      <p class="facts">
        {talk.speakers.length > 0 && <span class="speakers">{talk.speakers.map(({ name }) => name).join(', ')}</span>}
        {talk.startsAt && (
          <span>
            <Moment at={talk.startsAt} zone />
          </span>
        )}
        {talk.room && <span>{talk.room}</span>}
        {talk.status === 'cancelled' && <span class="badge">{say('pages.conference.cancelled')}</span>}
      </p>
    </>
  );
}

export function ArchiveRecapPage({
  frame,
  title,
  savedAt,
  parts,
  discussion,
}: {
  frame: ArchiveFrame;
  title: string;
  savedAt: string;
  parts: RecapPart[];
  discussion: string;
}) {
  const { say, conference, locale, timeZone } = frame;
  return (
    <ArchivePage frame={frame}>
      <p>
        <a href={discussion} lang={conference.locale}>
          {title}
        </a>
      </p>
      <h1>{say('pages.recap.title', { title })}</h1>
      <p class="lead">
        {say('pages.recap.lead')} {formatMoment(savedAt, { locale, timeZone, time: true, zone: false })}
      </p>
      <article class="recap" lang={conference.locale}>
        <RecapParts parts={parts} />
      </article>
    </ArchivePage>
  );
}

export function ArchiveLedgerPage({ frame, lines }: { frame: ArchiveFrame; lines: LedgerLine[] }) {
  const { say, conference } = frame;
  return (
    <ArchivePage frame={frame}>
      <h1>{say('pages.ledger.title')}</h1>
      <p class="lead">{say('pages.ledger.lead')}</p>
      {lines.length === 0 && <p class="empty">{say('pages.ledger.empty')}</p>}
      <LedgerLines conference={conference} lines={lines} />
    </ArchivePage>
  );
}

/** `{locale}/search.html`: the one page with a script; without it the field is not there. */
export function ArchiveSearchPage({ frame }: { frame: ArchiveFrame }) {
  const { say } = frame;
  return (
    <ArchivePage frame={{ ...frame, script: true }}>
      <h1>{say('pages.search.title')}</h1>
      <noscript>
        <p>{say('pages.archive.noScript')}</p>
      </noscript>
      <form
        class="filters search"
        role="search"
        hidden
        data-up={frame.up}
        data-locale={frame.locale}
        data-searching={say('pages.archive.searching')}
        data-nothing={say('pages.search.nothing')}
        data-found={say('pages.archive.found')}
        data-nobody={say('pages.thread.nobody')}
      >
        <label>
          {say('pages.search.field')} <input type="search" name="q" minlength={2} maxlength={200} required />
        </label>
        <button>{say('pages.search.go')}</button>
      </form>
      <p class="help" role="status" id="state" />
      <ul class="cards hits" id="hits" />
    </ArchivePage>
  );
}

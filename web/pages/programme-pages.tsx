import { useContext } from 'preact/hooks';
import { Ending, type EndingProps } from './phase-notice.tsx';
import { Day, Hour, Moment } from '../components/date-time.tsx';
import { Page, type Frame } from '../components/page.tsx';
import { SearchField } from './search-page.tsx';
import { Scene } from '../components/locale-context.ts';
import type { Conference, Talk, Thread } from '../components/shapes.ts';

/** `/`: which conferences are here. */
export function ConferencesPage({
  frame,
  conferences,
  next,
}: {
  frame: Frame;
  conferences: Conference[];
  next: string | null;
}) {
  const { say } = frame;
  return (
    <Page {...frame}>
      <h1>{say('pages.home.title')}</h1>
      <p class="lead">{say('pages.home.lead')}</p>
      {conferences.length === 0 && <p class="empty">{say('pages.home.empty')}</p>}
      <ul class="cards">
        {conferences.map((conference) => (
          <li key={conference.id}>
            <h2 lang={conference.locale}>
              <a href={`/c/${conference.slug}`}>{conference.title}</a>
            </h2>
            <p>
              <Dates {...conference} /> · {say('pages.home.talks', { count: conference.counts.talks })}
            </p>
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a class="more" rel="next" href={`/?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}

export function Dates({ startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return startsOn === endsOn ? (
    <Day on={startsOn} />
  ) : (
    <>
      <Day on={startsOn} /> – <Day on={endsOn} />
    </>
  );
}

export type ListedTalk = Talk & { day: string | null; thread: Thread | null };

export interface Programme {
  conference: Conference;
  talks: ListedTalk[];
  halls: Thread[];
  next: string | null;
  days: string[];
  rooms: string[];
  tracks: string[];
  chosen: Record<string, string>;
  recaps: (string | null)[];
  /** What is on, and what begins next; nothing of both before and after the conference. */
  now?: ListedTalk[];
  upNext?: ListedTalk[];
  /** Instead of the programme: threads in which something happens. */
  busy?: { kind: 'active' | 'waiting'; threads: Thread[] } | null;
}

/** `/c/{conference}`: the programme by day, room and track, each talk leading to its thread. */
export function ConferencePage({
  frame,
  programme,
  ending,
}: {
  frame: Frame;
  programme: Programme;
  ending: EndingProps;
}) {
  const { say } = frame;
  const { conference, talks, halls, next, chosen, recaps, now = [], upNext = [], busy = null } = programme;
  const here = `/c/${conference.slug}`;
  const days = [...new Set(talks.map(({ day }) => day))];
  return (
    <Page {...frame}>
      <h1 lang={conference.locale}>{conference.title}</h1>
      <p class="lead">
        <Dates {...conference} /> · {say(`pages.phase.${conference.phase}`)}
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
      <Ending {...ending} />
      {recaps.includes(null) && (
        <p>
          <a href={`${here}/recap`}>{say('pages.recap.link')}</a>
        </p>
      )}
      {talks.some(({ startsAt }) => startsAt !== null) && (
        <p class="help" data-zone={conference.timeZone} data-own={say('pages.conference.yourTime', { time: '{time}' })}>
          {say('pages.conference.zone', { zone: conference.timeZone })}
        </p>
      )}
      <OnNow title={say('pages.conference.now')} talks={now} here={here} />
      <OnNow title={say('pages.conference.next')} talks={upNext} here={here} />
      {halls.length > 0 && (
        <section>
          <h2>{say('pages.conference.halls')}</h2>
          <ul class="cards">
            {halls.map((thread) => (
              <li key={thread.id}>
                <a href={`${here}/t/${thread.slug}`}>{thread.title}</a> <Count thread={thread} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <SearchField here={`${here}/search`} />
      <Ways kind={busy?.kind ?? null} here={here} />
      {busy ? <Busy {...busy} here={here} /> : <Filters {...programme} here={here} />}
      {!busy && talks.length === 0 && <p class="empty">{say('pages.conference.noTalks')}</p>}
      {!busy &&
        days.map((day) => (
          <section key={day}>
            <h2>{day === null ? say('pages.conference.unscheduled') : <Day on={day} weekday />}</h2>
            <ul class="talks">
              {talks
                .filter((talk) => talk.day === day)
                .map((talk) => (
                  <TalkLine
                    key={talk.id}
                    talk={talk}
                    here={here}
                    hasRecap={talk.thread !== null && recaps.includes(talk.thread.id)}
                  />
                ))}
            </ul>
          </section>
        ))}
      {!busy && next && (
        <p>
          <a class="more" rel="next" href={`${here}?${new URLSearchParams({ ...chosen, cursor: next }).toString()}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
      <p>
        <a href={`${here}/ledger`}>{say('pages.ledger.link')}</a> ·{' '}
        <a href={`${here}/feed.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.feed')}
        </a>{' '}
        · <a href={`${here}/feed.atom?kind=answer`}>{say('pages.answersFeed')}</a> ·{' '}
        <a href={`${here}/schedule.ics`}>{say('pages.ending.calendar')}</a> ·{' '}
        <a href={`${here}/schedule.json`}>{say('pages.ending.schedule')}</a>
      </p>
    </Page>
  );
}

function OnNow({ title, talks, here }: { title: string; talks: ListedTalk[]; here: string }) {
  if (talks.length === 0) return null;
  return (
    <section class="now">
      <h2>{title}</h2>
      <ul class="talks">
        {talks.map((talk) => (
          <TalkLine key={talk.id} talk={talk} here={here} hasRecap={false} />
        ))}
      </ul>
    </section>
  );
}

/** Three ways through a conference: its programme, where something was said last, where questions wait. */
function Ways({ kind, here }: { kind: string | null; here: string }) {
  const { say } = useContext(Scene);
  return (
    <nav class="sorts" aria-label={say('pages.conference.ways.label')}>
      {([null, 'active', 'waiting'] as const).map((each) => (
        <a
          key={each}
          href={each === null ? here : `${here}?show=${each}`}
          aria-current={each === kind ? 'true' : undefined}
        >
          {say(`pages.conference.ways.${each ?? 'programme'}`)}
        </a>
      ))}
    </nav>
  );
}

function Busy({ kind, threads, here }: { kind: 'active' | 'waiting'; threads: Thread[]; here: string }) {
  const { say } = useContext(Scene);
  return (
    <>
      {threads.length === 0 && <p class="empty">{say(`pages.conference.ways.none.${kind}`)}</p>}
      <ul class="cards busy">
        {threads.map((thread) => (
          <li key={thread.id}>
            <h2>
              <a href={`${here}/t/${thread.slug}`}>{thread.title}</a>
            </h2>
            <p class="facts">
              <Count thread={thread} />
              {thread.counts.waiting > 0 && <span>{say('pages.thread.queue', { count: thread.counts.waiting })}</span>}
              {thread.lastActivityAt && (
                <span>
                  <Moment at={thread.lastActivityAt} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function TalkLine({ talk, here, hasRecap }: { talk: ListedTalk; here: string; hasRecap: boolean }) {
  const { say } = useContext(Scene);
  return (
    <li class={talk.status}>
      <p class="hour">
        {talk.startsAt && <Hour at={talk.startsAt} />}
        {talk.room && <span class="room">{talk.room}</span>}
      </p>
      <div>
        <h3 lang={talk.language || undefined}>
          {talk.thread ? <a href={`${here}/t/${talk.thread.slug}`}>{talk.title}</a> : talk.title}
        </h3>
        <p>
          {talk.speakers.length > 0 && <span class="speakers">{talk.speakers.map(({ name }) => name).join(', ')}</span>}
          {talk.track && <span class="track">{talk.track}</span>}
          {talk.status === 'cancelled' && <span class="badge">{say('pages.conference.cancelled')}</span>}
          {talk.thread && <Count thread={talk.thread} />}
          {hasRecap && (
            <span>
              <a href={`${here}/t/${talk.thread!.slug}/recap`}>{say('pages.recap.link')}</a>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

function Count({ thread }: { thread: Thread }) {
  const { say } = useContext(Scene);
  const count = thread.counts.comments + thread.counts.questions;
  return count > 0 ? <span class="count">{say('pages.thread.count', { count })}</span> : null;
}

function Filters({ days, rooms, tracks, chosen, here }: Programme & { here: string }) {
  const { say } = useContext(Scene);
  const choices = [
    { name: 'day', values: days },
    { name: 'room', values: rooms },
    { name: 'track', values: tracks },
  ].filter(({ values }) => values.length > 1);
  return (
    <form class="filters" method="get" action={here}>
      <label>
        {say('pages.conference.filter.q')} <input name="q" maxlength={200} defaultValue={chosen['q'] ?? ''} />
      </label>
      {choices.map(({ name, values }) => (
        <label key={name}>
          {say(`pages.conference.filter.${name}`)}
          <select name={name}>
            <option value="">{say('pages.conference.filter.all')}</option>
            {values.map((value) => (
              <option key={value} value={value} selected={chosen[name] === value}>
                {value}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button>{say('pages.conference.filter.apply')}</button>
      {Object.keys(chosen).length > 0 && <a href={here}>{say('pages.conference.filter.none')}</a>}
    </form>
  );
}

import { useContext } from 'preact/hooks';
import { Day } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { BusyThreads } from './busy-threads.tsx';
import { ConferenceDates } from './conference-dates.tsx';
import { Page, type PageContext } from './page.tsx';
import { PhaseNotice, type PhaseNoticeProps } from './phase-notice.tsx';
import { ProgrammeFilters } from './programme-filters.tsx';
import type { ProgrammeShape } from './programme-props.ts';
import { SearchField } from './search-page.tsx';
import { CommentCount, TalkLine, type ListedTalk } from './talk-line.tsx';

interface ConferencePageProps {
  context: PageContext;
  programme: ProgrammeShape;
  ending: PhaseNoticeProps;
}

/** `/c/{conference}`: the programme by day, room and track, each talk with a link to its thread. */
export function ConferencePage({ context, programme, ending }: ConferencePageProps) {
  const { say } = context;
  const { conference, talks, halls, next, chosen, recaps, now = [], upNext = [], busy = null } = programme;
  const here = `/c/${conference.slug}`;
  const days = [...new Set(talks.map(({ day }) => day))];
  return (
    <Page {...context}>
      <h1 lang={conference.locale}>{conference.title}</h1>
      <p class="lead">
        <ConferenceDates {...conference} /> · {say(`pages.phase.${conference.phase}`)}
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
      <PhaseNotice {...ending} />
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
      <TalksOnNow title={say('pages.conference.now')} talks={now} here={here} />
      <TalksOnNow title={say('pages.conference.next')} talks={upNext} here={here} />
      {halls.length > 0 && (
        <section>
          <h2>{say('pages.conference.halls')}</h2>
          <ul class="cards">
            {halls.map((thread) => (
              <li key={thread.id}>
                <a href={`${here}/t/${thread.slug}`}>{thread.title}</a> <CommentCount thread={thread} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <SearchField here={`${here}/search`} />
      <ProgrammeViews kind={busy?.kind ?? null} here={here} />
      {busy ? <BusyThreads {...busy} here={here} /> : <ProgrammeFilters {...programme} here={here} />}
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
                    key={`${talk.id} ${talk.startsAt}`}
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

interface TalksOnNowProps {
  title: string;
  talks: ListedTalk[];
  here: string;
}

function TalksOnNow({ title, talks, here }: TalksOnNowProps) {
  if (talks.length === 0) return null;
  return (
    <section class="now">
      <h2>{title}</h2>
      <ul class="talks">
        {talks.map((talk) => (
          <TalkLine key={`${talk.id} ${talk.startsAt}`} talk={talk} here={here} hasRecap={false} />
        ))}
      </ul>
    </section>
  );
}

/** Three views of a conference: its programme, recent contributions, waiting questions. */
function ProgrammeViews({ kind, here }: { kind: string | null; here: string }) {
  const { say } = useContext(LocaleContext);
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

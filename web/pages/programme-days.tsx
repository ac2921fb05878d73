import { useContext } from 'preact/hooks';
import { Day } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { cityOf } from '../components/zone-name.ts';
import { programmeAddress } from './programme-address.ts';
import { DayTabs } from './day-tabs.tsx';
import { ProgrammeFilters } from './programme-filters.tsx';
import type { ProgrammeShape } from './programme-props.ts';
import { hasGrid, ScheduleGrid } from './schedule-grid.tsx';
import { CommentCount, TalkLine, type ListedTalk } from './talk-line.tsx';
import { Segmented } from '../components/segmented.tsx';

interface ProgrammeDaysProps {
  programme: ProgrammeShape;
  here: string;
}

/** The programme: its days, its filters, a grid where one day has several rooms, and a list by hour. */
export function ProgrammeDays({ programme, here }: ProgrammeDaysProps) {
  const { say } = useContext(LocaleContext);
  const { conference, talks, hallways, next } = programme;
  const days = [...new Set(talks.map(({ day }) => day))];
  return (
    <>
      <DayTabs programme={programme} here={here} />
      <div class="choices">
        <ProgrammeFilters programme={programme} here={here} />
        {days.some((day) => hasGrid(talks.filter((talk) => talk.day === day))) && (
          <LayoutChoice programme={programme} here={here} />
        )}
      </div>
      {talks.some(({ startsAt }) => startsAt !== null) && (
        <p class="help" data-zone={conference.timeZone} data-own={say('pages.conference.yourTime', { time: '{time}' })}>
          {say('pages.conference.zone', { zone: cityOf(conference.timeZone) })}
        </p>
      )}
      {talks.length === 0 && <EmptyState>{say('pages.conference.noTalks')}</EmptyState>}
      {days.map((day) => (
        <DaySection key={day} day={day} programme={programme} here={here} />
      ))}
      {next && (
        <p>
          <a class="more button" rel="next" href={programmeAddress(here, programme, { cursor: next })}>
            {say('pages.more')}
          </a>
        </p>
      )}
      {hallways.length > 0 && <OpenDiscussions hallways={hallways} here={here} />}
    </>
  );
}

/** On wide screens: days by room, or as lists. */
function LayoutChoice({ programme, here }: ProgrammeDaysProps) {
  const { say } = useContext(LocaleContext);
  return (
    <Segmented
      at="on-wide"
      rel="nofollow"
      label={say('pages.conference.layout.label')}
      segments={(['grid', 'list'] as const).map((each) => ({
        href: programmeAddress(here, programme, { layout: each === 'list' ? 'list' : null }),
        label: say(`pages.conference.layout.${each}`),
        isChosen: (each === 'list') === programme.isList,
      }))}
    />
  );
}

function DaySection({ day, programme, here }: ProgrammeDaysProps & { day: string | null }) {
  const { say } = useContext(LocaleContext);
  const { talks, recaps, at, isList } = programme;
  const ofDay = talks.filter((talk) => talk.day === day);
  const isOver = (talk: ListedTalk): boolean =>
    at !== null && talk.startsAt !== null && Date.parse(talk.startsAt) + talk.durationMinutes * 60_000 <= at;
  // Earlier talks are folded while others of the day are still to come.
  const past = ofDay.some((talk) => !isOver(talk)) ? ofDay.filter(isOver) : [];
  const list = (some: readonly ListedTalk[]) => (
    <ul class="talks">
      {some.map((talk) => (
        <TalkLine
          key={`${talk.id} ${talk.startsAt}`}
          talk={talk}
          here={here}
          hasRecap={talk.thread !== null && recaps.includes(talk.thread.id)}
        />
      ))}
    </ul>
  );
  return (
    <section class="day">
      <h2>{day === null ? say('pages.conference.unscheduled') : <Day on={day} weekday />}</h2>
      {!isList && hasGrid(ofDay) && (
        <ScheduleGrid talks={ofDay} addressOf={({ thread }) => thread && `${here}/t/${thread.slug}`} at={at} />
      )}
      <div class="by-hour">
        {past.length > 0 && (
          <details class="past">
            <summary>{say('pages.conference.earlier', { count: past.length })}</summary>
            {list(past)}
          </details>
        )}
        {list(past.length > 0 ? ofDay.filter((talk) => !isOver(talk)) : ofDay)}
      </div>
    </section>
  );
}

interface OpenDiscussionsProps {
  hallways: ProgrammeShape['hallways'];
  here: string;
}

function OpenDiscussions({ hallways, here }: OpenDiscussionsProps) {
  const { say } = useContext(LocaleContext);
  return (
    <section>
      <h2>{say('pages.conference.openDiscussions')}</h2>
      <ul class="cards">
        {hallways.map((thread) => (
          <li key={thread.id}>
            <a href={`${here}/t/${thread.slug}`}>{thread.title}</a> <CommentCount thread={thread} />
          </li>
        ))}
      </ul>
    </section>
  );
}

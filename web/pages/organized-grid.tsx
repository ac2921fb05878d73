import { Day } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Segmented } from '../components/segmented.tsx';
import type { ConferenceShape, TalkShape } from '../components/shapes.ts';
import { TabBar } from '../components/tab-bar.tsx';
import { organizedProgramme, type ProgrammeChoice } from './organized-address.ts';
import type { PageContext } from './page.tsx';
import { ScheduleGrid } from './schedule-grid.tsx';
import type { ListedTalk } from './talk-line.tsx';
import { TalksTable } from './talks-table.tsx';

/** A day of the programme by room, some rooms at a time. */
export interface OrganizedGridShape {
  days: string[];
  /** The rooms of the day, in the groups that stand beside each other. */
  groups: string[][];
  /** The talks in the rooms of the chosen group. */
  talks: ListedTalk[];
  /** Talks without a time, and those of the day without a room. */
  unplaced: TalkShape[];
  /** The present time in milliseconds. */
  at: number;
}

interface OrganizedGridProps {
  conference: ConferenceShape;
  grid: OrganizedGridShape;
  choice: ProgrammeChoice;
  say: PageContext['say'];
}

/** The programme by room and time, to look at; each talk leads to its form, and those without a place stand below. */
export function OrganizedGrid({ conference, grid, choice, say }: OrganizedGridProps) {
  const to = (changes: Partial<ProgrammeChoice>): string =>
    organizedProgramme(conference.slug, { ...choice, ...changes });
  const { days, groups, talks, unplaced, at } = grid;
  return (
    <>
      {days.length > 1 && (
        <TabBar
          label={say('pages.conference.filter.day')}
          tabs={days.map((day) => ({
            href: to({ day, rooms: 1 }),
            label: <Day on={day} short />,
            current: day === choice.day ? ('date' as const) : undefined,
          }))}
        />
      )}
      {groups.length > 1 && (
        <Segmented
          label={say('pages.programme.rooms')}
          at="rooms-choice"
          segments={groups.map((rooms, i) => ({
            href: to({ rooms: i + 1 }),
            label: <span dir="auto">{rooms.length > 1 ? `${rooms[0]!} – ${rooms.at(-1)!}` : rooms[0]}</span>,
            isChosen: i + 1 === choice.rooms,
          }))}
        />
      )}
      {talks.length === 0 ? (
        <EmptyState>{say('pages.programme.noGrid')}</EmptyState>
      ) : (
        <ScheduleGrid talks={talks} addressOf={({ id }) => organizedProgramme(conference.slug, choice, id)} at={at} />
      )}
      {unplaced.length > 0 && <UnplacedTalks talks={unplaced} conference={conference} choice={choice} say={say} />}
    </>
  );
}

type UnplacedTalksProps = Omit<OrganizedGridProps, 'grid'> & { talks: TalkShape[] };

const UnplacedTalks = ({ talks, conference, choice, say }: UnplacedTalksProps) => (
  <section>
    <h2>{say('pages.programme.unplaced')}</h2>
    <TalksTable conference={conference} talks={talks} choice={choice} edited={null} say={say} />
  </section>
);

import { useContext } from 'preact/hooks';
import { TimeOfDay } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { Names } from '../components/name.tsx';
import { TalkCounts } from './talk-counts.tsx';
import type { ListedTalk } from './talk-line.tsx';
import { trackColour } from './track-colour.ts';

/** Most rooms beside each other; with more, the list is easier to read. */
const ROOMS = 12;

interface ScheduleGridProps {
  talks: readonly ListedTalk[];
  here: string;
  /** The present time in milliseconds, for the line for now; null while the conference is far off. */
  at: number | null;
}

const isPlaced = ({ startsAt, room }: ListedTalk): boolean => startsAt !== null && room !== '';

const roomsOf = (talks: readonly ListedTalk[]): string[] =>
  [...new Set(talks.filter(isPlaced).map(({ room }) => room))].toSorted();

/** Whether a day has several rooms, and not too many to stand beside each other. */
export function hasGrid(talks: readonly ListedTalk[]): boolean {
  const { length } = roomsOf(talks);
  return length >= 2 && length <= ROOMS;
}

/** A day by room: rooms are columns, beginnings are rows, and a talk is as high as the rows it runs through. */
export function ScheduleGrid({ talks, here, at }: ScheduleGridProps) {
  const { say } = useContext(LocaleContext);
  if (!hasGrid(talks)) return null;
  const timed = talks.filter(isPlaced);
  const rooms = roomsOf(talks);
  const starts = [...new Set(timed.map(({ startsAt }) => Date.parse(startsAt!)))].toSorted((a, b) => a - b);
  const lineAt = at === null ? -1 : starts.findIndex((start) => start > at);
  return (
    <div class="schedule-wrap" tabindex={0} role="region" aria-label={say('pages.conference.grid')}>
      <table class="schedule">
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{say('pages.conference.hour')}</span>
            </th>
            {rooms.map((room) => (
              <th key={room} scope="col">
                {room}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {starts.map((start, i) => (
            <>
              {i > 0 && i === lineAt && (
                <tr class="now-line" key="now">
                  <td colSpan={rooms.length + 1}>
                    <span>{say('pages.conference.now')}</span>
                  </td>
                </tr>
              )}
              <tr key={start}>
                <th scope="row">
                  <TimeOfDay at={new Date(start).toISOString()} />
                </th>
                {rooms.map((room) => (
                  <Cell
                    key={room}
                    talks={timed.filter((talk) => talk.room === room && Date.parse(talk.startsAt!) === start)}
                    here={here}
                    at={at}
                  />
                ))}
              </tr>
            </>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const endOf = ({ startsAt, durationMinutes }: ListedTalk): number => Date.parse(startsAt!) + durationMinutes * 60_000;

/** How a talk stands to the present time, as a class. */
const tenseOf = (talk: ListedTalk, at: number | null): string => {
  if (at === null) return '';
  if (endOf(talk) <= at) return 'past';
  return Date.parse(talk.startsAt!) <= at ? 'on' : '';
};

const Cell = ({ talks, here, at }: ScheduleGridProps) => (
  <td>
    {talks.map((talk) => (
      <article
        key={talk.id}
        class={`block ${tenseOf(talk, at)} ${talk.track && trackColour(talk.track)} ${talk.status}`}
      >
        <h3 lang={talk.language || undefined}>
          {talk.thread ? <a href={`${here}/t/${talk.thread.slug}`}>{talk.title}</a> : talk.title}
        </h3>
        {talk.speakers.length > 0 && (
          <p class="meta">
            <Names of={talk.speakers} />
          </p>
        )}
        {talk.track && <p class="meta">{talk.track}</p>}
        <TalkCounts thread={talk.thread} />
      </article>
    ))}
  </td>
);

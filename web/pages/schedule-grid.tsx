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
  /** The address of a talk's title; nowhere for null. */
  addressOf: (talk: ListedTalk) => string | null;
  /** The present time in milliseconds, for the line for now; null while the conference is far off. */
  at: number | null;
}

const isPlaced = ({ startsAt, room }: ListedTalk): boolean => startsAt !== null && room !== '';

/** In natural order, as people count them: `Salle 2` before `Salle 10`. */
const roomsOf = (talks: readonly ListedTalk[], locale?: string): string[] =>
  [...new Set(talks.filter(isPlaced).map(({ room }) => room))].toSorted(
    new Intl.Collator(locale, { numeric: true }).compare,
  );

/** Whether a day has several rooms, and not too many to stand beside each other. */
export function hasGrid(talks: readonly ListedTalk[]): boolean {
  const { length } = roomsOf(talks);
  return length >= 2 && length <= ROOMS;
}

/** A day by room: rooms are columns, beginnings are rows, and a talk is as high as the rows it runs through. */
export function ScheduleGrid({ talks, addressOf, at }: ScheduleGridProps) {
  const { say, locale } = useContext(LocaleContext);
  const timed = talks.filter(isPlaced);
  const rooms = roomsOf(talks, locale);
  const starts = [...new Set(timed.map(({ startsAt }) => Date.parse(startsAt!)))].toSorted((a, b) => a - b);
  const lineAt = at === null ? -1 : starts.findIndex((start) => start > at);
  const grid = rowsOf(timed, rooms, starts);
  return (
    <div class="schedule-wrap" tabindex={0} role="region" aria-label={say('pages.conference.grid')}>
      <table class="schedule">
        <Rooms rooms={rooms} />
        <tbody>
          {starts.map((start, i) => (
            <>
              {i > 0 && i === lineAt && <NowLine key="now" cells={grid[i]!} rooms={rooms} />}
              <tr key={start}>
                <th scope="row">
                  <TimeOfDay at={new Date(start).toISOString()} />
                </th>
                {grid[i]!.map(
                  (cell, column) =>
                    cell && (
                      <Cell
                        key={rooms[column]}
                        talks={cell.talks}
                        rows={cell.rows + Number(i < lineAt && lineAt < i + cell.rows)}
                        addressOf={addressOf}
                        at={at}
                      />
                    ),
                )}
              </tr>
            </>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const endOf = ({ startsAt, durationMinutes }: ListedTalk): number => Date.parse(startsAt!) + durationMinutes * 60_000;

interface GridCell {
  talks: ListedTalk[];
  /** Beginnings that its talks run through, their own included. */
  rows: number;
}

/**
 * The cells of every row, one a room; null where a talk of an earlier row still runs. A talk ends at the latest where
 * the next begins in its room.
 */
function rowsOf(talks: readonly ListedTalk[], rooms: string[], starts: number[]): (GridCell | null)[][] {
  const columns = rooms.map((room) => {
    let covered = 0;
    return starts.map((start, row): GridCell | null => {
      const here = talks.filter((talk) => talk.room === room);
      const beginning = here.filter(({ startsAt }) => Date.parse(startsAt!) === start);
      if (beginning.length === 0 && row < covered) return null;
      const end = Math.max(start, ...beginning.map(endOf));
      const stop = starts.findIndex(
        (each, i) => i > row && (each >= end || here.some(({ startsAt }) => Date.parse(startsAt!) === each)),
      );
      covered = stop === -1 ? starts.length : stop;
      return { talks: beginning, rows: covered - row };
    });
  });
  return starts.map((_, row) => columns.map((column) => column[row]!));
}

/** The class of a talk by the present time. */
const tenseOf = (talk: ListedTalk, at: number | null): string => {
  if (at === null) return '';
  if (endOf(talk) <= at) return 'past';
  return Date.parse(talk.startsAt!) <= at ? 'on' : '';
};

const Cell = ({ talks, rows, addressOf, at }: ScheduleGridProps & { rows: number }) => (
  <td rowSpan={rows}>
    {talks.map((talk) => (
      <Block key={talk.id} talk={talk} address={addressOf(talk)} tense={tenseOf(talk, at)} />
    ))}
  </td>
);

const Block = ({ talk, address, tense }: { talk: ListedTalk; address: string | null; tense: string }) => (
  <article class={`block ${tense} ${talk.track && trackColour(talk.track)} ${talk.status}`}>
    <h3 lang={talk.language || undefined}>{address === null ? talk.title : <a href={address}>{talk.title}</a>}</h3>
    {talk.speakers.length > 0 && (
      <p class="meta">
        <Names of={talk.speakers} />
      </p>
    )}
    {talk.track && <p class="meta">{talk.track}</p>}
    <TalkCounts thread={talk.thread} />
  </article>
);

function Rooms({ rooms }: { rooms: string[] }) {
  const { say } = useContext(LocaleContext);
  return (
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
  );
}

function NowLine({ cells, rooms }: { cells: (GridCell | null)[]; rooms: string[] }) {
  const { say } = useContext(LocaleContext);
  return (
    <tr class="now-line">
      <th scope="row">
        <span>{say('pages.conference.now')}</span>
      </th>
      {cells.map((cell, column) => cell && <td key={rooms[column]} />)}
    </tr>
  );
}

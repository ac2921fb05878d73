import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { SlotsQueries } from '../programme/slots.queries.ts';
import type { TalkView } from '../programme/talk.view.ts';
import { ProgrammeListing } from './programme-listing.ts';

/** Most times of one day, and most talks without a place in it, that are listed. */
const OF_DAY_AT_MOST = 2_000;
const UNPLACED_AT_MOST = 50;
/** A place in the programme behind all times, where talks without one begin. */
const BEHIND_ALL_TIMES = [Number.MAX_SAFE_INTEGER - 1, 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

/** A day of a programme by room; its talks are read when they are asked for. */
export interface DayByRoom {
  /** In natural order, each with how often something is on in it; rooms that one talk uses at once are one. */
  rooms: { room: string; count: number }[];
  /** Lists the talks in some of the rooms, by time. */
  inRooms: (rooms: readonly string[]) => Promise<TalkView[]>;
  /** Lists the talks that have no room on this day, or no time on any day. */
  unplaced: () => Promise<TalkView[]>;
}

/** Reads a programme by day and room. */
@Injectable()
export class ProgrammeByRoom {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly slotsQueries: SlotsQueries,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  /** Null as the day is that of a conference without times. Throws `not-found`. */
  async day(idOrSlug: string, day: string | null): Promise<DayByRoom> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const [ofDay, timeless] = await Promise.all([
      day === null ? [] : this.slotsQueries.list(conference, { day }, { limit: OF_DAY_AT_MOST, after: null }),
      this.slotsQueries.list(conference, {}, { limit: UNPLACED_AT_MOST, after: BEHIND_ALL_TIMES }),
    ]);
    const counts = new Map<string, number>();
    for (const { room } of ofDay) counts.set(room, (counts.get(room) ?? 0) + 1);
    const { compare } = new Intl.Collator(conference.locale, { numeric: true });
    const roomless = ofDay.filter(({ room }) => room === '');
    return {
      rooms: [...counts]
        .filter(([room]) => room !== '')
        .map(([room, count]) => ({ room, count }))
        .toSorted((a, b) => compare(a.room, b.room)),
      inRooms: (rooms) => {
        const times = ofDay.filter(({ room }) => rooms.includes(room));
        return this.programmeListing.atTimes(conference, times);
      },
      unplaced: () => {
        const times = [...roomless, ...timeless].slice(0, UNPLACED_AT_MOST);
        return this.programmeListing.atTimes(conference, times);
      },
    };
  }
}

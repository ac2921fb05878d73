import { Injectable } from '@nestjs/common';
import type { Programme } from '../../web/programme-pages.tsx';
import { dateIn, isDay } from '../kernel/zone.ts';
import { RecapQueries } from '../recap/recap.queries.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';

/** Early hours belong to the evening before, as in schedules of events. */
export const DAY_STARTS_AT_HOUR = 4;
const TALKS_SHOWN = 100;

/** The programme of a conference as its page shows it. */
@Injectable()
export class ProgrammeView {
  constructor(private readonly listing: ProgrammeListing, private readonly recaps: RecapQueries) {}

  /** Throws not-found, invalid-request (a cursor that is none); filters that are none are left out. */
  async get(slug: string, asked: Record<string, unknown>): Promise<Programme> {
    const { day: someDay, room, track, cursor } = Object.fromEntries(Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
    const day = someDay && isDay(someDay) ? someDay : undefined;
    const conference = await this.listing.conference(slug);
    const chosen = Object.fromEntries(Object.entries({ day, room, track }).filter((entry): entry is [string, string] => Boolean(entry[1])));
    const [recaps, page, outline] = await Promise.all([this.recaps.published(conference.id), this.listing.talks(slug, chosen, { limit: TALKS_SHOWN, cursor: cursor || undefined }), this.listing.outline(slug)]);
    const threads = new Map((await this.listing.threadsOfTalks(page.items.map(({ id }) => id))).map((thread) => [thread.talkId, thread]));
    return {
      conference, chosen, recaps, next: page.next, halls: outline.halls, days: outline.days, rooms: outline.rooms, tracks: outline.tracks,
      talks: page.items.map((talk) => ({ ...talk, day: talk.startsAt === null ? null : dateIn(conference.timeZone, new Date(Date.parse(talk.startsAt) - DAY_STARTS_AT_HOUR * 3_600_000)), thread: threads.get(talk.id) ?? null })),
    };
  }
}

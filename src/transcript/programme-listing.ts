import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { TeamQueries } from '../accounts/team.queries.ts';
import { byKey } from '../kernel/by-key.ts';
import { isUuid } from '../kernel/ids.ts';
import { maskAddresses } from '../kernel/text.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { onInRoom, type OnInRoom } from '../programme/on-in-room.policy.ts';
import { placeOfTalk, ProgrammeQueries } from '../programme/programme.queries.ts';
import { placeOfTime, SlotsQueries, type TalkTime } from '../programme/slots.queries.ts';
import type { TalkFilter } from '../programme/talk-filter.ts';
import { talkVersion, toTalkView, type TalkView } from '../programme/talk.view.ts';
import { conferenceVersion } from '../programme/write-conference.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadView } from '../threads/thread.view.ts';
import { TalkWords } from './talk-words.ts';
import { toConferenceView, type ConferenceView } from './conference.view.ts';

/** A thing that can be edited, and the version it is in. */
export interface InVersion<View> {
  view: View;
  version: string;
}

interface Listing {
  limit: number;
  cursor?: string | undefined;
}

/** The surroundings of a thread's page, with the editions they were read in. */
export interface ThreadSurroundings {
  conference: ConferenceView;
  talk: TalkView | null;
  conferenceEdition: number;
  talkEdition: number;
  /** The role that answers questions here; null where they are not offered. */
  answeredBy: 'speaker' | 'organizers' | null;
}

function answeredBy(talkId: string | null, hasTeam: boolean): ThreadSurroundings['answeredBy'] {
  if (talkId !== null) return 'speaker';
  return hasTeam ? 'organizers' : null;
}

/** The public lists around threads: conferences, talks, threads. Takes a conference's id or slug. */
@Injectable()
export class ProgrammeListing {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly slotsQueries: SlotsQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly talkWords: TalkWords,
    private readonly teamQueries: TeamQueries,
  ) {}

  async conferences({ limit, cursor }: Listing): Promise<Page<ConferenceView>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['day', 'id'] as const);
    const { items, next } = pageOf(
      await this.programmeQueries.listConferences(limit + 1, after),
      limit,
      ({ startsOn, id }) => [startsOn, id],
    );
    return {
      items: await Promise.all(
        items.map(async (conference) =>
          toConferenceView(conference, await this.threadsQueries.countsOf(conference.id)),
        ),
      ),
      next,
    };
  }

  async conference(idOrSlug: string): Promise<ConferenceView> {
    return (await this.conferenceInVersion(idOrSlug)).view;
  }

  /** With the name of the version of what its organizers edit. Throws not-found. */
  async conferenceInVersion(idOrSlug: string): Promise<InVersion<ConferenceView>> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const view = toConferenceView(conference, await this.threadsQueries.countsOf(conference.id));
    return { view, version: conferenceVersion(conference) };
  }

  /** Masks addresses in `q`, as those in titles are. */
  async talks(
    idOrSlug: string,
    asked: TalkFilter & { q?: string },
    { limit, cursor }: Listing,
  ): Promise<Page<TalkView>> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const filter = await this.filterOf(conference, asked);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const { items, next } = pageOf(
      await this.programmeQueries.listTalks(conference, filter, { limit: limit + 1, after }),
      limit,
      placeOfTalk,
    );
    return { items: items.map(toTalkView), next };
  }

  /** The programme by time: each slot of a talk by itself, with its time and rooms. */
  async times(
    idOrSlug: string,
    asked: Omit<TalkFilter, 'speaker'> & { q?: string },
    { limit, cursor }: Listing,
  ): Promise<Page<TalkView>> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const filter = await this.filterOf(conference, asked);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const { items, next } = pageOf(
      await this.slotsQueries.list(conference, filter, { limit: limit + 1, after }),
      limit,
      placeOfTime,
    );
    return { items: await this.atTimes(conference, items), next };
  }

  /** The talks that are on in a room, as `onInRoom` says it; only these are read. */
  async inRoom(conference: Conference, room: string, now: Date): Promise<OnInRoom<TalkView>> {
    const times = await this.slotsQueries.ofRoom(conference.id, room);
    const slots = times.map((time) => ({ ...time, startsAt: time.startsAt?.toISOString() ?? null, at: time }));
    const on = onInRoom(slots, now);
    const shown = Object.values(on).flatMap((time) => (time ? [time.at] : []));
    const talks = byKey(await this.atTimes(conference, shown), ({ id, startsAt }) => `${id} ${startsAt}`);
    const talkAt = (time: { talkId: string; startsAt: string | null } | null): TalkView | null =>
      (time && talks.get(`${time.talkId} ${time.startsAt}`)) ?? null;
    return { now: talkAt(on.now), last: talkAt(on.last), next: talkAt(on.next) };
  }

  private async filterOf(
    conference: Conference,
    { q, speaker, ...facts }: TalkFilter & { q?: string },
  ): Promise<TalkFilter> {
    const isNamedById = speaker !== undefined && isUuid(speaker);
    const filter: TalkFilter = isNamedById ? { ...facts, speaker } : facts;
    const asked = { q: masked(q), speaker: isNamedById ? undefined : masked(speaker) };
    if (asked.q !== undefined || asked.speaker !== undefined)
      filter.ids = await this.talkWords.matching(conference.id, asked);
    return filter;
  }

  /** Talks as they are at these times, in their order. */
  async atTimes(conference: Conference, times: readonly TalkTime[]): Promise<TalkView[]> {
    const ids = [...new Set(times.map(({ talkId }) => talkId))];
    if (ids.length === 0) return [];
    const talks = await this.programmeQueries.listTalks(conference, { ids }, { limit: ids.length, after: null });
    const byId = byKey(talks.map(toTalkView), ({ id }) => id);
    return times.flatMap(({ talkId, startsAt, durationMinutes, room }) => {
      const talk = byId.get(talkId);
      return talk ? [{ ...talk, startsAt: startsAt?.toISOString() ?? null, durationMinutes, room }] : [];
    });
  }

  /** With the name of the version of what organizers edit. Throws not-found. */
  async talkInVersion(id: string): Promise<InVersion<TalkView>> {
    const talk = await this.programmeQueries.getTalk(id);
    return { view: toTalkView(talk), version: talkVersion(talk) };
  }

  /** Reads the surroundings of a thread's page, with the editions they were read in. */
  async around(conferenceId: string, talkId: string | null): Promise<ThreadSurroundings> {
    const [conference, counts, talk, hasTeam] = await Promise.all([
      this.programmeQueries.getConference(conferenceId),
      this.threadsQueries.countsOf(conferenceId),
      talkId === null ? null : this.programmeQueries.findTalk(talkId),
      talkId === null && this.teamQueries.hasTeam(conferenceId),
    ]);
    return {
      conference: toConferenceView(conference, counts),
      talk: talk && toTalkView(talk),
      conferenceEdition: conference.edition,
      talkEdition: talk ? talk.edition + talk.recapEdition : 0,
      answeredBy: answeredBy(talkId, hasTeam),
    };
  }

  async listThreads(
    idOrSlug: string,
    sort: 'programme' | 'active',
    { limit, cursor }: Listing,
  ): Promise<Page<ThreadView>> {
    const { id } = await this.programmeQueries.getConference(idOrSlug);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const rows = await (sort === 'active'
      ? this.threadsQueries.listByActivity(id, limit + 1, after)
      : this.threadsQueries.listByProgramme(id, limit + 1, after));
    const { items, next } = pageOf(rows, limit, (row) => [Number(row.place), row.id]);
    return { items: items.map(toThreadView), next };
  }

  /** The threads in which something is said and those without a talk, by their last contribution. */
  async listDiscussions(conferenceId: string, { limit, cursor }: Listing): Promise<Page<ThreadView>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const rows = await this.threadsQueries.listDiscussions(conferenceId, limit + 1, after);
    const { items, next } = pageOf(rows, limit, (row) => [Number(row.place), row.id]);
    return { items: items.map(toThreadView), next };
  }

  /** Talks that run at `now`, and those that begin next within three hours, at the same minute in all rooms. */
  async onNow(conferenceId: string, now: Date): Promise<{ now: TalkView[]; next: TalkView[] }> {
    const conference = await this.programmeQueries.getConference(conferenceId);
    const times = await this.slotsQueries.listAround(conferenceId, now, { hoursAfter: 3 });
    const around = await this.atTimes(conference, times);
    const startOf = ({ startsAt }: TalkView): number => Math.floor(Date.parse(startsAt!) / 60_000) * 60_000;
    const next = around.filter((talk) => startOf(talk) > now.getTime());
    return {
      now: around.filter(
        (talk) => startOf(talk) <= now.getTime() && startOf(talk) + talk.durationMinutes * 60_000 > now.getTime(),
      ),
      next: next.filter((talk) => startOf(talk) === startOf(next[0]!)),
    };
  }

  /** Lists the talks that follow a talk in its rooms on the same day. Throws `not-found`. */
  async following(conferenceId: string, talkId: string): Promise<TalkView[]> {
    const conference = await this.programmeQueries.getConference(conferenceId);
    return this.atTimes(conference, await this.slotsQueries.listFollowing(conference, talkId));
  }

  /** The threads with the most contributions. */
  async discussed(conferenceId: string, limit: number): Promise<ThreadView[]> {
    return (await this.threadsQueries.listDiscussed(conferenceId, limit)).map(toThreadView);
  }

  async threadsOfTalks(talkIds: readonly string[]): Promise<ThreadView[]> {
    return (await this.threadsQueries.listOfTalks(talkIds)).map(toThreadView);
  }

  async threadsByIds(ids: readonly string[]): Promise<ThreadView[]> {
    return (await this.threadsQueries.listByIds(ids)).map(toThreadView);
  }

  async thread(id: string): Promise<ThreadView> {
    return toThreadView(await this.threadsQueries.getRead(id));
  }
}

const masked = (words: string | undefined): string | undefined => words && maskAddresses(words);

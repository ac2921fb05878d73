import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { notFound } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { maskAddresses } from '../kernel/text.ts';
import { placeOfTalk, ProgrammeQueries, type TalkFilter } from '../programme/programme.queries.ts';
import { toTalkView, type TalkView } from '../programme/talk.view.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { toThreadView, type ThreadView } from '../threads/thread.view.ts';
import { TalkWords } from './talk-words.ts';
import { toConferenceView, type ConferenceView } from './conference.view.ts';

interface Listing {
  limit: number;
  cursor?: string | undefined;
}

/** The public lists around the threads: conferences, talks, threads. A conference may be named by its slug. */
@Injectable()
export class ProgrammeListing {
  constructor(
    private readonly programme: ProgrammeQueries,
    private readonly threads: ThreadsQueries,
    private readonly words: TalkWords,
  ) {}

  async conferences({ limit, cursor }: Listing): Promise<Page<ConferenceView>> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['day', 'id'] as const);
    const { items, next } = pageOf(
      await this.programme.listConferences(limit + 1, after),
      limit,
      ({ startsOn, id }) => [startsOn, id],
    );
    return {
      items: await Promise.all(
        items.map(async (conference) => toConferenceView(conference, await this.threads.countsOf(conference.id))),
      ),
      next,
    };
  }

  async conference(idOrSlug: string): Promise<ConferenceView> {
    const conference = await this.programme.getConference(idOrSlug);
    return toConferenceView(conference, await this.threads.countsOf(conference.id));
  }

  /** Addresses in `q` are masked as those in titles are. */
  async talks(
    idOrSlug: string,
    { q, speaker, ...facts }: TalkFilter & { q?: string },
    { limit, cursor }: Listing,
  ): Promise<Page<TalkView>> {
    const conference = await this.programme.getConference(idOrSlug);
    const isNamedById = speaker !== undefined && isUuid(speaker);
    const filter: TalkFilter = isNamedById ? { ...facts, speaker } : facts;
    const asked = { q: masked(q), speaker: isNamedById ? undefined : masked(speaker) };
    if (asked.q !== undefined || asked.speaker !== undefined)
      filter.ids = await this.words.matching(conference.id, asked);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const { items, next } = pageOf(
      await this.programme.listTalks(conference, filter, { limit: limit + 1, after }),
      limit,
      placeOfTalk,
    );
    return { items: items.map(toTalkView), next };
  }

  async talk(id: string): Promise<TalkView> {
    const talk = await this.programme.findTalk(id);
    if (!talk) throw notFound();
    return toTalkView(talk);
  }

  /** What stands around a thread, with the editions that name these versions of it. */
  async around(
    conferenceId: string,
    talkId: string | null,
  ): Promise<{ conference: ConferenceView; talk: TalkView | null; conferenceEdition: number; talkEdition: number }> {
    const [conference, counts, talk] = await Promise.all([
      this.programme.getConference(conferenceId),
      this.threads.countsOf(conferenceId),
      talkId === null ? null : this.programme.findTalk(talkId),
    ]);
    return {
      conference: toConferenceView(conference, counts),
      talk: talk && toTalkView(talk),
      conferenceEdition: conference.edition,
      talkEdition: talk?.edition ?? 0,
    };
  }

  async listThreads(
    idOrSlug: string,
    sort: 'programme' | 'active',
    { limit, cursor }: Listing,
  ): Promise<Page<ThreadView>> {
    const { id } = await this.programme.getConference(idOrSlug);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const rows = await (sort === 'active'
      ? this.threads.listByActivity(id, limit + 1, after)
      : this.threads.listByProgramme(id, limit + 1, after));
    const { items, next } = pageOf(rows, limit, (row) => [Number(row.place), row.id]);
    return { items: items.map(toThreadView), next };
  }

  /** What a programme can be narrowed by, and the threads that belong to no talk. */
  async outline(idOrSlug: string): Promise<{ days: string[]; rooms: string[]; tracks: string[]; halls: ThreadView[] }> {
    const conference = await this.programme.getConference(idOrSlug);
    const [facets, halls] = await Promise.all([
      this.programme.facets(conference),
      this.threads.listWithoutTalk(conference.id),
    ]);
    return { ...facets, halls: halls.map(toThreadView) };
  }

  /** What is on at `now`, and what begins next within three hours: the same minute in all rooms. */
  async onNow(conferenceId: string, now: Date): Promise<{ now: TalkView[]; next: TalkView[] }> {
    const around = (await this.programme.listAround(conferenceId, now, { hoursAfter: 3 })).map(toTalkView);
    const startOf = ({ startsAt }: TalkView): number => Math.floor(Date.parse(startsAt!) / 60_000) * 60_000;
    const next = around.filter((talk) => startOf(talk) > now.getTime());
    return {
      now: around.filter(
        (talk) => startOf(talk) <= now.getTime() && startOf(talk) + talk.durationMinutes * 60_000 > now.getTime(),
      ),
      next: next.filter((talk) => startOf(talk) === startOf(next[0]!)),
    };
  }

  /** Threads in which something was said lately, or in which questions wait. */
  async busy(conferenceId: string, kind: 'active' | 'waiting', limit: number): Promise<ThreadView[]> {
    const rows =
      kind === 'waiting'
        ? await this.threads.listWaiting(conferenceId, limit)
        : (await this.threads.listByActivity(conferenceId, limit, null)).filter(
            ({ lastActivityAt }) => lastActivityAt !== null,
          );
    return rows.map(toThreadView);
  }

  async threadsOfTalks(talkIds: readonly string[]): Promise<ThreadView[]> {
    return (await this.threads.listOfTalks(talkIds)).map(toThreadView);
  }

  async threadsByIds(ids: readonly string[]): Promise<ThreadView[]> {
    return (await this.threads.listByIds(ids)).map(toThreadView);
  }

  async thread(id: string): Promise<ThreadView> {
    return toThreadView(await this.threads.get(id));
  }
}

const masked = (words: string | undefined): string | undefined => words && maskAddresses(words);

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

/** The public lists around threads: conferences, talks, threads. Takes a conference's id or slug. */
@Injectable()
export class ProgrammeListing {
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly talkWords: TalkWords,
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
    const conference = await this.programmeQueries.getConference(idOrSlug);
    return toConferenceView(conference, await this.threadsQueries.countsOf(conference.id));
  }

  /** Masks addresses in `q`, as those in titles are. */
  async talks(
    idOrSlug: string,
    { q, speaker, ...facts }: TalkFilter & { q?: string },
    { limit, cursor }: Listing,
  ): Promise<Page<TalkView>> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const isNamedById = speaker !== undefined && isUuid(speaker);
    const filter: TalkFilter = isNamedById ? { ...facts, speaker } : facts;
    const asked = { q: masked(q), speaker: isNamedById ? undefined : masked(speaker) };
    if (asked.q !== undefined || asked.speaker !== undefined)
      filter.ids = await this.talkWords.matching(conference.id, asked);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const { items, next } = pageOf(
      await this.programmeQueries.listTalks(conference, filter, { limit: limit + 1, after }),
      limit,
      placeOfTalk,
    );
    return { items: items.map(toTalkView), next };
  }

  async talk(id: string): Promise<TalkView> {
    const talk = await this.programmeQueries.findTalk(id);
    if (!talk) throw notFound();
    return toTalkView(talk);
  }

  /** What a thread's page shows around it, with the editions it was read in. */
  async around(
    conferenceId: string,
    talkId: string | null,
  ): Promise<{ conference: ConferenceView; talk: TalkView | null; conferenceEdition: number; talkEdition: number }> {
    const [conference, counts, talk] = await Promise.all([
      this.programmeQueries.getConference(conferenceId),
      this.threadsQueries.countsOf(conferenceId),
      talkId === null ? null : this.programmeQueries.findTalk(talkId),
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
    const { id } = await this.programmeQueries.getConference(idOrSlug);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['milliseconds', 'id'] as const);
    const rows = await (sort === 'active'
      ? this.threadsQueries.listByActivity(id, limit + 1, after)
      : this.threadsQueries.listByProgramme(id, limit + 1, after));
    const { items, next } = pageOf(rows, limit, (row) => [Number(row.place), row.id]);
    return { items: items.map(toThreadView), next };
  }

  /** The filters of a programme, and its threads without a talk. */
  async outline(idOrSlug: string): Promise<{ days: string[]; rooms: string[]; tracks: string[]; halls: ThreadView[] }> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    const [facets, halls] = await Promise.all([
      this.programmeQueries.facets(conference),
      this.threadsQueries.listWithoutTalk(conference.id),
    ]);
    return { ...facets, halls: halls.map(toThreadView) };
  }

  /** Talks that run at `now`, and those that begin next within three hours, at the same minute in all rooms. */
  async onNow(conferenceId: string, now: Date): Promise<{ now: TalkView[]; next: TalkView[] }> {
    const around = (await this.programmeQueries.listAround(conferenceId, now, { hoursAfter: 3 })).map(toTalkView);
    const startOf = ({ startsAt }: TalkView): number => Math.floor(Date.parse(startsAt!) / 60_000) * 60_000;
    const next = around.filter((talk) => startOf(talk) > now.getTime());
    return {
      now: around.filter(
        (talk) => startOf(talk) <= now.getTime() && startOf(talk) + talk.durationMinutes * 60_000 > now.getTime(),
      ),
      next: next.filter((talk) => startOf(talk) === startOf(next[0]!)),
    };
  }

  /** Threads with recent contributions, or with waiting questions. */
  async busy(conferenceId: string, kind: 'active' | 'waiting', limit: number): Promise<ThreadView[]> {
    const rows =
      kind === 'waiting'
        ? await this.threadsQueries.listWaiting(conferenceId, limit)
        : (await this.threadsQueries.listByActivity(conferenceId, limit, null)).filter(
            ({ lastActivityAt }) => lastActivityAt !== null,
          );
    return rows.map(toThreadView);
  }

  async threadsOfTalks(talkIds: readonly string[]): Promise<ThreadView[]> {
    return (await this.threadsQueries.listOfTalks(talkIds)).map(toThreadView);
  }

  async threadsByIds(ids: readonly string[]): Promise<ThreadView[]> {
    return (await this.threadsQueries.listByIds(ids)).map(toThreadView);
  }

  async thread(id: string): Promise<ThreadView> {
    return toThreadView(await this.threadsQueries.get(id));
  }
}

const masked = (words: string | undefined): string | undefined => words && maskAddresses(words);

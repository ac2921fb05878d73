import { Injectable } from '@nestjs/common';
import { byKey } from '../kernel/by-key.ts';
import { invalidRequest } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { threadLinksOf } from './recap-text.ts';
import type { TalkCard } from './recap.view.ts';
import type { ThreadLink } from './thread-link.ts';

/** Most talks of which one recap has cards. */
const CARDS_AT_MOST = 100;

interface LinkedThread {
  conferenceId: string;
  conferenceSlug: string;
  slug: string;
  code: string;
  talkId: string;
}

/** Finds the card of each line that links to a talk of the conference. */
export type CardFinder = (link: ThreadLink) => TalkCard | null;

/** Turns links to talks into cards: in a recap, a line or heading that holds only such a link. */
@Injectable()
export class TalkCards {
  private origin: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly config: Config,
  ) {}

  async of(conferenceId: string, markdown: string): Promise<CardFinder> {
    const threads = (await this.linkedIn(markdown)).filter((thread) => thread.conferenceId === conferenceId);
    if (threads.length === 0) return () => null;
    const conference = await this.programmeQueries.getConference(conferenceId);
    const ids = [...new Set(threads.map(({ talkId }) => talkId))];
    const talks = byKey(
      await this.programmeQueries.listTalks(conference, { ids }, { limit: CARDS_AT_MOST, after: null }),
      ({ id }) => id,
    );
    return (link) => {
      const thread = threads.find((one) => this.leadsTo(link, one));
      const talk = thread && talks.get(thread.talkId);
      if (!talk) return null;
      return {
        id: talk.id,
        title: talk.title,
        speakers: talk.speakers.map(({ name }) => name),
        startsAt: talk.startsAt?.toISOString() ?? null,
        room: talk.room,
        path: `/c/${conference.slug}/t/${thread.slug}`,
      };
    };
  }

  /**
   * The talks whose cards stand in a text, each once, in order. Throws `invalid-request` for lines that link to a talk
   * of another conference.
   */
  async demandTalks(conferenceId: string, markdown: string): Promise<string[]> {
    const threads = await this.linkedIn(markdown);
    const ids: string[] = [];
    const strays: number[] = [];
    for (const { link, number } of threadLinksOf(markdown)) {
      const thread = threads.find((one) => this.leadsTo(link, one));
      if (thread?.conferenceId === conferenceId) ids.push(thread.talkId);
      else if (thread) strays.push(number);
    }
    if (strays.length > 0)
      throw invalidRequest(
        strays.map((number) => ({
          pointer: '#/markdown',
          detail: `Line ${number} links to a talk of another conference. Put that link into a sentence.`,
        })),
      );
    return [...new Set(ids)].slice(0, CARDS_AT_MOST);
  }

  private async linkedIn(markdown: string): Promise<LinkedThread[]> {
    const links = threadLinksOf(markdown)
      .map(({ link }) => link)
      .filter((link) => this.isOurs(link));
    if (links.length === 0) return [];
    return this.database.read<LinkedThread>(
      `select t.conference_id "conferenceId", c.slug "conferenceSlug", t.slug, t.code, t.talk_id "talkId"
       from threads t
       join conferences c on c.id = t.conference_id
       where t.talk_id is not null
         and (t.slug = any($1) and (c.slug = any($2) or c.id::text = any($2)) or t.code = any($3))`,
      [
        links.flatMap(({ conference, thread }) => (conference === null ? [] : thread)),
        links.flatMap(({ conference }) => conference ?? []),
        links.flatMap(({ conference, thread }) => (conference === null ? thread : [])),
      ],
    );
  }

  private leadsTo(link: ThreadLink, { conferenceId, conferenceSlug, slug, code }: LinkedThread): boolean {
    if (!this.isOurs(link)) return false;
    if (link.conference === null) return link.thread === code;
    return link.thread === slug && (link.conference === conferenceSlug || link.conference === conferenceId);
  }

  private ownOrigin(): string {
    this.origin ??= new URL(this.config.publicUrl).origin;
    return this.origin;
  }

  private isOurs({ origin }: ThreadLink): boolean {
    return origin === '' || origin === this.ownOrigin();
  }
}

import { Injectable } from '@nestjs/common';
import { WritePersona } from '../accounts/write-persona.ts';
import { Clock } from '../kernel/clock.ts';
import { timedId } from '../kernel/ids.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { lockConference } from '../programme/lock-conferences.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { OpenDiscussion } from './open-discussion.ts';
import { raiseTalksOf } from './raise-talks.ts';
import { judgeRecap, RecapAuthors } from './recap-authors.ts';
import { demandQuotable } from './recap-items.ts';
import { RECAPS_AT_MOST } from './recap.policy.ts';
import { recapsTooMany } from './recap.problems.ts';
import { maskedRecap } from './recap-text.ts';
import { saveVersion, type NewVersion } from './save-version.ts';
import { TalkCards } from './talk-cards.ts';

/** A new recap of a participant. Not published, it is a draft that only its author sees. */
export interface NewRecap {
  title: string;
  markdown: string;
  items?: readonly string[] | undefined;
  published?: boolean | undefined;
  /** Left out by those who have one persona. */
  personaId?: string | undefined;
  /** The name of the author's first persona here, made in the same transaction; left aside by those who have one. */
  firstName?: string | undefined;
}

/** Begins a participant's recap of a conference, as a draft or published at once. */
@Injectable()
export class CreateRecap {
  // A recap is a row, a text with quotations and talks, an author, and a thread.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly recapAuthors: RecapAuthors,
    private readonly talkCards: TalkCards,
    private readonly openDiscussion: OpenDiscussion,
    private readonly writePersona: WritePersona,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns its id. Throws what making a persona throws, `not-found`, `invalid-request`, `persona-required`,
   * `persona-choice-required`, `address-required`, `account-suspended`, `account-muted`, `conference-archived`,
   * `recaps-too-many`.
   */
  async create(accountId: string, conferenceKey: string, recap: NewRecap): Promise<string> {
    const conference = await this.programmeQueries.getConference(conferenceKey);
    const items = [...(recap.items ?? [])];
    const version: NewVersion = {
      title: recap.title,
      markdown: maskedRecap(recap.markdown, items.length),
      items,
      talkIds: await this.talkCards.demandTalks(conference.id, recap.markdown),
      isPublished: recap.published ?? false,
    };
    const { firstName: name } = recap;
    const { id, threadId } = await this.database.transaction(async (tx) => {
      // Before the account, as who leaves takes them. Two requests at once make no eleventh recap.
      await lockConference(tx, conference.id);
      if (name !== undefined)
        await this.writePersona.createFirstIn(tx, { accountId, conferenceId: conference.id, name, tagline: '' });
      return this.insert(tx, { accountId, conference, version, personaId: recap.personaId ?? null });
    });
    if (threadId !== null) this.openDiscussion.announce(threadId);
    return id;
  }

  private async insert(
    tx: Tx,
    {
      accountId,
      conference,
      version,
      personaId,
    }: {
      accountId: string;
      conference: Conference;
      version: NewVersion;
      personaId: string | null;
    },
  ): Promise<{ id: string; threadId: string | null }> {
    const now = this.clock.now();
    const place = { conferenceId: conference.id, threadId: null, recapId: null, isOfficial: false };
    const { persona, roles, heldBecause } = judgeRecap(
      { version, personaId, conference, now },
      await this.recapAuthors.read(tx, accountId, conference.id),
    );
    await demandQuotable(tx, place, version.items);
    await this.demandRoom(tx, accountId, conference.id);
    const isHeld = heldBecause !== null;
    const recap = {
      id: timedId(now),
      conferenceId: conference.id,
      aboutThreadId: null,
      slug: await this.openDiscussion.slugFor(tx, conference.id, version.title ?? ''),
      personaId: persona.id,
    };
    await tx.query(
      `insert into recaps (
         id, conference_id, persona_id, author_name, author_roles, slug, is_official, created_at, published_at, held_at,
         held_because
       )
       values ($1, $2, $3, $4, $5, $6, false, $7, $8, $9, $10)`,
      [
        recap.id,
        recap.conferenceId,
        persona.id,
        persona.name,
        roles,
        recap.slug,
        now,
        version.isPublished && !isHeld ? now : null,
        isHeld ? now : null,
        heldBecause,
      ],
    );
    await saveVersion(tx, recap, version, now);
    if (!version.isPublished) return { id: recap.id, threadId: null };
    await raiseTalksOf(tx, recap.id);
    const threadId = await this.openDiscussion.open(tx, recap, { title: version.title ?? '', isHeld });
    return { id: recap.id, threadId };
  }

  private async demandRoom(tx: Tx, accountId: string, conferenceId: string): Promise<void> {
    const [own] = await tx.query<{ recaps: number }>(
      `select count(*)::int recaps from recaps r
       join personas p on p.id = r.persona_id
       where r.conference_id = $1 and p.account_id = $2 and r.withdrawn_at is null`,
      [conferenceId, accountId],
    );
    if (own!.recaps >= RECAPS_AT_MOST) throw recapsTooMany({ limit: RECAPS_AT_MOST });
  }
}

import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, type Page } from '../kernel/cursor.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { Recap } from './recap.entity.ts';
import { recapStateOf } from './recap.policy.ts';
import { RecapQueries, type RecapListing } from './recap.queries.ts';
import { Recaps } from './recaps.ts';
import type { RecapVersionView, RecapView } from './recap.view.ts';

/** Most recaps that the pages of a talk and of a persona list. */
const LISTED_AT_MOST = 100;

/** Reads the recaps of a conference, official and of participants. Lists show what everybody may read. */
@Injectable()
export class ConferenceRecaps {
  constructor(
    private readonly recapQueries: RecapQueries,
    private readonly recaps: Recaps,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** Official ones first, then the newest. Throws `not-found`, `invalid-request` for a foreign cursor. */
  async list(
    idOrSlug: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page<RecapView>> {
    const { id } = await this.programmeQueries.getConference(idOrSlug);
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number', 'milliseconds', 'id'] as const);
    const { items, next } = pageOf(
      await this.recapQueries.listPublic({ conferenceId: id, limit: limit + 1, after }),
      limit,
      ({ place }) => place,
    );
    return { items: await Promise.all(items.map((row) => this.recaps.viewOf(row))), next };
  }

  /** The public recaps that speak of a talk. */
  ofTalk(conferenceId: string, talkId: string): Promise<RecapView[]> {
    return this.listAll({ conferenceId, talkId });
  }

  /** The public recaps of a persona. */
  ofPersona(conferenceId: string, personaId: string): Promise<RecapView[]> {
    return this.listAll({ conferenceId, personaId });
  }

  /** An account's own recaps in a conference, drafts too, in their newest version. */
  async own(conferenceId: string, accountId: string): Promise<RecapView[]> {
    const rows = await this.recapQueries.listOwn(conferenceId, accountId);
    return Promise.all(rows.map((row) => this.recaps.viewOf(row)));
  }

  /** As `readBy`, by the last part of its address. */
  async readBySlug(accountId: string | null, conferenceId: string, slug: string): Promise<RecapView> {
    const recap = await this.recapQueries.bySlug(conferenceId, slug);
    if (!recap) throw notFound();
    return this.read(accountId, recap);
  }

  /**
   * A recap as this account may read it: its author the newest version, or the one they name; all others the published
   * one, and without words what was public and is hidden now. Throws `not-found`, also for what was never public.
   */
  async readBy(accountId: string | null, id: string, version?: number): Promise<RecapView> {
    const recap = await this.recapQueries.byId(id);
    if (!recap) throw notFound();
    return this.read(accountId, recap, version);
  }

  /** The versions of a recap, the latest first, for its author. Throws `not-found`, `not-allowed`. */
  async versionsBy(accountId: string, id: string): Promise<RecapVersionView[]> {
    await this.demandAuthor(accountId, id);
    return this.recaps.versionsOf(id);
  }

  /** Throws `not-found` (also for what was never public), `not-allowed`. */
  async demandAuthor(accountId: string, id: string): Promise<Recap> {
    const recap = await this.recapQueries.byId(id);
    if (!recap) throw notFound();
    if (await this.mayWrite(accountId, recap)) return recap;
    throw recap.publishedAt === null ? notFound() : notAllowed();
  }

  private async mayWrite(accountId: string | null, recap: Recap): Promise<boolean> {
    if (accountId === null) return false;
    if (!recap.isOfficial) return this.recapQueries.isOf(recap.personaId, accountId);
    const place =
      recap.aboutThreadId === null
        ? await this.recaps.ofConference(recap.conferenceId)
        : await this.recaps.ofThread(recap.aboutThreadId);
    return this.recaps.mayWrite(accountId, place);
  }

  private async read(accountId: string | null, recap: Recap, version?: number): Promise<RecapView> {
    const isWriter = await this.mayWrite(accountId, recap);
    const text = await this.recapQueries.version(recap.id, isWriter ? (version ?? 'newest') : 'published');
    const state = recapStateOf(recap);
    if (!text || (!isWriter && recap.publishedAt === null)) throw notFound();
    return isWriter || state === 'published'
      ? this.recaps.viewOf({ ...recap, text })
      : this.recaps.hiddenViewOf({ ...recap, text });
  }

  private async listAll(listing: Pick<RecapListing, 'conferenceId' | 'talkId' | 'personaId'>): Promise<RecapView[]> {
    const rows = await this.recapQueries.listPublic({ ...listing, limit: LISTED_AT_MOST, after: null });
    return Promise.all(rows.map((row) => this.recaps.viewOf(row)));
  }
}

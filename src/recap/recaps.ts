import { Injectable } from '@nestjs/common';
import { words } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import { GrantsQueries } from '../accounts/grants.queries.ts';
import type { CommentView } from '../comments/comment.view.ts';
import { byKey } from '../kernel/by-key.ts';
import { notAllowed, notFound } from '../kernel/common.problems.ts';
import { Config } from '../platform/config/settings.ts';
import { renderMarkdown } from '../platform/markup/markdown.ts';
import type { Conference } from '../programme/conference.entity.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { Transcript } from '../transcript/transcript.ts';
import { recapAsHtml, recapAsMarkdown } from './recap-export.ts';
import { mayWriteRecap } from './recap.policy.ts';
import { isTakenBack, RecapQueries, type RecapOwner } from './recap.queries.ts';
import { piecesOf } from './recap-text.ts';
import type { RecapPart, RecapVersionView, RecapView } from './recap.view.ts';

/** A recap's conference, thread and paths. */
export interface RecapPlace extends RecapOwner {
  conference: Conference;
  thread: { id: string; slug: string; title: string; talkId: string | null } | null;
  path: string;
}

/** The text and the quotations of a recap, also before it is saved. */
export interface RecapText {
  markdown: string;
  items: readonly string[];
}

/** Reads recaps. Quotations are the comments as they may be shown now. */
@Injectable()
export class Recaps {
  // A recap's page joins its text with the thread, the programme, the transcript and the reader's grants.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly recapQueries: RecapQueries,
    private readonly transcript: Transcript,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly config: Config,
  ) {}

  /** Throws `not-found`. */
  async ofThread(threadId: string): Promise<RecapPlace> {
    const thread = await this.threadsQueries.get(threadId);
    const conference = await this.programmeQueries.getConference(thread.conferenceId);
    return {
      conferenceId: conference.id,
      threadId,
      conference,
      thread,
      path: `/c/${conference.slug}/t/${thread.slug}/recap`,
    };
  }

  async ofConference(idOrSlug: string): Promise<RecapPlace> {
    const conference = await this.programmeQueries.getConference(idOrSlug);
    return {
      conferenceId: conference.id,
      threadId: null,
      conference,
      thread: null,
      path: `/c/${conference.slug}/recap`,
    };
  }

  async mayWrite(accountId: string | null, { conferenceId, thread }: RecapPlace): Promise<boolean> {
    if (accountId === null) return false;
    const roles = await this.grantsQueries.rolesIn(accountId, conferenceId);
    return mayWriteRecap({
      isOrganizer: roles.organizer,
      speaksHere: thread?.talkId != null && roles.speakerOf.has(thread.talkId),
    });
  }

  async demandWriter(accountId: string, place: RecapPlace): Promise<void> {
    if (!(await this.mayWrite(accountId, place))) throw notAllowed();
  }

  /**
   * What this account may read: a writer the newest version or the one they name, all others the published one. Throws
   * `not-found`.
   */
  async readBy(accountId: string | null, place: RecapPlace, version?: number): Promise<RecapView> {
    return this.get(place, { isWriter: await this.mayWrite(accountId, place), version });
  }

  /** The published version; for writers the newest, or the one they name. Throws `not-found`. */
  async get(
    place: RecapPlace,
    { isWriter, version }: { isWriter: boolean; version?: number | undefined },
  ): Promise<RecapView> {
    const found = await this.recapQueries.find(place, isWriter ? (version ?? 'newest') : 'published');
    if (!found || (!isWriter && isTakenBack(found))) throw notFound();
    const parts = await this.partsOf(found);
    return {
      conferenceId: place.conferenceId,
      threadId: place.threadId,
      version: found.version,
      published: found.isPublished,
      savedAt: found.savedAt.toISOString(),
      markdown: found.markdown,
      items: found.items,
      comments: (await this.quotationsOf(found.items)).flatMap((quotation) => (quotation ? [quotation.comment] : [])),
      html: recapAsHtml({ parts, base: this.config.publicUrl, say: words(place.conference.locale) }),
    };
  }

  /** The published version; null without one. */
  async published(place: RecapOwner): Promise<(RecapText & { version: number; savedAt: Date }) | null> {
    const found = await this.recapQueries.find(place, 'published');
    return found && !isTakenBack(found) ? found : null;
  }

  async versions(place: RecapPlace): Promise<RecapVersionView[]> {
    return (await this.recapQueries.list(place)).map(({ version, isPublished, savedAt }) => ({
      version,
      published: isPublished,
      savedAt: savedAt.toISOString(),
    }));
  }

  /** In order: the writer's text as safe HTML, and the quotations in their places. */
  async partsOf(text: RecapText): Promise<RecapPart[]> {
    const quotations = await this.quotationsOf(text.items);
    return piecesOf(text.markdown, text.items.length).flatMap((piece): RecapPart[] => {
      if ('text' in piece) return [{ html: renderMarkdown(piece.text) }];
      const quotation = quotations[piece.item];
      return quotation ? [quotation] : [];
    });
  }

  async asMarkdown(place: RecapPlace, text: RecapText, locale: Locale): Promise<string> {
    const quotations = await this.quotationsOf(text.items);
    const markdownParts = piecesOf(text.markdown, text.items.length).flatMap(
      (piece): (string | { comment: CommentView; path: string })[] => {
        if ('text' in piece) return [piece.text];
        const quotation = quotations[piece.item];
        return quotation ? [quotation] : [];
      },
    );
    return recapAsMarkdown({ title: titleOf(place), markdownParts, base: this.config.publicUrl, say: words(locale) });
  }

  async asHtml(text: RecapText, locale: Locale): Promise<string> {
    return recapAsHtml({ parts: await this.partsOf(text), base: this.config.publicUrl, say: words(locale) });
  }

  private async quotationsOf(ids: readonly string[]): Promise<({ comment: CommentView; path: string } | null)[]> {
    if (ids.length === 0) return [];
    const comments = byKey(await this.transcript.comments(ids), ({ id }) => id);
    const threads = byKey(
      await this.threadsQueries.listByIds([...new Set([...comments.values()].map(({ threadId }) => threadId))]),
      ({ id }) => id,
    );
    const [any] = threads.values();
    const slug = any ? (await this.programmeQueries.getConference(any.conferenceId)).slug : '';
    return ids.map((id) => {
      const comment = comments.get(id);
      return comment
        ? {
            comment,
            path: `/c/${slug}/t/${threads.get(comment.threadId)!.slug}?comment=${comment.rootId ?? id}#c-${id}`,
          }
        : null;
    });
  }
}

export const titleOf = ({ conference, thread }: Pick<RecapPlace, 'conference' | 'thread'>): string =>
  thread?.title ?? conference.title;

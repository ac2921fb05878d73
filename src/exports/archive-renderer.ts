import { Injectable } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import type { DrawnFigure } from '../figures/figure-cards.ts';
import type { CommentView } from '../comments/comment.view.ts';
import type { LedgerLine } from '../moderation/ledger.queries.ts';
import type { TalkView } from '../programme/talk.view.ts';
import type { RecapPart } from '../recap/recap.view.ts';
import type { ThreadView } from '../threads/thread.view.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';

/** The surroundings of a page: its depth in the folder, and the path of its other language. */
export interface ArchivePageContext {
  locale: Locale;
  conference: ConferenceView;
  title: string;
  up: string;
  other: string;
  hasRecap: boolean;
  base: string;
}

export interface ArchivedBranch {
  root: CommentView;
  replies: CommentView[];
  isContinued: boolean;
}

export interface ArchivedThreadPage {
  thread: ThreadView;
  talk: TalkView | null;
  /** The recap that is about it or answered in it, from its own page; null without one. */
  recap: string | null;
  number: number;
  isLast: boolean;
  answered: { question: CommentView; answer: CommentView | null }[];
  branches: ArchivedBranch[];
  placeOf: (id: string) => string;
}

/** A recap in the list of the programme page; `name` is its page's file. */
export interface ListedRecap {
  name: string;
  threadId: string | null;
  title: string;
  author: string | null;
  isOfficial: boolean;
}

/** The author of a recap, as its page in an archive says it; the path of the avatar is from that page. */
export interface RecapAuthor {
  id: string;
  name: string;
  roles: string[];
  avatarUrl: string;
  tagline: string;
  bioHtml: string;
}

/** The content of an archive's page of a recap. */
export interface ArchivedRecapPage {
  title: string;
  author: RecapAuthor | null;
  isOfficial: boolean;
  savedAt: string;
  parts: RecapPart[];
  discussion: string;
}

/** The content of the programme page. */
export interface ArchivedProgramme {
  talks: TalkView[];
  threads: (ThreadView & { recapId: string | null })[];
  recaps: ListedRecap[];
}

/** Draws an archive's pages with the components of the site. The pages module registers it at start. */
export interface ArchivePages {
  style(): Promise<Buffer | string>;
  /** The stylesheet of the conference's brand, and the font it names; none where it has no brand. */
  brand(conference: ConferenceView): { name: string; contents: Buffer | string }[];
  searchScript(): string;
  avatar(seed: string): string;
  languagePage(conference: ConferenceView): string;
  programme(context: ArchivePageContext, facts: ArchivedProgramme): Promise<string>;
  thread(context: ArchivePageContext, page: ArchivedThreadPage): string;
  recap(context: ArchivePageContext, recap: ArchivedRecapPage): string;
  ledger(context: ArchivePageContext, lines: LedgerLine[]): string;
  figures(context: ArchivePageContext, figures: readonly DrawnFigure[]): string;
  search(context: ArchivePageContext): string;
}

/** Holds the registered renderer. */
@Injectable()
export class ArchiveRenderer {
  private pages: ArchivePages | null = null;

  renderWith(pages: ArchivePages): void {
    this.pages = pages;
  }

  get draw(): ArchivePages {
    if (!this.pages) throw new Error('no module has registered how the pages of an archive are drawn');
    return this.pages;
  }
}

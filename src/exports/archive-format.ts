import { createHash } from 'node:crypto';
import type { CommentView } from '../comments/comment.view.ts';
import type { LedgerLine } from '../moderation/ledger.queries.ts';
import type { ConferenceView } from '../transcript/conference.view.ts';
import type { TalkView } from '../programme/talk.view.ts';
import type { FigureView } from '../figures/figures.view.ts';
import type { ThreadView } from '../threads/thread.view.ts';

/**
 * The files of an archive, described in docs/archive.md. The version changes when an older reader would misread a new
 * archive; added fields do not change it.
 */
export const ARCHIVE_FORMAT = 'aftertalk-archive';
export const ARCHIVE_VERSION = 1;
/** Languages in which an archive's pages are drawn. */
export const ARCHIVE_LOCALES = ['fr', 'en'] as const;

export const MANIFEST = 'manifest.txt';
export const SIGNATURE = 'signature.json';
/** The progress of an unfinished export; removed at its end. */
export const PROGRESS = '.progress.json';

export interface ArchivedTalk extends TalkView {
  slots: { startsAt: string; durationMinutes: number; room: string; key: string }[];
  speakers: { id: string; key: string; name: string; bioHtml: string }[];
  /** Fields written on the forum, which a later programme leaves alone; missing in older archives. */
  edited: string[];
}
export interface ArchivedThread extends ThreadView {
  /** The recap that is answered in it; null for all other threads. */
  recapId: string | null;
  startsAt: string;
  files: number;
}
/** The author of a recap; `tagline` and `biography`, Markdown, are empty without one, and missing in older archives. */
export interface ArchivedAuthor {
  id: string;
  name: string;
  roles: string[];
  tagline?: string;
  biography?: string;
}
export interface ArchivedRecap {
  id: string;
  /** The thread that an official recap is about. */
  threadId: string | null;
  slug: string;
  /** Null for one that is named after its talk or conference. */
  title: string | null;
  /** Null for an official one, and once its author is gone. */
  author: ArchivedAuthor | null;
  isOfficial: boolean;
  publishedAt: string;
  talkIds: string[];
  version: number;
  markdown: string;
  items: string[];
  savedAt: string;
}
export interface ArchivedComment extends Omit<CommentView, 'replies'> {
  revisions?: { revision: number; html: string; writtenAt: string }[];
}

/** A figure of the conference, or of one of its days, as of the moment in `asOf`. */
export interface ArchivedFigure extends FigureView {
  numerator: string;
  outOf: string;
  /** The formula as a statement of the database. */
  sql: string;
  /** Null for the whole conference. */
  day: string | null;
}

/** `data/archive.json`: the format, and the conference. */
export interface ArchiveHead {
  format: typeof ARCHIVE_FORMAT;
  version: number;
  base: string;
  conference: ConferenceView;
}

export interface SignatureFile {
  algorithm: 'Ed25519';
  publicKey: string;
  fingerprint: string;
  signature: string;
}

export const DATA = {
  head: 'data/archive.json',
  talks: 'data/talks.json',
  threads: 'data/threads.json',
  ledger: 'data/ledger.json',
  recaps: 'data/recaps.json',
  figures: 'data/figures.json',
  personas: 'data/faces.json',
  /** Comments of a thread by place, some thousands a file. */
  comments: (threadId: string, file: number): string =>
    `data/comments/${threadId}/${String(file).padStart(5, '0')}.json`,
};

export type { LedgerLine };

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The paths of the stylesheet and the images of the conference's brand. */
export const BRAND_FOLDER = 'assets/brand';

/** Whether a path is one of an archive: nothing that climbs, nothing a file system reads differently. */
export const isArchivePath = (path: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part));

import type { AuthorView, CommentView } from '../comments/comment.view.ts';
import type { RecapState } from './recap.policy.ts';

/** A talk of which a recap speaks, in the place of the line that links to it. */
export interface TalkCard {
  id: string;
  title: string;
  /** In the order of the programme. */
  speakers: string[];
  startsAt: string | null;
  room: string;
  /** The page of its thread. */
  path: string;
}

/**
 * The parts of a recap, in order: the writer's words, a quotation, a talk. `level` of a talk is that of the heading in
 * whose place its card stands, null without one.
 */
export type RecapPart =
  | { readonly html: string }
  | { readonly comment: CommentView; readonly path: string }
  | { readonly talk: TalkCard; readonly level: 2 | 3 | null };

export interface RecapView {
  id: string;
  conferenceId: string;
  /**
   * The thread in which it is answered: its own, or the one that an official recap is about. Null until it is
   * published.
   */
  threadId: string | null;
  /** The last part of its page's path; its id while its words are hidden. */
  slug: string;
  /** The title, as plain text. */
  title: string;
  /** null: official, or gone. */
  author: AuthorView | null;
  /** Whether it speaks for the conference: written by an organizer, or by a speaker of its talk. */
  isOfficial: boolean;
  /** The talks it speaks of, in order. */
  talkIds: string[];
  /** The number of the version that is shown, from 1. */
  version: number;
  /** Whether this version is public. */
  published: boolean;
  /** Time when this version was saved. */
  savedAt: string;
  /** Time when it was first public. */
  publishedAt: string | null;
  /**
   * `draft` was never public, `held` waits for a moderator, `withheld` was hidden by one, `withdrawn` was taken back.
   */
  state: RecapState;
  /** The text as it was typed; empty while its words are hidden. */
  markdown: string;
  /** The ids of the comments that it quotes. */
  items: string[];
  /** The quotations as they may be shown now; hidden words are empty. */
  comments: CommentView[];
  /** The whole recap, to paste elsewhere. */
  html: string;
}

/** Names the state of a recap that an edit begins from. */
export const recapVersion = ({ version }: Pick<RecapView, 'version'>): string => String(version);

/** The version of a recap that nobody has saved yet. */
export const NO_VERSION = '0';

export interface RecapVersionView {
  /** The number of the version, from 1. */
  version: number;
  /** Whether it was published when it was saved. */
  published: boolean;
  /** Time when it was saved. */
  savedAt: string;
}

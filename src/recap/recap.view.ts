import type { CommentView } from '../comments/comment.view.ts';

/** The parts of a recap, in order. */
export type RecapPart = { readonly html: string } | { readonly comment: CommentView; readonly path: string };

export interface RecapView {
  conferenceId: string;
  threadId: string | null;
  version: number;
  published: boolean;
  savedAt: string;
  markdown: string;
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
  version: number;
  published: boolean;
  savedAt: string;
}

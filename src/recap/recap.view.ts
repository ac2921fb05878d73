import type { CommentView } from '../comments/comment.view.ts';

/** What stands in a recap, in order. */
export type RecapPart = { readonly html: string } | { readonly comment: CommentView; readonly path: string };

export interface RecapView {
  conferenceId: string;
  threadId: string | null;
  version: number;
  published: boolean;
  savedAt: string;
  markdown: string;
  items: string[];
  /** The quotations as they may be shown now: words that were hidden since are empty. */
  comments: CommentView[];
  /** The whole of it, to paste elsewhere. */
  html: string;
}

export interface RecapVersionView {
  version: number;
  published: boolean;
  savedAt: string;
}

import type { AuthorView, CommentView } from '../comments/comment.view.ts';

/** An author as shown under a recap and on their page: one persona in one conference, nothing beyond it. */
export interface AuthorProfileView extends AuthorView {
  conferenceId: string;
  /** Of the page `/c/{conference}/by/{slug}`. */
  slug: string;
  /** A line below the name; empty without one. */
  tagline: string;
  /**
   * Safe to show; empty without one.
   *
   * @example <p>I teach, and I <strong>take notes</strong>.</p>
   */
  biographyHtml: string;
  /** Whether the author lets the page list their comments. */
  showsComments: boolean;
  /** Whether the author lets search engines find the page. */
  isIndexed: boolean;
}

/** A comment on the page of its author, with the thread in which it stands. */
export interface AuthoredCommentView {
  /** The author's comment. */
  comment: CommentView;
  /** The title of its thread. */
  threadTitle: string;
  /** The slug of its thread. */
  threadSlug: string;
}

/** The profile that an archive has of an author who has no account here. */
export type ArchivedAuthorView = Pick<AuthorProfileView, 'tagline' | 'biographyHtml'>;

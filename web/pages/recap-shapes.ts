import type { AuthorShape } from '../components/shapes.ts';

/** The author of a recap: the persona as it is now. */
export interface RecapAuthorShape extends AuthorShape {
  /** The page of this persona in the conference; null for one that came with an archive and has no page here. */
  path: string | null;
  tagline: string;
  /** The biography as safe HTML; empty without one. */
  bioHtml: string;
  /** Whether search engines may find that page. */
  isListed: boolean;
}

/** A talk of which a recap speaks. */
export interface RecapTalkShape {
  id: string;
  title: string;
  speakers: string[];
  startsAt: string | null;
  room: string;
  /** The page of its thread. */
  path: string;
}

/** A recap in a list. */
export interface RecapLineShape {
  path: string;
  title: string;
  isOfficial: boolean;
  /** Null for an official recap, and for one whose author has left. */
  author: Pick<RecapAuthorShape, 'id' | 'name' | 'avatarUrl' | 'roles' | 'path'> | null;
  publishedAt: string;
  /** The first words. */
  excerpt: string;
  /** The comments under it. */
  comments: number;
}

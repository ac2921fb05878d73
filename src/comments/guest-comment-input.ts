import type { Locale } from '../../locales/words.ts';
import type { Visitor } from '../sessions/credentials.ts';
import type { CommentKind } from './comment.entity.ts';

/** The comment that a guest asks to be posted in a thread. */
export interface GuestCommentInput {
  threadId: string;
  kind: CommentKind;
  body: string;
  parentId?: string | undefined;
  anonymous?: boolean | undefined;
  /** Empty for an anonymous question whose author gave none. */
  name: string;
  email: string;
  /** Null for a client of neither language; the conference's is used. */
  locale: Locale | null;
  visitor: Visitor;
  key?: string | undefined;
}

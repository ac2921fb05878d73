import type { Locale } from '../../locales/words.ts';
import type { Visitor } from '../sessions/credentials.ts';
import type { CommentKind } from './comment.entity.ts';

/** What somebody without a session asks to be said in a thread. */
export interface GuestAsked {
  threadId: string;
  kind: CommentKind;
  body: string;
  parentId?: string | undefined;
  anonymous?: boolean | undefined;
  name: string;
  email: string;
  /** Null for who speaks neither of our languages: the conference's is taken. */
  locale: Locale | null;
  visitor: Visitor;
  key?: string | undefined;
}

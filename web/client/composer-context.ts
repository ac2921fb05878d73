import type { PageOfThread } from './say-posted.ts';
import type { CommentShape, MineShape, PersonaShape, ProblemShape } from '../components/shapes.ts';

/** The part of the page that the comment composer reads and calls. */
export interface ComposerContext {
  readonly root: HTMLElement;
  readonly threadId: string;
  readonly asksOnly: boolean;
  readonly isFramed: boolean;
  readonly page: PageOfThread;
  now(): number;
  /** The number of the newest known comment. */
  newest(): number;
  rows(): Iterable<CommentShape>;
  mine(): MineShape | null;
  personas(): readonly PersonaShape[];
  draw(): void;
  /** Shows a comment from the server's answer in its place. */
  took(comment: CommentShape): void;
  refreshMine(): Promise<void>;
  /** Begins the session of a guest, unless there is a session. */
  beGuest(): Promise<void>;
  /** Whether a reader without an address may say this here. */
  guestMay(act: 'ask' | 'comment'): boolean;
  /** Reloads the thread for an author who has just signed in and whose comment is published. */
  signedIn(): Promise<void>;
}

/** The answer to a code: a session, and the words if they could not be published. */
export interface ConfirmedComment {
  token: string;
  refused?: ProblemShape;
  kept?: { kind: 'comment' | 'question'; body: string; parentId: string | null; anonymous: boolean };
}

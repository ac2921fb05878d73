import type { Comment, Mine, Persona } from '../components/shapes.ts';

/** What the comment composer reads of the page and calls on it. */
export interface ComposerContext {
  readonly root: HTMLElement;
  readonly threadId: string;
  readonly conferenceId: string;
  readonly asksOnly: boolean;
  readonly isFramed: boolean;
  now(): number;
  /** The number of the newest comment that is known here. */
  newest(): number;
  rows(): Iterable<Comment>;
  mine(): Mine | null;
  personas(): readonly Persona[];
  draw(): void;
  /** Puts a comment, as the server answered it, in its place. */
  took(comment: Comment): void;
  refreshMine(): Promise<void>;
  /** Loads the thread anew for an author who has just signed in and whose comment is published. */
  signedIn(): Promise<void>;
}

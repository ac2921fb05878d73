import type { Comment, Mine, Persona } from '../components/shapes.ts';

/** What the comment composer reads from the page and calls on it. */
export interface ComposerContext {
  readonly root: HTMLElement;
  readonly threadId: string;
  readonly conferenceId: string;
  readonly asksOnly: boolean;
  readonly isFramed: boolean;
  now(): number;
  /** The number of the newest known comment. */
  newest(): number;
  rows(): Iterable<Comment>;
  mine(): Mine | null;
  personas(): readonly Persona[];
  draw(): void;
  /** Shows a comment from the server's answer in its place. */
  took(comment: Comment): void;
  refreshMine(): Promise<void>;
  /** Reloads the thread for an author who has just signed in and whose comment is published. */
  signedIn(): Promise<void>;
}

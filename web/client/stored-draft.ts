import type { Outgoing } from '../components/pending-comment.ts';
import { remember, remembered } from '../components/local-storage.ts';
import type { Draft } from '../components/thread-props.ts';

type Kept = Pick<Draft, 'body' | 'kind' | 'replyTo'>;

const KEPT_MS = 86_400_000;
const nameOf = (threadId: string): string => `draft ${threadId}`;
const unsentOf = (threadId: string): string => `draft unsent ${threadId}`;

/**
 * Keeps what is being written in a thread in this browser, for a day: neither a reload nor signing in, here or by the
 * link of the mail, loses it. Empty words are forgotten. `now` in milliseconds.
 */
export function keepDraft(threadId: string, { body, kind, replyTo }: Kept, now: number): void {
  remember(nameOf(threadId), body.trim() === '' ? null : { body, kind, replyTo, at: now });
}

/** What was being written; whatever nobody came back to for a day is forgotten, in this thread and in all others. */
export function keptDraft(threadId: string, now: number): Kept | null {
  forgetOld(now);
  return remembered<Kept>(nameOf(threadId));
}

/** Keeps what was sent and has no answer yet, with its key: sent once more, it is still posted once. */
export function keepUnsent(threadId: string, unsent: readonly Outgoing[], now: number): void {
  remember(unsentOf(threadId), unsent.length === 0 ? null : { unsent, at: now });
}

export const keptUnsent = (threadId: string): Outgoing[] =>
  remembered<{ unsent: Outgoing[] }>(unsentOf(threadId))?.unsent ?? [];

function forgetOld(now: number): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('draft ') && now - (remembered<{ at: number }>(name)?.at ?? 0) >= KEPT_MS)
        localStorage.removeItem(name);
  } catch {
    /* A browser that keeps nothing has nothing to forget. */
  }
}

import type { PendingComment } from '../components/pending-comment.ts';
import { storeLocally, readLocally } from '../components/local-storage.ts';
import type { Draft } from '../components/thread-props.ts';

type StoredDraft = Pick<Draft, 'body' | 'kind' | 'replyTo'>;

const KEPT_MS = 86_400_000;
const nameOf = (threadId: string): string => `draft ${threadId}`;
const unsentOf = (threadId: string): string => `draft unsent ${threadId}`;

/**
 * Keeps what is being written in a thread in this browser, for a day: neither a reload nor signing in, here or by the
 * link of the mail, loses it. Empty words are forgotten. `now` in milliseconds.
 */
export function keepDraft(threadId: string, { body, kind, replyTo }: StoredDraft, now: number): void {
  storeLocally(nameOf(threadId), body.trim() === '' ? null : { body, kind, replyTo, at: now });
}

/** What was being written; whatever nobody came back to for a day is forgotten, in this thread and in all others. */
export function keptDraft(threadId: string, now: number): StoredDraft | null {
  forgetOld(now);
  return readLocally<StoredDraft>(nameOf(threadId));
}

/** Keeps what was sent and has no answer yet, with its key: sent once more, it is still posted once. */
export function keepUnsent(threadId: string, unsent: readonly PendingComment[], now: number): void {
  storeLocally(unsentOf(threadId), unsent.length === 0 ? null : { unsent, at: now });
}

export const keptUnsent = (threadId: string): PendingComment[] =>
  readLocally<{ unsent: PendingComment[] }>(unsentOf(threadId))?.unsent ?? [];

function forgetOld(now: number): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('draft ') && now - (readLocally<{ at: number }>(name)?.at ?? 0) >= KEPT_MS)
        localStorage.removeItem(name);
  } catch {
    /* A browser that keeps nothing has nothing to forget. */
  }
}

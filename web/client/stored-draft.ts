import type { OutgoingComment } from '../components/outgoing-comment.ts';
import { storeLocally, readLocally } from '../components/local-storage.ts';
import type { Draft } from '../components/thread-props.ts';

type StoredDraft = Pick<Draft, 'body' | 'kind' | 'replyTo'>;

const KEPT_MS = 86_400_000;
const nameOf = (threadId: string): string => `draft ${threadId}`;
const unsentOf = (threadId: string): string => `draft unsent ${threadId}`;

/**
 * Stores a thread's draft in this browser for a day, so that neither a reload nor signing in loses it. Empty drafts are
 * removed. `now` is in milliseconds.
 */
export function keepDraft(threadId: string, { body, kind, replyTo }: StoredDraft, now: number): void {
  storeLocally(nameOf(threadId), body.trim() === '' ? null : { body, kind, replyTo, at: now });
}

/** The stored draft; removes drafts older than a day, in all threads. */
export function keptDraft(threadId: string, now: number): StoredDraft | null {
  forgetOld(now);
  return readLocally<StoredDraft>(nameOf(threadId));
}

/** Stores unanswered comments with their keys, so that sending them again posts once. */
export function keepUnsent(threadId: string, unsent: readonly OutgoingComment[], now: number): void {
  storeLocally(unsentOf(threadId), unsent.length === 0 ? null : { unsent, at: now });
}

/** Reads the sent contributions that have no answer yet. An earlier script named the path otherwise. */
export const keptUnsent = (threadId: string): OutgoingComment[] =>
  (
    readLocally<{ unsent: (OutgoingComment & { door?: OutgoingComment['path'] })[] }>(unsentOf(threadId))?.unsent ?? []
  ).map(({ door = 'comments', ...item }) => ({ ...item, path: item.path ?? door }));

function forgetOld(now: number): void {
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('draft ') && now - (readLocally<{ at: number }>(name)?.at ?? 0) >= KEPT_MS)
        localStorage.removeItem(name);
  } catch {
    /* A browser that stores nothing has nothing to remove. */
  }
}

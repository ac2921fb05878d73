import type { Draft } from './thread-props.ts';

type Kept = Pick<Draft, 'body' | 'kind' | 'replyTo'>;

const KEPT_MS = 86_400_000;
const nameOf = (threadId: string): string => `draft ${threadId}`;

/**
 * Keeps what is being written in a thread in this browser, for a day: neither a reload nor signing in, here or by the
 * link of the mail, loses it. Never an address, and nothing of it leaves the browser. Empty words are forgotten. `now` in milliseconds.
 */
export function keepDraft(threadId: string, { body, kind, replyTo }: Kept, now: number): void {
  try {
    if (body.trim() === '') localStorage.removeItem(nameOf(threadId));
    else localStorage.setItem(nameOf(threadId), JSON.stringify({ body, kind, replyTo, at: now }));
  } catch { /* A browser that keeps nothing, or is full: the words stay in the page. */ }
}

/** What was being written; whatever nobody came back to for a day is forgotten, in this thread and in all others. */
export function keptDraft(threadId: string, now: number): Kept | null {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(nameOf('')) && now - atOf(name) >= KEPT_MS) localStorage.removeItem(name);
    return JSON.parse(localStorage.getItem(nameOf(threadId)) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

const atOf = (name: string): number => (JSON.parse(localStorage.getItem(name) ?? '{"at":0}') as { at: number }).at;

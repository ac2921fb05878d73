import type { Island } from './thread-island.ts';
import { opensAnswered, type ThreadProps } from '../components/thread-props.ts';

/** What a live page shows: the unchanging part of its island, and what has changed since. */
export const propsOf = (
  { here, at, branch, sort, archiveUrl, answeredBy, embed, thread, moderation }: Island,
  changed: Pick<ThreadProps, 'thread' | 'mine' | 'personas' | 'word'>,
): ThreadProps => ({
  opensAnswered: opensAnswered(thread),
  ...changed,
  here,
  at,
  branch,
  sort,
  archiveUrl,
  answeredBy,
  moderation,
  embedded: embed?.mode,
});

/** Removes structured data, which is outdated by the first change and may then contain hidden words. */
export const dropStructuredData = (): void => document.querySelector('script[type="application/ld+json"]')?.remove();

/** Removes the replies that the server drew for paper, which would stay when one of them is withheld. */
export function dropFolded(): void {
  for (const each of document.querySelectorAll('.folded')) each.remove();
}

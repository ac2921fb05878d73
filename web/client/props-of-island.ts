import type { Island } from './thread-island.ts';
import type { CommentShape } from '../components/shapes.ts';
import { opensAnswered, type ThreadProps } from '../components/thread-props.ts';

/** Properties of a live page: the unchanging part of its island, and the changed part. */
export const propsOf = (
  { here, at, branch, sort, archiveUrl, answeredBy, embed, thread, moderation, whose }: Island,
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
  whose,
  embedded: embed?.mode,
});

/**
 * After the first change: removes structured data, which is outdated and may contain hidden words, from beside the
 * thread the words of comments that are hidden by now, and whose the folded replies are.
 */
export function dropOutdated(island: Island, rows: ReadonlyMap<string, CommentShape>): void {
  delete island.whose;
  document.querySelector('script[type="application/ld+json"]')?.remove();
  for (const each of document.querySelectorAll<HTMLElement>('[data-of]'))
    if (rows.get(each.dataset['of']!)?.state !== 'visible') each.remove();
}

/** Removes the replies that the server drew for paper, which would stay when one of them is withheld. */
export function dropFolded(): void {
  for (const each of document.querySelectorAll('.folded')) each.remove();
}

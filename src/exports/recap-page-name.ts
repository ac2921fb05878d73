import type { ArchivedRecap, ArchivedThread } from './archive-format.ts';

/** The file of a recap's page within its language: beside the discussion an official one is about, or in `recaps/`. */
export function recapPageName(
  { isOfficial, threadId, slug }: ArchivedRecap,
  threads: readonly Pick<ArchivedThread, 'id' | 'slug'>[],
): string {
  if (!isOfficial) return `recaps/${slug}.html`;
  const about = threads.find(({ id }) => id === threadId);
  return about ? `t/${about.slug}.recap.html` : 'recap.html';
}

/** A file of some recap's page, in any language. */
export const RECAP_PAGE = /^[a-z]{2}\/(?:recap|recaps\/[\w.-]+|t\/[\w.-]+\.recap)\.html$/;

import type { ConferenceView } from '../transcript/conference.view.ts';
import type { ArchivedRecap, ArchivedThread } from './archive-format.ts';
import { recapPageName } from './recap-page-name.ts';

/**
 * Maps each path of the forum to its file in the folder, in the conference's language, for the operator who serves the
 * folder under the old address.
 */
export function redirectsOf(
  { slug, locale }: ConferenceView,
  threads: readonly ArchivedThread[],
  recaps: readonly ArchivedRecap[],
): Record<string, string> {
  const home = `/c/${slug}`;
  return Object.fromEntries([
    [home, `${locale}/index.html`],
    [`${home}/ledger`, `${locale}/ledger.html`],
    [`${home}/figures`, `${locale}/figures.html`],
    [`${home}/search`, `${locale}/search.html`],
    ...threads.map((thread) => [`${home}/t/${thread.slug}`, `${locale}/t/${thread.slug}.html`]),
    ...recaps.map((recap) => {
      const about = threads.find(({ id }) => id === recap.threadId);
      const official = about ? `${home}/t/${about.slug}/recap` : `${home}/recap`;
      const file = `${locale}/${recapPageName(recap, threads)}`;
      return [recap.isOfficial ? official : `${home}/recaps/${recap.slug}`, file];
    }),
  ]) as Record<string, string>;
}

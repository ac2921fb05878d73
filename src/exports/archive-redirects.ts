import type { ConferenceView } from '../transcript/conference.view.ts';
import type { ArchivedRecap, ArchivedThread } from './archive-format.ts';

/**
 * Where each path of the forum is in the folder, for the operator who serves it under the old address: the path, and
 * the file in the conference's language.
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
    [`${home}/search`, `${locale}/search.html`],
    ...threads.map((thread) => [`${home}/t/${thread.slug}`, `${locale}/t/${thread.slug}.html`]),
    ...recaps.map(({ threadId }) => {
      const thread = threads.find(({ id }) => id === threadId);
      return thread
        ? [`${home}/t/${thread.slug}/recap`, `${locale}/t/${thread.slug}.recap.html`]
        : [`${home}/recap`, `${locale}/recap.html`];
    }),
  ]) as Record<string, string>;
}

import { isolated } from '../../locales/isolated.ts';
import type { FeedEntry } from './feeds.queries.ts';

/** The head of a feed. Addresses are absolute; the id is an IRI. */
export interface Feed {
  id: string;
  title: string;
  language: string;
  base: string;
  conference: string;
  self: string;
  page: string;
  noAuthor: string;
  /** The time of the feed while it has no entry. */
  since: Date;
  entries: readonly FeedEntry[];
}

const placeOf = ({ base, conference }: Feed, { threadSlug, comment }: FeedEntry, id = comment.id): string =>
  `${base}/c/${conference}/t/${threadSlug}?comment=${comment.rootId ?? id}#c-${id}`;
const nameOf = ({ author }: FeedEntry['comment'], noAuthor: string): string =>
  author ? isolated(author.name) : noAuthor;
const titleOf = ({ noAuthor }: Feed, { comment, threadTitle }: FeedEntry): string =>
  `${nameOf(comment, noAuthor)}: ${isolated(threadTitle)}`;
const updated = ({ entries, since }: Feed): string =>
  entries
    .map(({ changedAt }) => changedAt)
    .toSorted()
    .at(-1) ?? since.toISOString();

/** RFC 4287, with the threads of RFC 4685. */
export function toAtom(feed: Feed): string {
  const entries = feed.entries.map((entry) => {
    const { comment } = entry;
    return (
      `<entry><id>urn:uuid:${comment.id}</id><title>${xml(titleOf(feed, entry))}</title>` +
      `<published>${entry.publishedAt}</published><updated>${entry.changedAt}</updated>` +
      `<author><name>${xml(nameOf(comment, feed.noAuthor))}</name></author><link rel="alternate" ` +
      `type="text/html" href="${xml(placeOf(feed, entry))}"/>` +
      (comment.parentId === null
        ? ''
        : `<thr:in-reply-to ref="urn:uuid:${comment.parentId}" ` +
          `href="${xml(placeOf(feed, entry, comment.parentId))}" type="text/html"/>`) +
      (comment.replyCount === 0
        ? ''
        : `<link rel="replies" type="text/html" href="${xml(placeOf(feed, entry))}" ` +
          `thr:count="${comment.replyCount}"/><thr:total>${comment.replyCount}</thr:total>`) +
      `<category term="${comment.kind}"/><content type="html">${xml(comment.html)}</content></entry>`
    );
  });
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" ` +
    `xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${xml(feed.language)}">` +
    `<id>${xml(feed.id)}</id><title>${xml(feed.title)}</title><updated>${updated(feed)}</updated><link ` +
    `rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>` +
    `<link rel="alternate" type="text/html" href="${xml(feed.page)}"/>${entries.join('\n')}</feed>\n`
  );
}

/** JSON Feed 1.1 (jsonfeed.org). */
export const toJsonFeed = (feed: Feed): object => ({
  version: 'https://jsonfeed.org/version/1.1',
  title: feed.title,
  home_page_url: feed.page,
  feed_url: feed.self,
  language: feed.language,
  items: feed.entries.map((entry) => ({
    id: `urn:uuid:${entry.comment.id}`,
    url: placeOf(feed, entry),
    title: titleOf(feed, entry),
    content_html: entry.comment.html,
    date_published: entry.publishedAt,
    date_modified: entry.changedAt,
    authors: [{ name: nameOf(entry.comment, feed.noAuthor) }],
    tags: [entry.comment.kind],
  })),
});

/** Text for XML 1.0: markup escaped, characters that XML does not allow left out. */
export const xml = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- XML has no place for them
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

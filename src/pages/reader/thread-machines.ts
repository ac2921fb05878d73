import { words } from '../../../locales/catalogues.ts';
import type { Locale } from '../../../locales/words.ts';
import type { CommentShape, ConferenceShape, TalkShape, ThreadShape } from '../../../web/components/shapes.ts';
import { formsOf } from '../../../web/components/thread-props.ts';
import type { RecapArticleShape } from '../../../web/pages/recap-article.tsx';
import { plainWords } from '../../transcript/search-words.ts';
import type { PageContextOptions } from '../page-contexts.ts';
import { aboutDiscussion, aboutRecap, aboutTalk } from './structured-data.ts';
import { queryOf, type ThreadPart } from './thread-part.ts';

/** The facts of a thread for structured data, and its address. */
interface ThreadFacts {
  /** The address of this forum. */
  base: string;
  /** The thread's path on it. */
  here: string;
  part: ThreadPart;
  locale: Locale;
  conference: ConferenceShape;
  thread: ThreadShape;
  talk: TalkShape | null;
  /** The recap that is answered here, where there is one. */
  recap?: RecapArticleShape | null;
  comments: readonly CommentShape[];
}

/** Structured data of a thread's page; each further page is a page of its own. */
export function machinesOf(given: ThreadFacts): PageContextOptions['machines'] {
  const { base, here, part, locale, ...shown } = given;
  const { thread, talk, conference, recap } = shown;
  if (recap) return machinesOfRecap(given, recap);
  const { title } = thread;
  const say = words(locale);
  const facts = { ...shown, base, page: base + here, noAuthor: say('pages.thread.anonymous') };
  const about =
    plainWords(talk?.abstractHtml ?? '') || say('pages.thread.about', { title, conference: conference.title });
  const description = excerptOf(about);
  return {
    path: part.cursor && part.sort === 'oldest' ? `${here}?${queryOf({ ...part, isSortNamed: false })}` : here,
    shared: { title, description, site: conference.title, picture: `${facts.page}/picture.png`, locale },
    data: [aboutDiscussion({ ...facts, about }), aboutTalk(facts) ?? []].flat(),
    feeds: [
      { href: `${here}/feed.atom`, type: 'application/atom+xml', title },
      { href: `${here}/feed.json`, type: 'application/feed+json', title },
      {
        href: `${here}/feed.atom?kind=answer`,
        type: 'application/atom+xml',
        title: `${title} · ${say('pages.answersFeed')}`,
      },
      { href: `/oembed?url=${encodeURIComponent(facts.page)}`, type: 'application/json+oembed', title },
    ],
  };
}

/** The same of a recap, which is an article with its author. */
function machinesOfRecap(
  { base, here, locale, conference, thread, comments }: ThreadFacts,
  recap: RecapArticleShape,
): PageContextOptions['machines'] {
  const say = words(locale);
  const text = plainWords(recap.parts.map((part) => ('html' in part ? part.html : '')).join(' '));
  const page = base + here;
  const { title, author } = recap;
  const facts = { base, page, conference, thread, comments, recap, text, noAuthor: say('pages.thread.anonymous') };
  return {
    path: here,
    shared: {
      title,
      description: excerptOf(text),
      site: conference.title,
      picture: `${base}${formsOf({ here, thread })}/picture.png`,
      locale,
      author: author?.name,
    },
    data: [aboutRecap(facts)],
    feeds: [
      { href: `${formsOf({ here, thread })}/feed.atom`, type: 'application/atom+xml', title },
      {
        href: `/c/${conference.slug}/recaps.atom`,
        type: 'application/atom+xml',
        title: `${conference.title} · ${say('pages.recaps.title')}`,
      },
    ],
  };
}

/** As much as search engines and other sites show beside a link. */
export const excerptOf = (text: string): string =>
  [...text].length <= 200
    ? text
    : `${[...text]
        .slice(0, 200)
        .join('')
        .replace(/\s+\S*$/, '')} …`;

import { contributionsIn } from '../../../web/components/contributions.ts';
import { plainText } from '../../../web/components/plain-text.ts';
import { closingOf, type ConferenceDates } from '../../programme/conference.policy.ts';
import { plainWords } from '../../transcript/search-words.ts';
import type { CommentShape, ConferenceShape, TalkShape, ThreadShape } from '../../../web/components/shapes.ts';
import type { RecapArticleShape } from '../../../web/pages/recap-article.tsx';
import type { RecapAuthorShape } from '../../../web/pages/recap-shapes.ts';

/**
 * Structured data (schema.org) about a thread. Only what its page shows; authors are linked to nothing but the page.
 */
export interface ThreadDescription {
  base: string;
  conference: ConferenceShape;
  thread: ThreadShape;
  talk: TalkShape | null;
  comments: readonly CommentShape[];
  noAuthor: string;
  page: string;
  /** The subject in words: the talk's abstract, or a sentence where there is none. */
  about: string;
}

const context = { '@context': 'https://schema.org' };

const organizer = (base: string, conference: ConferenceShape): object => ({
  '@type': 'Organization',
  name: conference.title,
  url: conference.url ?? `${base}/c/${conference.slug}`,
});

/** The places of a conference: its venue, if known, and the pages on which people talk. */
const placesOf = (base: string, { slug, settings: { venue } }: ConferenceShape): object[] => [
  ...(venue === null ? [] : [{ '@type': 'Place', name: venue, address: venue }]),
  { '@type': 'VirtualLocation', url: `${base}/c/${slug}` },
];

export const aboutConference = (base: string, conference: ConferenceShape): object => ({
  ...context,
  '@type': 'Event',
  name: conference.title,
  url: `${base}/c/${conference.slug}`,
  startDate: conference.startsOn,
  endDate: conference.endsOn,
  inLanguage: conference.locale,
  eventStatus: 'https://schema.org/EventScheduled',
  ...(conference.settings.venue === null ? {} : { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' }),
  location: placesOf(base, conference),
  organizer: organizer(base, conference),
  ...(conference.url ? { sameAs: conference.url } : {}),
});

/** The talk as an event; null without a talk or a time. */
export function aboutTalk({
  base,
  conference,
  talk,
  thread,
}: Pick<ThreadDescription, 'base' | 'conference' | 'talk' | 'thread'>): object | null {
  if (!talk?.startsAt) return null;
  return {
    ...context,
    '@type': 'Event',
    name: talk.title,
    url: `${base}/c/${conference.slug}/t/${thread.slug}`,
    startDate: talk.startsAt,
    endDate: new Date(Date.parse(talk.startsAt) + talk.durationMinutes * 60_000).toISOString(),
    eventStatus:
      talk.status === 'cancelled' ? 'https://schema.org/EventCancelled' : 'https://schema.org/EventScheduled',
    location: talk.room ? roomOf(talk.room, conference) : placesOf(base, conference),
    ...(talk.language ? { inLanguage: talk.language } : {}),
    ...(talk.abstractHtml ? { description: plainWords(talk.abstractHtml) } : {}),
    performer: talk.speakers.map(({ name }) => ({ '@type': 'Person', name })),
    superEvent: {
      '@type': 'Event',
      name: conference.title,
      startDate: conference.startsOn,
      url: `${base}/c/${conference.slug}`,
    },
    organizer: organizer(base, conference),
  };
}

const roomOf = (room: string, { settings: { venue } }: ConferenceShape): object => ({
  '@type': 'Place',
  name: room,
  ...(venue === null ? {} : { address: venue }),
});

/** The discussion with the comments of this page. */
export function aboutDiscussion(about: ThreadDescription): object {
  const { base, conference, thread, comments, page } = about;
  return {
    ...context,
    '@type': 'DiscussionForumPosting',
    '@id': page,
    url: page,
    headline: thread.title,
    datePublished: thread.phases.opensAt,
    author: organizer(base, conference),
    text: about.about,
    ...(thread.lastActivityAt ? { dateModified: thread.lastActivityAt } : {}),
    isPartOf: { '@type': 'CollectionPage', url: `${base}/c/${conference.slug}` },
    commentCount: contributionsIn(thread),
    comment: comments.filter(({ state }) => state === 'visible').map((comment) => toComment(about, comment)),
  };
}

function toComment(about: Pick<ThreadDescription, 'page' | 'noAuthor'>, comment: CommentShape): object {
  const replies = (comment.replies ?? []).filter(({ state }) => state === 'visible');
  return {
    '@type': 'Comment',
    url: `${about.page}#c-${comment.id}`,
    text: plainWords(comment.html),
    datePublished: comment.createdAt,
    ...(comment.editedAt ? { dateModified: comment.editedAt } : {}),
    author: { '@type': 'Person', name: comment.author?.name ?? about.noAuthor },
    ...(comment.votes > 0 ? { upvoteCount: comment.votes } : {}),
    ...(replies.length > 0 ? { comment: replies.map((reply) => toComment(about, reply)) } : {}),
  };
}

/** A recap and the discussion below it, for structured data. */
export interface RecapDescription extends Pick<
  ThreadDescription,
  'base' | 'conference' | 'thread' | 'comments' | 'noAuthor' | 'page'
> {
  recap: RecapArticleShape;
  /** The recap's words, without markup. */
  text: string;
}

/** A recap as an article: by whom, about which talks. An author leads to their page only where that may be listed. */
export function aboutRecap(about: RecapDescription): object {
  const { base, conference, thread, comments, page, recap, text } = about;
  const { author, publishedAt, editedAt } = recap;
  return {
    ...context,
    '@type': 'Article',
    '@id': page,
    url: page,
    headline: plainText(recap.title, 110),
    datePublished: publishedAt,
    ...(editedAt ? { dateModified: editedAt } : {}),
    author: recap.isOfficial ? organizer(base, conference) : personOf(base, author, about.noAuthor),
    articleBody: text,
    about: [
      { '@type': 'Event', name: conference.title, url: `${base}/c/${conference.slug}`, startDate: conference.startsOn },
      ...recap.talks.map(({ title, path, startsAt, speakers }) => ({
        '@type': 'Event',
        name: title,
        url: base + path,
        ...(startsAt ? { startDate: startsAt } : {}),
        performer: speakers.map((name) => ({ '@type': 'Person', name })),
      })),
    ],
    isPartOf: { '@type': 'CollectionPage', url: `${base}/c/${conference.slug}/recaps` },
    commentCount: contributionsIn(thread),
    comment: comments.filter(({ state }) => state === 'visible').map((comment) => toComment(about, comment)),
  };
}

const personOf = (base: string, author: RecapAuthorShape | null, noAuthor: string): object => ({
  '@type': 'Person',
  name: author?.name ?? noAuthor,
  ...(author?.isListed && author.path ? { url: base + author.path } : {}),
});

/** A public question with its written answer, which both have the page `address`. */
export function aboutQuestion(question: CommentShape, answer: CommentShape, address: string): object {
  const facts = (comment: CommentShape): object => ({
    text: plainWords(comment.html),
    datePublished: comment.createdAt,
    upvoteCount: comment.votes,
    ...(comment.author ? { author: { '@type': 'Person', name: comment.author.name } } : {}),
  });
  return {
    ...context,
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: plainText(question.html, 110),
      answerCount: 1,
      ...facts(question),
      url: address,
      acceptedAnswer: { '@type': 'Answer', ...facts(answer), url: address },
    },
  };
}

/** The times when discussions close and are archived, for the page of a conference. */
export function endingOf(conference: ConferenceDates): { readonlyAt: string; archivedAt: string } {
  const { readonlyAt, archivedAt } = closingOf(conference);
  return { readonlyAt: readonlyAt.toISOString(), archivedAt: archivedAt.toISOString() };
}

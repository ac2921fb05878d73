import { addressesBesideHandles } from '../kernel/handles.ts';
import { sanitizeHtml } from '../platform/markup/html.ts';
import type { CommentData, TalkData } from './archive.requests.ts';

/** A talk whose HTML has passed the allow-list again, because an archive may come from anywhere. */
export const withSafeAbstract = (talk: TalkData): TalkData => ({
  ...talk,
  abstractHtml: sanitizeHtml(talk.abstractHtml, addressesBesideHandles),
  speakers: talk.speakers.map((speaker) => ({
    ...speaker,
    bioHtml: sanitizeHtml(speaker.bioHtml, addressesBesideHandles),
  })),
});

/** A comment whose HTML, in all its wordings, has passed the allow-list again. */
export const withSafeWords = (comment: CommentData): CommentData => ({
  ...comment,
  html: sanitizeHtml(comment.html),
  ...(comment.revisions
    ? { revisions: comment.revisions.map((revision) => ({ ...revision, html: sanitizeHtml(revision.html) })) }
    : {}),
});

/** Length of a talk's HTML, which is most of the work of writing it. */
export const weightOfTalk = ({ abstractHtml, speakers }: TalkData): number =>
  abstractHtml.length + speakers.reduce((sum, { bioHtml }) => sum + bioHtml.length, 0);

/** Length of a comment's HTML in all its wordings. */
export const weightOfComment = ({ html, revisions = [] }: CommentData): number =>
  html.length + revisions.reduce((sum, revision) => sum + revision.html.length, 0);

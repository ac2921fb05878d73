import { SimilarQuestions } from '../components/similar-questions.tsx';
import type { AuthorShape, CommentShape, MineShape, PersonaShape, ThreadShape } from '../components/shapes.ts';
import { emptyDraft, type Draft } from '../components/thread-props.ts';

/** Sample data of `/style`: fixed, and as long, short and mixed as real contributions. */
const at = '2026-05-02T09:30:00.000Z';
const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const THREAD = idOf(1);
const LONG_NAME = 'Donaudampfschifffahrtsgesellschaftskapitänsanwärterin';

const picture = (n: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="${2 + (n % 3)}" ` +
  `fill="hsl(${n * 50} 50% 50%)"/></svg>`;

const author = (n: number, name: string, roles: AuthorShape['roles'] = []): AuthorShape => ({
  id: idOf(900 + n),
  name,
  avatarUrl: `data:image/svg+xml,${encodeURIComponent(picture(n))}`,
  roles,
});

let made = 100;

/** A visible comment, except for the given fields. */
function comment(html: string, more: Partial<CommentShape> = {}): CommentShape {
  made += 1;
  return {
    id: idOf(made),
    threadId: THREAD,
    seq: made,
    changedSeq: made,
    revision: 1,
    kind: 'comment',
    parentId: null,
    rootId: null,
    author: author(made % 7, 'Ada'),
    html,
    state: 'visible',
    votes: 0,
    replyCount: 0,
    createdAt: at,
    editedAt: null,
    ...more,
  };
}

const question = (
  html: string,
  status: NonNullable<CommentShape['question']>['status'],
  more: Partial<CommentShape> = {},
  then: Partial<NonNullable<CommentShape['question']>> = {},
): CommentShape => comment(html, { kind: 'question', question: { status, ...then }, ...more });

const root = comment('<p>Je me suis débranché trois semaines, et <em>rien</em> ne s’est arrêté.</p>', {
  author: author(1, 'Ada', ['speaker']),
  votes: 12,
  replyCount: 3,
});
const reply = comment('<p>And who answered your mails?</p>', {
  author: author(2, 'Grace', ['organizer', 'moderator']),
  parentId: root.id,
  rootId: root.id,
});

/** Every state of a comment, by the API's names. */
export const comments: { state: string; comment: CommentShape }[] = [
  { state: 'visible', comment: root },
  {
    state: 'visible, edited',
    comment: comment('<p>Une phrase, puis une autre, corrigée.</p>', { editedAt: at, votes: 1 }),
  },
  {
    state: 'visible, long words',
    comment: comment(
      '<p>Rechtsschutzversicherungsgesellschaften und Straßenverkehrs-Zulassungs-Ordnungs-Änderungsverordnungen; ' +
        'https://forum.example/ein/sehr/langer/pfad/der/niemals/aufhoert/und/niemals/aufhoert</p>',
      { author: author(3, LONG_NAME, ['speaker', 'organizer', 'moderator']) },
    ),
  },
  {
    state: 'visible, right to left',
    comment: comment('<p>شكرا على هذا العرض، متى نلتقي مرة أخرى؟</p>', { author: author(4, 'ليلى') }),
  },
  {
    state: 'visible, with everything',
    comment: comment(
      '<p>A list, a quotation, and code:</p><ul><li>one</li><li>two</li></ul>' +
        '<blockquote><p>Nobody reads twice.</p></blockquote>' +
        '<pre><code>select count(*) from comments where a_line_that_is_longer_than_any_phone_is_wide = true;' +
        '</code></pre><p><a href="https://forum.example/" rel="nofollow ugc noopener noreferrer">forum.example</a></p>',
    ),
  },
  { state: 'visible, without a face', comment: comment('<p>Who wrote this is gone.</p>', { author: null }) },
  {
    state: 'question, open',
    comment: question('<p>Is an engagement rate above 1 possible?</p>', 'open', { votes: 3 }),
  },
  {
    state: 'question, without a name',
    comment: question('<p>Et si mon chef lit ceci ?</p>', 'open', { author: null }),
  },
  { state: 'question, taken', comment: question('<p>What is left when it is dead?</p>', 'taken', { votes: 8 }) },
  {
    state: 'question, answered',
    comment: question('<p>Who pays for it?</p>', 'answered', { votes: 5 }, { answerId: idOf(101) }),
  },
  {
    state: 'question, declined',
    comment: question('<p>What is your salary?</p>', 'declined', {}, { reason: 'Not about the talk.' }),
  },
  { state: 'question, merged', comment: question('<p>Who is paying?</p>', 'merged', {}, { mergedInto: idOf(110) }) },
  { state: 'question, expired', comment: question('<p>Is there time for one more?</p>', 'expired') },
  {
    state: 'answer',
    comment: comment('<p>The readers, in a sense.</p>', { kind: 'answer', author: author(1, 'Ada', ['speaker']) }),
  },
  { state: 'withdrawn', comment: comment('', { state: 'withdrawn', author: null }) },
  { state: 'withheld', comment: comment('', { state: 'withheld', author: null }) },
  { state: 'held', comment: comment('<p>The first words of somebody new.</p>', { state: 'held' }) },
];

export const pair = { root, reply };

export const personas: PersonaShape[] = [
  { id: idOf(801), name: 'Ada' },
  { id: idOf(802), name: LONG_NAME },
];

/** A signed-in reader who wrote the first two comments and voted for the question. */
export const mine: MineShape = {
  votes: [comments[6]!.comment.id],
  guest: false,
  may: {
    vote: true,
    comment: true,
    ask: true,
    live: true,
    desk: true,
    edit: [root.id],
    withdraw: [root.id, comments[1]!.comment.id],
  },
  held: [comment('<p>Waiting to be read by a moderator.</p>', { state: 'held' })],
  personas: personas.map(({ id }) => id),
};

export const thread = (more: Partial<ThreadShape> = {}): ThreadShape => ({
  id: THREAD,
  conferenceId: idOf(2),
  talkId: idOf(3),
  slug: 'style',
  title: 'Killing the engagement rate',
  live: false,
  guests: 'nothing',
  state: 'open',
  screening: 'none',
  lockReason: null,
  slowMode: null,
  announcementId: null,
  startsAt: at,
  phases: { opensAt: at, readonlyAt: '2026-06-01T09:30:00.000Z', archivedAt: '2026-08-30T09:30:00.000Z' },
  seq: 300,
  counts: { comments: 17, questions: 7, answered: 1, declined: 1, merged: 1, expired: 1, waiting: 3 },
  lastActivityAt: at,
  ...more,
});

export const STATES: ThreadShape['state'][] = ['upcoming', 'questions', 'open', 'readonly', 'archived', 'locked'];

/** Every step and refusal of the form. */
export const drafts: {
  state: string;
  draft: Draft;
  signedIn: boolean;
  personas: PersonaShape[];
  replied?: CommentShape;
}[] = [
  { state: 'guest', draft: emptyDraft(), signedIn: false, personas: [] },
  { state: 'one face', draft: emptyDraft(), signedIn: true, personas: personas.slice(0, 1) },
  {
    state: 'two faces, a reply',
    draft: { ...emptyDraft(), replyTo: reply.id, body: 'Nobody did.' },
    signedIn: true,
    personas,
    replied: reply,
  },
  {
    state: 'a question, others like it',
    draft: {
      ...emptyDraft(),
      kind: 'question',
      anonymous: true,
      body: 'Who is paying for it?',
      similar: [comments[9]!.comment],
      SimilarQuestions,
    },
    signedIn: true,
    personas: personas.slice(0, 1),
  },
  { state: 'refused', draft: { ...emptyDraft(), body: 'x' }, signedIn: true, personas: personas.slice(0, 1) },
  {
    state: 'edit',
    draft: { ...emptyDraft(), editing: root.id, body: 'Je me suis débranché.' },
    signedIn: true,
    personas: personas.slice(0, 1),
  },
  { state: 'sent, and held', draft: { ...emptyDraft(), step: 'sent' }, signedIn: true, personas: personas.slice(0, 1) },
  { state: 'code', draft: { ...emptyDraft(), step: 'code' }, signedIn: false, personas: [] },
];

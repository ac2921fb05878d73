import { randomBytes } from 'node:crypto';

/** Generates discussions that look real: posts, replies and their effects, each event with its number. */

/** A reproducible random sequence between 0 and 1 (mulberry32). */
export function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = [
  'ka',
  'lo',
  'mi',
  'ru',
  'ten',
  'sol',
  'va',
  'per',
  'no',
  'gri',
  'du',
  'fel',
  'shi',
  'bor',
  'ne',
  'tu',
  'ran',
  'qui',
  'za',
  'mo',
];
/** Invented words, so that no dictionary stems or drops them; a word's frequency follows its index (Zipf). */
export const VOCABULARY = Array.from(
  { length: 8_000 },
  (_, i) => SYLLABLES[i % 20] + SYLLABLES[Math.floor(i / 20) % 20] + SYLLABLES[Math.floor(i / 400) % 20],
);

/** An index into a list whose earlier items are chosen more often. */
export const early = (random, count) => Math.min(count - 1, Math.floor(count ** random() - 1));

function sentence(random, words) {
  const said = Array.from({ length: words }, () => VOCABULARY[early(random, VOCABULARY.length)]).join(' ');
  return `${said[0].toUpperCase()}${said.slice(1)}.`;
}

let pool = '';
const hex = (digits) => {
  if (pool.length < digits) pool = randomBytes(64 * 1024).toString('hex');
  const taken = pool.slice(0, digits);
  pool = pool.slice(digits);
  return taken;
};
const dashed = (digits) =>
  `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
export const blindId = () => dashed(`${hex(12)}4${hex(3)}8${hex(15)}`);
/** Version 7, in the order of their times. */
export const timedId = (ms) => dashed(`${Math.floor(ms).toString(16).padStart(12, '0')}7${hex(3)}8${hex(15)}`);
export const bytes = (count) => `\\x${hex(2 * count)}`;

/**
 * Discusses an opened thread (number 1): comments by these people between two times. Returns the rows of its tables and
 * its head.
 */
export function discussThread({ threadId, comments: length, people, speaker, from, to, random }) {
  const rows = { comments: [], log: [], votes: [], keys: [], revisions: [] };
  const head = { n: 1, seq: 1, comments: 0, questions: 0, answered: 0, lastAt: null };
  const roots = [];
  const open = [];
  let at = from;
  const event = (kind, commentId, { isPublic = true, data = '{}' } = {}) => {
    head.n += 1;
    if (isPublic) head.seq += 1;
    rows.log.push([threadId, head.n, isPublic ? head.seq : null, kind, commentId, data, new Date(at).toISOString()]);
    return head.seq;
  };
  for (let i = 0; i < length; i += 1) {
    at = from + ((to - from) * (i + random())) / length;
    const question = open.length > 0 && random() < 0.4 ? open.shift() : null;
    const isAsked = !question && random() < 0.08;
    const said = isAsked ? 'question' : 'comment';
    const kind = question ? 'answer' : said;
    const root =
      question ??
      (kind === 'comment' && roots.length > 0 && random() < 0.3
        ? roots[roots.length - 1 - early(random, Math.min(roots.length, 200))]
        : null);
    const person = question ? speaker : people[early(random, people.length)];
    const isHeld = !question && random() < 0.001;
    const source = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      sentence(random, 6 + Math.floor(random() * 14)),
    ).join(' ');
    const comment = {
      id: timedId(at),
      seq: null,
      revision: 1,
      kind,
      parent: root?.id ?? null,
      person,
      roles: question ? '{speaker}' : '{}',
      source,
      heldAt: isHeld ? at : null,
      withheldAt: null,
      withdrawnAt: null,
      votes: 0,
      replies: 0,
      status: kind === 'question' ? 'open' : null,
      answer: null,
      at,
      editedAt: null,
    };
    comment.seq = comment.changed = event(isHeld ? 'comment.held' : 'comment.posted', comment.id, {
      isPublic: !isHeld,
      data: '{"revision": 1}',
    });
    rows.comments.push(comment);
    if (random() < 0.5) rows.keys.push([threadId, bytes(32), bytes(32), comment.id]);
    if (isHeld) {
      comment.seq = comment.changed = null;
      continue;
    }
    head.lastAt = at;
    head[kind === 'question' ? 'questions' : 'comments'] += 1;
    if (root) {
      root.replies += 1;
      root.changed = comment.seq;
    } else roots.push(comment);
    if (kind === 'question') open.push(comment);
    if (question) {
      Object.assign(question, {
        status: 'answered',
        answer: comment.id,
        changed: event('question.answered', question.id, { data: `{"answerId": "${comment.id}"}` }),
      });
      head.answered += 1;
    }
    happenTo(comment, { threadId, people, rows, head, event, random });
  }
  return { rows, head };
}

/** Votes, edits, and sometimes a withdrawal or a withholding. */
function happenTo(comment, { threadId, people, rows, head, event, random }) {
  const wanted = Math.floor((comment.kind === 'question' ? 3 : 0.5) * -Math.log(1 - random()));
  const voters = new Set(
    Array.from({ length: wanted }, () => people[Math.floor(random() * people.length)]).filter(
      (person) => person !== comment.person,
    ),
  );
  for (const { account } of voters) {
    rows.votes.push([comment.id, account, threadId]);
    comment.changed = event('comment.voted', comment.id);
  }
  comment.votes = voters.size;
  const fate = random();
  if (fate < 0.02) {
    rows.revisions.push([
      comment.id,
      1,
      threadId,
      comment.source,
      `<p>${comment.source}</p>`,
      true,
      new Date(comment.at).toISOString(),
    ]);
    Object.assign(comment, {
      revision: 2,
      source: `${comment.source} ${sentence(random, 5)}`,
      editedAt: comment.at,
      changed: event('comment.edited', comment.id, { data: '{"revision": 2}' }),
    });
  } else if (fate < 0.025 && comment.kind === 'comment') {
    const isWithdrawn = fate < 0.023;
    comment[isWithdrawn ? 'withdrawnAt' : 'withheldAt'] = comment.at;
    comment.changed = event(isWithdrawn ? 'comment.withdrawn' : 'comment.withheld', comment.id);
    head.comments -= 1;
  }
}

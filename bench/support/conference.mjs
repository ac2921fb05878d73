import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { ORGANIZER } from './product.mjs';
import { sleep } from './processes.mjs';

const SENTENCES = [
  'The part about queues was the one I will take home.',
  'Did you **measure** that with the cache cold?',
  'We tried the same in production and it held for a year.',
  'Is there a recording of the second demo?',
  'I disagree: the `retry` hides the fault instead of showing it.',
  'Thanks, the slide with the three graphs said it all.',
  'How would this work with two data centres?',
  'A link to the paper would help: https://example.org/paper.',
  'The question from the left side of the room was the right one.',
];

/** About 200 characters of prose that no other comment has. */
export const words = (i) =>
  `${Array.from({ length: 4 }, (_, k) => SENTENCES[(i + k * 2) % SENTENCES.length]).join(' ')} (${i})`;

/** Signs addresses in by mailed codes, all at once; returns their tokens in the same order. */
export async function signIn(product, emails) {
  await Promise.all(emails.map((email) => product.ask('POST', '/auth/codes', { body: { email } })));
  const codes = await codesFor(product, emails);
  return Promise.all(
    emails.map(
      async (email) => (await product.ask('POST', '/auth/sessions', { body: { email, code: codes.get(email) } })).token,
    ),
  );
}

async function codesFor(product, emails) {
  for (const begun = performance.now(); performance.now() - begun < 15_000; await sleep(50)) {
    const codes = new Map();
    for (const mail of await product.mails()) {
      codes.set(
        /^To: <?([^\s>]+)/m.exec(mail)?.[1],
        /\b([2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4})\b/.exec(mail.slice(mail.indexOf('\r\n\r\n')))?.[1],
      );
    }
    if (emails.every((email) => codes.get(email))) return codes;
  }
  throw new Error('waited 15 s for the letters with the codes');
}

/** A conference of today in which nothing is held, with threads, and participants with a persona each. */
export async function furnish(product, { threads, participants }) {
  const [organizer] = await signIn(product, [ORGANIZER]);
  const today = new Date().toISOString().slice(0, 10);
  const conference = {
    slug: 'bench',
    title: 'A conference',
    timeZone: 'UTC',
    locale: 'en',
    startsOn: today,
    endsOn: today,
    settings: { screening: 'none' },
  };
  await product.ask('POST', '/admin/conferences', { token: organizer, body: conference });
  const threadIds = [];
  for (let i = 0; i < threads; i += 1)
    threadIds.push(
      (
        await product.ask('POST', '/admin/conferences/bench/threads', {
          token: organizer,
          body: { slug: `thread-${i}`, title: `Thread ${i}` },
        })
      ).id,
    );
  const tokens = await signIn(
    product,
    Array.from({ length: participants }, (_, i) => `person-${i}@mail.example`),
  );
  await Promise.all(
    tokens.map((token, i) =>
      product.ask('POST', '/conferences/bench/personas', { token, body: { name: `Person ${i}` } }),
    ),
  );
  return { threadIds, tokens, organizer };
}

/** Fills a thread with comments of several people in turn. */
export async function discuss(product, { threadId, tokens, comments }) {
  for (let i = 0; i < comments; i += 1)
    await product.ask('POST', `/threads/${threadId}/comments`, {
      token: tokens[i % tokens.length],
      body: { body: words(i) },
    });
}

/**
 * Adds people with a session and a persona directly to the tables, because thousands of e-mailed codes would take
 * minutes. Returns their tokens.
 */
export async function crowdIn(product, count) {
  const people = Array.from({ length: count }, (_, i) => ({
    account: randomUUID(),
    persona: randomUUID(),
    session: randomUUID(),
    name: `Somebody ${i}`,
    token: randomBytes(32).toString('base64url'),
  }));
  const all = (key) => people.map((person) => person[key]);
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(
    `insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on)
     select id, '\\x00', 'bench', decode(replace(id::text, '-', ''), 'hex'), 'en', current_date
     from unnest($1::uuid[]) id`,
    [all('account')],
  );
  await client.query(
    `insert into personas (id, account_id, conference_id, name, tagline, avatar_seed)
     select p, a, c.id, n, '', p::text
     from unnest($1::uuid[], $2::uuid[], $3::text[]) u(p, a, n), conferences c
     where c.slug = 'bench'`,
    [all('persona'), all('account'), all('name')],
  );
  await client.query(
    `insert into sessions (id, token_hash, account_id, begun_at, seen_at)
     select s, t, a, now(), now()
     from unnest($1::uuid[], $2::bytea[], $3::uuid[]) u(s, t, a)`,
    [all('session'), people.map(({ token }) => createHash('sha256').update(token).digest()), all('account')],
  );
  await client.end();
  return all('token');
}

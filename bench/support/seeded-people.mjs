import { createHash } from 'node:crypto';
import { blindId } from './discussion.mjs';

const PEOPLE_A_CONFERENCE = 2_000;

/** The session token of a person of a seeded conference, by their indexes. */
export const tokenOf = (conference, person) => `seeded-${conference}-${person}`.padEnd(43, '-');

/**
 * Accounts with a persona and a session each; in every thread of a talk one of them is its speaker. `tokenOf` returns
 * their tokens.
 */
export async function populate(admin, threads) {
  const people = new Map();
  for (const conferenceId of new Set(threads.map((thread) => thread.conferenceId))) {
    const all = Array.from({ length: PEOPLE_A_CONFERENCE }, (_, i) => ({
      account: blindId(),
      persona: blindId(),
      name: `Person ${i}`,
      token: tokenOf(people.size, i),
    }));
    const each = (key) => all.map((person) => person[key]);
    await admin.query(
      `insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on)
       select id, '\\x00', 'bench', decode(replace(id::text, '-', ''), 'hex'), 'en', current_date
       from unnest($1::uuid[]) id`,
      [each('account')],
    );
    await admin.query(
      `insert into personas (id, account_id, conference_id, name, tagline, avatar_seed)
       select p, a, $4, n, '', p::text
       from unnest($1::uuid[], $2::uuid[], $3::text[]) u(p, a, n)`,
      [each('persona'), each('account'), each('name'), conferenceId],
    );
    await admin.query(
      `insert into sessions (id, token_hash, account_id, begun_at, seen_at)
       select gen_random_uuid(), t, a, now(), now()
       from unnest($1::bytea[], $2::uuid[]) u(t, a)`,
      [all.map(({ token }) => createHash('sha256').update(token).digest()), each('account')],
    );
    const speakers = new Map(
      threads
        .filter((thread) => thread.conferenceId === conferenceId)
        .map(({ id }, i) => [id, all[PEOPLE_A_CONFERENCE - 1 - (i % 500)]]),
    );
    const talks = threads.filter(({ id, talkId }) => talkId !== null && speakers.has(id));
    await admin.query(
      `insert into grants (id, account_id, conference_id, role, talk_id)
       select gen_random_uuid(), a, $1, 'speaker', t
       from unnest($2::uuid[], $3::uuid[]) u(a, t)`,
      [conferenceId, talks.map(({ id }) => speakers.get(id).account), talks.map(({ talkId }) => talkId)],
    );
    people.set(conferenceId, { all, speakers });
  }
  return people;
}

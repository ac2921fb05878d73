import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { problemOfConstraint } from '../../src/kernel/lost-race.ts';
import '../../src/moderation/moderation.problems.ts';
import '../../src/programme/programme.problems.ts';
import { freshDatabase } from '../support/database.ts';

/** A row of a table in which nobody else writes at that moment, or a value that nobody else can have. */
const LOCKED_THREAD = 'written while the thread is locked, after what is there was read';
const RANDOM = 'a fresh random value';

/** Unique constraints that an insert may meet without an answer of its own, and why it never does. */
const SAFE: Readonly<Record<string, string>> = {
  comment_revisions_pkey: LOCKED_THREAD,
  posting_keys_pkey: LOCKED_THREAD,
  question_takers_pkey: LOCKED_THREAD,
  thread_log_pkey: LOCKED_THREAD,
  votes_pkey: LOCKED_THREAD,
  comment_words_pkey: 'written by one node at a time, which holds the place of that reader of the log',
  due_thread_updates_pkey: 'its clause for conflicts is a constant, NOTE',
  thread_heads_pkey: 'comes with its thread, whose id is new',
  threads_code: 'numbered by a sequence; codes from before it are passed over',
  talk_has_one_thread: 'comes with its talk, whose id is new',
  statements_pkey: 'comes with its decision, whose id is new',
  decision_words_pkey: 'comes with its decision, whose id is new',
  import_talks_pkey: 'comes with its import, whose id is new',
  decision_has_its_place: 'numbered while the end of the ledger is locked',
  rule_versions_pkey: 'numbered while the conference is locked',
  recap_versions_are_numbered: 'numbered while the recap is locked',
  recaps_discussion_id_key: 'made without a thread',
  recaps_have_their_slug: 'chosen while the conference is locked',
  recaps_official_once: 'looked for under a lock of its own',
  threads_recap_id_key: 'opened while the recap is locked, which has none',
  login_code_confirms_one_comment: 'comes with its code, whose id is new',
  accounts_by_letters_token: RANDOM,
  persona_slug: RANDOM,
  queue_claims_of_comments: 'its clause for conflicts is filled in: it names the column of what is claimed',
  queue_claims_recap_id_key: 'its clause for conflicts is filled in: it names the column of what is claimed',
  open_report_of_a_recap_is_one: 'the clause of an account is filled in with its column; a guest has no account yet',
  account_address_is_unique: 'a guest is made without an address',
  invitation_emails_once: 'queued while the invitations of the conference are locked',
  open_report_of_an_account_is_one: 'a report of a guest has no account yet; confirming it locks the account first',
  login_token_is_unique: RANDOM,
  passkey_challenges_pkey: RANDOM,
  report_receipt_is_unique: RANDOM,
  session_token_is_unique: RANDOM,
  api_tokens_token_hash_unique: RANDOM,
  api_tokens_key_tag_unique: 'looked for under a lock of its account, before the token is made',
};

interface UniqueRow {
  table: string;
  name: string;
  columns: string[];
}
interface Insert {
  file: string;
  table: string;
  conflict: string | null;
}

let uniques: UniqueRow[];
let leave: () => Promise<void>;

beforeAll(async () => {
  const { url, drop } = await freshDatabase();
  leave = drop;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<UniqueRow>(
    `select t.relname "table", i.relname "name",
       array(select a.attname::text from unnest(x.indkey::int2[]) with ordinality k(n, place)
             join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by place) "columns"
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where x.indisunique and t.relnamespace = 'public'::regnamespace`,
  );
  await client.end();
  uniques = rows;
});
afterAll(() => leave());

/** Every insert of the product, and what it does on a conflict: '' for any, else the columns it names. */
function inserts(): Insert[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.spec)\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(path.join('src', file), 'utf8');
    return [...text.matchAll(/insert into (\w+)/gi)].map(({ 1: table, index }) => {
      const isTemplate = (text.slice(0, index).split('`').length - 1) % 2 === 1;
      const statement = text.slice(index, text.indexOf(isTemplate ? '`' : "'", index));
      const conflict = /on conflict(?: \(([^)]*)\))?/i.exec(statement);
      return { file, table: table!, conflict: conflict === null ? null : (conflict[1] ?? '') };
    });
  });
}

/** Ids are random, each made for its row. */
const isId = ({ columns }: UniqueRow): boolean => columns.join() === 'id';

const isAnswered = ({ name, columns }: UniqueRow, { conflict }: Insert): boolean =>
  conflict === '' ||
  conflict?.replaceAll(' ', '') === columns.join() ||
  problemOfConstraint(name, 'Key (a)=(b) already exists.') !== null;

describe('a value that can be taken only once', () => {
  it('is answered when two take it at once, or cannot be taken by two at once, for a reason that is told', () => {
    const found = inserts();
    expect(found.length).toBeGreaterThan(60);
    const open = found.flatMap((insert) =>
      uniques
        .filter((unique) => unique.table === insert.table && !isId(unique) && !isAnswered(unique, insert))
        .map(({ name }) => ({ name, file: insert.file })),
    );
    expect(open.filter(({ name }) => !(name in SAFE))).toEqual([]);
    const needed = new Set(open.map(({ name }) => name));
    expect(Object.keys(SAFE).filter((name) => !needed.has(name))).toEqual([]);
  });
});

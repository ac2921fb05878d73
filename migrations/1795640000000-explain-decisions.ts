import { createHash } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Decisions become a chain in each conference: each row carries the hash of the one before, and the head says where the
 * chain ends, so that a changed byte, a missing row and a cut end are found. The words that were decided about stand
 * apart, since they are blanked after a while; the chain covers a salted hash of them. Decisions are only ever added.
 */
export class ExplainDecisions1795640000000 implements MigrationInterface {
  name = 'ExplainDecisions1795640000000';

  async up(q: QueryRunner): Promise<void> {
    for (const statement of UP.split(';\n')
      .map((s) => s.trim())
      .filter(Boolean))
      await q.query(statement);
    await chain(q);
    for (const statement of AFTER.split(';\n')
      .map((s) => s.trim())
      .filter(Boolean))
      await q.query(statement);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const statement of DOWN.split(';\n')
      .map((s) => s.trim())
      .filter(Boolean))
      await q.query(statement);
  }
}

/** What was decided before there was a chain is its beginning. The form is that of the code at the time of this change. */
async function chain(q: QueryRunner): Promise<void> {
  const rows = (await q.query(
    `select id, conference_id c, thread_id t, comment_id m, kind, rule, reason, role, actor_account_id a, reverses_id r, is_public p, at from decisions order by conference_id, at, id`,
  )) as {
    id: string;
    c: string;
    t: string | null;
    m: string | null;
    kind: string;
    rule: string | null;
    reason: string;
    role: string;
    a: string;
    r: string | null;
    p: boolean;
    at: Date;
  }[];
  const heads = new Map<string, { n: number; hash: Buffer }>();
  for (const { id, c, t, m, kind, rule, reason, role, a, r, p, at } of rows) {
    const { n, hash: previous } = heads.get(c) ?? { n: 0, hash: Buffer.alloc(0) };
    const text = JSON.stringify([
      n + 1,
      previous.toString('hex'),
      id,
      c,
      t,
      m,
      null,
      kind,
      rule,
      reason,
      role,
      a,
      r,
      null,
      p,
      false,
      false,
      null,
      null,
      at.toISOString(),
      null,
    ]);
    const hash = createHash('sha256').update(text).digest();
    await q.query('update decisions set n = $2, previous_hash = $3, hash = $4 where id = $1', [
      id,
      n + 1,
      previous,
      hash,
    ]);
    heads.set(c, { n: n + 1, hash });
  }
  for (const [id, { n, hash }] of heads)
    await q.query('insert into ledger_heads (conference_id, n, hash) values ($1, $2, $3)', [id, n, hash]);
}

const UP = `
alter table decisions alter column actor_account_id drop not null;
alter table decisions add column n integer, add column previous_hash bytea, add column hash bytea, add column persona_id uuid, add column until timestamptz,
  add column is_automated boolean not null default false, add column is_from_report boolean not null default false, add column appeal_id uuid, add column waiting_since timestamptz, add column words_hash bytea;
create table ledger_heads (
  conference_id uuid primary key references conferences,
  n integer not null,
  hash bytea not null
);
create table ledger_marks (
  conference_id uuid not null references conferences,
  n integer not null,
  hash bytea not null,
  at timestamptz not null,
  primary key (conference_id, n)
);
create table decision_words (
  decision_id uuid primary key,
  salt bytea not null,
  words text not null,
  kept_until timestamptz not null
);
create index decision_words_by_end on decision_words (kept_until);
create table statements (
  decision_id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  at timestamptz not null
);
create index statements_of_an_account on statements (account_id, at);
create table decision_letters (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  kind text not null,
  conference_id uuid not null,
  decision_id uuid,
  receipt uuid,
  facts jsonb not null default '{}',
  at timestamptz not null,
  tried_at timestamptz,
  left_at timestamptz
);
create index decision_letters_due on decision_letters (at) where left_at is null;
create table reports (
  id uuid primary key,
  receipt uuid not null,
  conference_id uuid not null references conferences,
  comment_id uuid not null references comments,
  account_id uuid references accounts on delete set null,
  login_code_id uuid,
  is_guest boolean not null,
  rule text not null,
  reason text not null,
  status text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  decided_at timestamptz,
  decision_id uuid,
  constraint report_receipt_is_unique unique (receipt)
);
create unique index open_report_of_an_account_is_one on reports (comment_id, account_id) where status = 'open' and account_id is not null;
create index open_reports on reports (conference_id, comment_id, made_at) where status = 'open' and confirmed_at is not null;
create index reports_of_an_account on reports (account_id, made_at) where account_id is not null;
create index reports_by_code on reports (login_code_id) where login_code_id is not null;
create index reports_of_a_decision on reports (decision_id) where decision_id is not null;
create table report_warnings (
  account_id uuid not null references accounts on delete cascade,
  conference_id uuid not null references conferences,
  at timestamptz not null,
  primary key (account_id, conference_id)
);
create table appeals (
  id uuid primary key,
  conference_id uuid not null references conferences,
  decision_id uuid not null,
  account_id uuid references accounts on delete set null,
  party text not null,
  reason text not null,
  at timestamptz not null,
  outcome text,
  outcome_reason text,
  decided_at timestamptz,
  constraint appeal_is_made_once unique (decision_id, account_id)
);
create index open_appeals on appeals (conference_id, at, id) where outcome is null;
create table queue_claims (
  comment_id uuid primary key references comments,
  account_id uuid not null references accounts on delete cascade,
  until timestamptz not null
);
create table audit_entries (
  id uuid primary key,
  conference_id uuid references conferences,
  account_id uuid,
  role text not null,
  action text not null,
  subject text,
  at timestamptz not null
);
create index audit_of_a_conference on audit_entries (conference_id, at desc, id desc);
alter table account_notices alter column comment_id drop not null;
alter table standings add column decision_id uuid;
create index decisions_on_a_persona on decisions (persona_id) where persona_id is not null;
create index decisions_that_reverse on decisions (reverses_id) where reverses_id is not null
`;

const AFTER = `
alter table decisions alter column n set not null, alter column previous_hash set not null, alter column hash set not null;
create unique index decision_has_its_place on decisions (conference_id, n);
create function decisions_are_only_added() returns trigger language plpgsql as $$ begin raise exception 'decisions are only added'; end $$;
create trigger decisions_are_only_added before update or delete on decisions for each row execute function decisions_are_only_added()
`;

const DOWN = `
drop trigger decisions_are_only_added on decisions;
drop function decisions_are_only_added;
drop index decision_has_its_place, decisions_on_a_persona, decisions_that_reverse;
drop table audit_entries, queue_claims, appeals, report_warnings, reports, decision_letters, statements, decision_words, ledger_marks, ledger_heads;
alter table decisions drop column n, drop column previous_hash, drop column hash, drop column persona_id, drop column until, drop column is_automated, drop column is_from_report, drop column appeal_id, drop column waiting_since, drop column words_hash;
alter table standings drop column decision_id;
delete from account_notices where comment_id is null;
alter table account_notices alter column comment_id set not null
`;

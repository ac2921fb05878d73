import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What concerns an account becomes a row that says what became of it: an e-mail of its own, a line of a digest, or
 * nothing, and by which rule. An e-mail is a row too, so that it is sent once. Answers that were noticed within a day
 * and not yet e-mailed are taken over; what happened in threads before is not told again.
 */
export class MakeEmailNotices1795890000000 implements MigrationInterface {
  name = 'MakeEmailNotices1795890000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table email_settings (
      account_id uuid primary key references accounts on delete cascade,
      daily_budget smallint not null default 3 check (daily_budget between 0 and 20),
      digest_rhythm text not null default 'usual' check (digest_rhythm in ('usual', 'daily', 'weekly', 'off')),
      digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
      time_zone text,
      paused_until date,
      has_words boolean not null default false,
      ended_kinds text[] not null default '{}'
    )`);
    await q.query(`create table thread_follows (
      thread_id uuid not null references threads on delete cascade,
      account_id uuid not null references accounts on delete cascade,
      primary key (thread_id, account_id)
    )`);
    await q.query('create index follows_of_an_account on thread_follows (account_id)');
    await q.query(`create table emails (
      id uuid primary key,
      account_id uuid not null references accounts on delete cascade,
      form text not null check (form in ('notice', 'digest', 'summary')),
      kind text,
      made_at timestamptz not null,
      tried_at timestamptz,
      left_at timestamptz
    )`);
    await q.query('create index emails_to_send on emails (made_at) where left_at is null');
    await q.query('create index emails_of_an_account on emails (account_id, made_at)');
    await q.query(`create table email_notices (
      id uuid primary key,
      account_id uuid not null references accounts on delete cascade,
      kind text not null,
      conference_id uuid not null references conferences on delete cascade,
      thread_id uuid references threads on delete cascade,
      comment_id uuid,
      recap_id uuid,
      n int,
      at timestamptz not null,
      due_at timestamptz,
      rule text,
      fate text check (fate in ('sent', 'digest', 'held', 'void')),
      settled_at timestamptz,
      email_id uuid references emails on delete set null,
      unique (account_id, thread_id, n, kind)
    )`);
    await q.query('create index email_notices_due on email_notices (due_at) where due_at is not null');
    await q.query('create index email_notices_of_an_account on email_notices (account_id, at)');
    await q.query('create index email_notices_of_an_email on email_notices (email_id) where email_id is not null');
    await q.query('create index email_notices_of_a_comment on email_notices (comment_id)');
    await q.query(`insert into email_notices (id, account_id, kind, conference_id, thread_id, comment_id, at, due_at)
      select n.id, n.account_id, 'answered', t.conference_id, t.id, n.comment_id, n.at, n.at
      from account_notices n
      join comments m on m.id = n.comment_id
      join threads t on t.id = m.thread_id
      where n.kind = 'answered' and n.letter_left_at is null and n.at > clock_timestamp() - interval '1 day'`);
    await q.query(`insert into reader_places (reader, thread_id, n)
      select 'notifications/notices', thread_id, n from thread_heads`);
    await q.query('drop index if exists notices_to_mail');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`delete from reader_places where reader = 'notifications/notices'`);
    await q.query('drop table email_notices, emails, thread_follows, email_settings');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes reply_addresses, sent_envelopes, taken_replies, email_repliers and email_returns: replies by e-mail, and e-mails
 * that came back.
 */
export class TakeRepliesByEmail1795885000000 implements MigrationInterface {
  name = 'TakeRepliesByEmail1795885000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table reply_addresses (
        tag bytea primary key,
        account_id uuid not null references accounts (id) on delete cascade,
        thread_id uuid not null references threads (id) on delete cascade,
        parent_id uuid references comments (id) on delete cascade,
        persona_id uuid references personas (id) on delete cascade,
        kind text not null check (kind in ('comment', 'answer')),
        expires_at timestamptz not null
      )`);
    await q.query('create index reply_addresses_by_account on reply_addresses (account_id)');
    await q.query('create index reply_addresses_by_expiry on reply_addresses (expires_at)');
    await q.query(`
      create table sent_envelopes (
        tag bytea primary key,
        account_id uuid not null references accounts (id) on delete cascade,
        kind text,
        at timestamptz not null
      )`);
    await q.query('create index sent_envelopes_by_account on sent_envelopes (account_id)');
    await q.query('create index sent_envelopes_by_time on sent_envelopes (at)');
    await q.query(`
      create table taken_replies (
        id uuid primary key,
        message_tag bytea not null unique,
        reply_tag bytea not null,
        account_id uuid not null references accounts (id) on delete cascade,
        thread_id uuid not null references threads (id) on delete cascade,
        parent_id uuid references comments (id) on delete set null,
        persona_id uuid references personas (id) on delete set null,
        kind text not null check (kind in ('comment', 'answer')),
        state text not null check (state in ('taking', 'published', 'draft', 'left')),
        reason text,
        source text,
        comment_id uuid references comments (id) on delete set null,
        attachments integer not null,
        at timestamptz not null,
        notify_due_at timestamptz,
        check ((source is not null) = (state = 'draft'))
      )`);
    await q.query('create index taken_replies_by_account on taken_replies (account_id)');
    await q.query('create index taken_replies_by_address on taken_replies (reply_tag, at)');
    await q.query('create index taken_replies_by_time on taken_replies (at)');
    await q.query(
      'create index taken_replies_to_notify on taken_replies (notify_due_at) where notify_due_at is not null',
    );
    await q.query(`
      create table email_repliers (
        account_id uuid primary key references accounts (id) on delete cascade
      )`);
    await q.query(`
      create table email_returns (
        envelope_tag bytea primary key,
        account_id uuid not null references accounts (id) on delete cascade,
        verdict text not null check (verdict in ('hard', 'soft', 'operator', 'complaint')),
        status text,
        at timestamptz not null
      )`);
    await q.query('create index email_returns_by_account on email_returns (account_id)');
    await q.query('create index email_returns_by_time on email_returns (at)');
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['email_returns', 'email_repliers', 'taken_replies', 'sent_envelopes', 'reply_addresses'])
      await q.query(`drop table ${table}`);
  }
}

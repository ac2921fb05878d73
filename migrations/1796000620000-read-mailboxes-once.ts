import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One node at a time reads a mailbox, from where the last one stopped. An e-mail that could not be taken waits for its
 * next try, whichever node reads by then.
 */
export class ReadMailboxesOnce1796000620000 implements MigrationInterface {
  name = 'ReadMailboxesOnce1796000620000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table mailbox_readings (
      mailbox bytea primary key,
      holder uuid not null,
      held_until timestamptz not null,
      numbering text,
      read_to bigint,
      set_aside int not null default 0
    )`);
    await q.query(`create table postponed_emails (
      mailbox bytea not null references mailbox_readings on delete cascade,
      uid bigint not null,
      tries int not null,
      due_at timestamptz not null,
      primary key (mailbox, uid)
    )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table postponed_emails, mailbox_readings');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An e-mail about a decision or a passkey that the mail server refused for good is told from one that was sent. */
export class NoteRefusedEmails1796001026000 implements MigrationInterface {
  name = 'NoteRefusedEmails1796001026000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table account_notices add column is_refused boolean not null default false');
    await q.query('alter table decision_letters add column is_refused boolean not null default false');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table account_notices drop column is_refused');
    await q.query('alter table decision_letters drop column is_refused');
  }
}

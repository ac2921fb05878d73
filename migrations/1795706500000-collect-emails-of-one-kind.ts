import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notices of one kind to one account leave as one e-mail: each row knows its e-mail, and when to look at it next.
 * Rows without a topic leave alone, as all did before.
 */
export class CollectEmailsOfOneKind1795706500000 implements MigrationInterface {
  name = 'CollectEmailsOfOneKind1795706500000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'alter table decision_letters add column topic text, add column email_id uuid, add column due_at timestamptz',
    );
    await q.query('create index decision_letters_of_an_account on decision_letters (account_id)');
    await q.query(
      'create index decision_letters_of_an_email on decision_letters (email_id) where email_id is not null',
    );
    await q.query('alter table account_notices add column letter_email_id uuid, add column letter_due_at timestamptz');
    await q.query(
      'create index notices_of_an_email on account_notices (letter_email_id) where letter_email_id is not null',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table account_notices drop column letter_email_id, drop column letter_due_at');
    await q.query('drop index decision_letters_of_an_account');
    await q.query('alter table decision_letters drop column topic, drop column email_id, drop column due_at');
  }
}

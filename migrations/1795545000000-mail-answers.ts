import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice of an answer is also a letter: when somebody last tried to send it, and when it left. */
export class MailAnswers1795545000000 implements MigrationInterface {
  name = 'MailAnswers1795545000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'alter table account_notices add column letter_tried_at timestamptz, add column letter_left_at timestamptz',
    );
    await q.query(
      `create index notices_to_mail on account_notices (at) where kind = 'answered' and letter_left_at is null`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index notices_to_mail');
    await q.query('alter table account_notices drop column letter_tried_at, drop column letter_left_at');
  }
}

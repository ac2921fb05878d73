import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The few notices that are e-mails and nothing else are found without reading the others. */
export class MailAboutPasskeys1795707100000 implements MigrationInterface {
  name = 'MailAboutPasskeys1795707100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `create index notices_about_passkeys on account_notices (at) where kind in ('passkey-added', 'passkey-removed') and letter_left_at is null`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index notices_about_passkeys');
  }
}

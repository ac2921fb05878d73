import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether an account was told: who was away is told when they come back, and nobody twice after a restart. */
export class TellOnce1795630200000 implements MigrationInterface {
  name = 'TellOnce1795630200000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table account_notices add column told_at timestamptz');
    await q.query(`update account_notices set told_at = at`);
    await q.query('create index notices_to_tell on account_notices (account_id) where told_at is null');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index notices_to_tell');
    await q.query('alter table account_notices drop column told_at');
  }
}

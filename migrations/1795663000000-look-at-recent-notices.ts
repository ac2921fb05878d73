import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nodes ask each second what is young, whoever it is for, not once more for each account that is there. */
export class LookAtRecentNotices1795663000000 implements MigrationInterface {
  name = 'LookAtRecentNotices1795663000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create index notices_by_time on account_notices (at)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index notices_by_time');
  }
}

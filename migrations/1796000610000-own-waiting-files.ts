import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file that waits belongs to the account that sent it, so that nobody's files make room for another's. Null for one
 * that an older node keeps.
 */
export class OwnWaitingFiles1796000610000 implements MigrationInterface {
  name = 'OwnWaitingFiles1796000610000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table waiting_files add column account_id uuid references accounts on delete cascade');
    await q.query('create index waiting_files_of_an_account on waiting_files (account_id)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table waiting_files drop column account_id');
  }
}

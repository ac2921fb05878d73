import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps a file that waits for an organizer's answer, encrypted under a key that only the organizer's page has; and with
 * each import the questions that were open before it, so that undoing it asks them again.
 */
export class KeepFilesOfProgrammes1796000200000 implements MigrationInterface {
  name = 'KeepFilesOfProgrammes1796000200000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table waiting_files (
        id uuid primary key,
        cipher bytea not null,
        kept_until timestamptz not null
      )`);
    await q.query(`alter table imports add column questions jsonb not null default '[]'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table imports drop column questions');
    await q.query('drop table waiting_files');
  }
}

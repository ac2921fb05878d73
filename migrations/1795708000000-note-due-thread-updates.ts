import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads that a change of their conference or talk has not reached yet: a job takes them, a few at a time. */
export class NoteDueThreadUpdates1795708000000 implements MigrationInterface {
  name = 'NoteDueThreadUpdates1795708000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table due_thread_updates (
        thread_id uuid primary key references threads(id) on delete cascade,
        is_announced boolean not null,
        version int not null default 1,
        claimed_until timestamptz
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table due_thread_updates');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every saved state of a recap, of a thread or (without one) of a conference. What it quotes is named, never copied. */
export class KeepRecaps1795650000000 implements MigrationInterface {
  name = 'KeepRecaps1795650000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table recap_versions (
      id uuid primary key,
      conference_id uuid not null references conferences,
      thread_id uuid references threads,
      version integer not null,
      markdown text not null,
      items uuid[] not null,
      is_published boolean not null,
      saved_at timestamptz not null,
      constraint recap_versions_are_numbered unique nulls not distinct (conference_id, thread_id, version)
    )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table recap_versions');
  }
}

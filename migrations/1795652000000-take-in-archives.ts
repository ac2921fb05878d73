import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an archive brings that belongs to nobody here: the faces of its authors, who have no account, and the decisions
 * of another server, which its own chain cannot hold.
 */
export class TakeInArchives1795652000000 implements MigrationInterface {
  name = 'TakeInArchives1795652000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create table archived_faces (persona_id uuid primary key, conference_id uuid not null references conferences, avatar_seed text not null)',
    );
    await q.query(
      'create table archived_decisions (conference_id uuid not null references conferences, place integer not null, line jsonb not null, primary key (conference_id, place))',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table archived_decisions, archived_faces');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked to be erased, until it is done and after: as a random id that leads nowhere any more. */
export class LetPeopleLeave1795610000000 implements MigrationInterface {
  name = 'LetPeopleLeave1795610000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create table erasures (account_id uuid primary key, posts text not null, asked_at timestamptz not null, done_at timestamptz)',
    );
    await q.query('create index erasures_under_way on erasures (asked_at) where done_at is null');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table erasures');
  }
}

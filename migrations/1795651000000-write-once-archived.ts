import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who asked to be told once that a conference is archived. A row is a wish; it goes when the letter has left. */
export class WriteOnceArchived1795651000000 implements MigrationInterface {
  name = 'WriteOnceArchived1795651000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table closing_letters (
      account_id uuid not null references accounts on delete cascade,
      conference_id uuid not null references conferences,
      tried_at timestamptz,
      primary key (account_id, conference_id)
    )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table closing_letters');
  }
}

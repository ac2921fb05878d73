import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom a link was made, as the organizer wrote it: a grant that can be told from another can be taken back. */
export class NameGrants1795630000000 implements MigrationInterface {
  name = 'NameGrants1795630000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table invitations add column name text');
    await q.query('alter table grants add column name text');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table grants drop column name');
    await q.query('alter table invitations drop column name');
  }
}

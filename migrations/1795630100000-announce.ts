import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The line to everyone that a thread shows above everything else: a comment like any other, hence hidden like any other. */
export class Announce1795630100000 implements MigrationInterface {
  name = 'Announce1795630100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table threads add column announcement_id uuid');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table threads drop column announcement_id');
  }
}

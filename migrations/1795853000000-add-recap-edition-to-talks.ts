import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds to `talks` a number that rises when what a talk's page shows of recaps changes, so that cached pages go old. */
export class AddRecapEditionToTalks1795853000000 implements MigrationInterface {
  name = 'AddRecapEditionToTalks1795853000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table talks add column recap_edition integer not null default 0');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table talks drop column recap_edition');
  }
}

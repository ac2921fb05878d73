import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds to `login_codes` the conference from whose page a code was asked for, in whose colours it is mailed. */
export class AddConferenceToCodes1795881000000 implements MigrationInterface {
  name = 'AddConferenceToCodes1795881000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'alter table login_codes add column conference_id uuid references conferences (id) on delete set null',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table login_codes drop column conference_id');
  }
}

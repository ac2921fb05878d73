import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps what organizers have said of the columns of their sheets: what one holds, and how its dates are written. */
export class RememberSheets1795862000000 implements MigrationInterface {
  name = 'RememberSheets1795862000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table sheet_answers (
        conference_id uuid not null references conferences on delete cascade,
        kind text not null check (kind in ('column', 'dates')),
        key text not null,
        answer text,
        answered_at timestamptz not null,
        primary key (conference_id, kind, key)
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table sheet_answers');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An archive has the lines about the authors of its recaps, which stand below them where it is taken in. */
export class KeepAuthorLines1796000500000 implements MigrationInterface {
  name = 'KeepAuthorLines1796000500000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      "alter table archived_faces add tagline text not null default '', add biography text not null default ''",
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table archived_faces drop tagline, drop biography');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file that waits belongs to the conference for which it was sent, and goes with it. Null for one that makes a
 * conference, and for one that an older node keeps, which is chosen again.
 */
export class KeepFilesForAConference1796001041000 implements MigrationInterface {
  name = 'KeepFilesForAConference1796001041000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table waiting_files add column conference_id uuid references conferences on delete cascade');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table waiting_files drop column conference_id');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The queue begins with what waits longest, in whatever thread: one walk along an index of what is held. */
export class ReadTheQueueInOrder1795662000000 implements MigrationInterface {
  name = 'ReadTheQueueInOrder1795662000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create index held_by_time on comments (held_at, id) where held_at is not null and withheld_at is null and withdrawn_at is null',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index held_by_time');
  }
}

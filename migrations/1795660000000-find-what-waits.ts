import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two questions had been read from end to end of all comments: whether one has a reply (for every edit, withdrawal and
 * decision, and for each of one's own in a thread), and which are held (the queue, the desk). Both indexes are narrow:
 * of replies alone, and of what waits.
 */
export class FindWhatWaits1795660000000 implements MigrationInterface {
  name = 'FindWhatWaits1795660000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create index replies_to_a_comment on comments (parent_id) where parent_id is not null');
    await q.query('create index held_comments on comments (thread_id, held_at) where held_at is not null');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index replies_to_a_comment, held_comments');
  }
}

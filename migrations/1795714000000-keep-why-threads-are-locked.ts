import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds to threads why they are locked, with the reason of the last decision for those that are. That changes what their
 * readers hold, so each of these takes the next number of its log.
 */
export class KeepWhyThreadsAreLocked1795714000000 implements MigrationInterface {
  name = 'KeepWhyThreadsAreLocked1795714000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table threads add lock_reason text');
    await q.query(`
      update threads t
      set lock_reason = (
        select d.reason from decisions d where d.thread_id = t.id and d.kind = 'lock' order by d.at desc limit 1
      )
      where t.locked_at is not null`);
    await q.query(`
      insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
      select h.thread_id, h.n + 1, h.seq + 1, 'thread.changed', null, '{}', now()
      from thread_heads h
      join threads t on t.id = h.thread_id
      where t.lock_reason is not null`);
    await q.query(`
      update thread_heads h
      set n = h.n + 1, seq = h.seq + 1
      from threads t
      where t.id = h.thread_id and t.lock_reason is not null`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table threads drop lock_reason');
  }
}

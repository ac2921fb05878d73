import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Notes and reasons of declined questions can be hidden. Those of questions that are hidden already are no longer shown,
 * which changes what readers hold: each such question takes the next number of its thread.
 */
export class HideNotes1795704100000 implements MigrationInterface {
  name = 'HideNotes1795704100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table comments add column note_withheld_at timestamptz');
    await q.query(`
      create temporary table hidden_notes on commit drop as
      select m.id, m.thread_id, h.n + row_number() over same_thread n, h.seq + row_number() over same_thread seq
      from comments m join thread_heads h on h.thread_id = m.thread_id
      where m.question_reason is not null and m.seq is not null
        and (m.held_at is not null or m.withheld_at is not null or m.withdrawn_at is not null)
      window same_thread as (partition by m.thread_id order by m.id)`);
    await q.query(`
      insert into thread_log (thread_id, n, seq, kind, comment_id, data, at)
      select thread_id, n, seq, 'question.note-withheld', id, '{}', now() from hidden_notes`);
    await q.query('update comments m set changed_seq = h.seq from hidden_notes h where h.id = m.id');
    await q.query(`
      update thread_heads t set n = h.n, seq = h.seq
      from (select thread_id, max(n) n, max(seq) seq from hidden_notes group by thread_id) h where h.thread_id = t.thread_id`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table comments drop column note_withheld_at');
  }
}

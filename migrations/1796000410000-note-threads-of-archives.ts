import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Up to which number a thread came with an archive, so that figures leave out all of it; authors without a name could
 * not be told from those who wrote here. What an archive brought has no Markdown, hence its HTML as its source.
 */
export class NoteThreadsOfArchives1796000410000 implements MigrationInterface {
  name = 'NoteThreadsOfArchives1796000410000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table archived_threads (
      thread_id uuid primary key references threads on delete cascade,
      seq int not null
    )`);
    await q.query(`insert into archived_threads (thread_id, seq)
      select m.thread_id, max(m.seq)
      from threads t
      join comments m on m.thread_id = t.id and m.seq is not null and m.source = m.html and m.html <> ''
      where t.conference_id in (
        select conference_id from archived_faces union select conference_id from archived_decisions
      )
      group by m.thread_id`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table archived_threads');
  }
}

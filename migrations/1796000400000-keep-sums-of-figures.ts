import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sums of figures are kept, with the place in the logs of the conference that they were counted at; the most readers of
 * a thread at the same moment and refused votes are counted, without accounts.
 */
export class KeepSumsOfFigures1796000400000 implements MigrationInterface {
  name = 'KeepSumsOfFigures1796000400000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table figure_sums (
      conference_id uuid not null references conferences on delete cascade,
      figure text not null,
      statement text not null,
      place bigint not null,
      as_of timestamptz not null,
      counted_at timestamptz not null,
      checked_at timestamptz not null default 'epoch',
      took_ms int not null,
      sums jsonb not null,
      curves jsonb not null,
      lines jsonb,
      primary key (conference_id, figure)
    )`);
    await q.query(`create table reader_peaks (
      thread_id uuid not null references threads on delete cascade,
      hour timestamptz not null,
      readers int not null,
      primary key (thread_id, hour)
    )`);
    await q.query(`create table refused_votes (
      conference_id uuid not null references conferences on delete cascade,
      day date not null,
      reason text not null,
      times int not null,
      people smallint not null,
      primary key (conference_id, day, reason)
    )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table figure_sums, reader_peaks, refused_votes');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of public comments for the search, beside the comments, so that a vote rewrites no index of words; and how far
 * each reader of the threads' logs has come.
 */
export class FindWords1795500000000 implements MigrationInterface {
  name = 'FindWords1795500000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create table reader_places (reader text not null, thread_id uuid not null references threads, n integer not null, primary key (reader, thread_id))',
    );
    await q.query(
      'create table comment_words (comment_id uuid primary key references comments, thread_id uuid not null, conference_id uuid not null, words tsvector not null)',
    );
    await q.query('create index comments_by_word on comment_words using gin (words)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table comment_words, reader_places');
  }
}

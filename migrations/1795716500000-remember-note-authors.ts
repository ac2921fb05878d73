import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds who wrote the note of a question, so that its author is told when a moderator hides it. Never public. */
export class RememberNoteAuthors1795716500000 implements MigrationInterface {
  name = 'RememberNoteAuthors1795716500000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table note_authors (
        comment_id uuid primary key references comments,
        account_id uuid not null references accounts on delete cascade
      )`);
    await q.query('create index note_authors_by_account on note_authors (account_id)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table note_authors');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the questions merged into one by an index, because a vote on either counts for both. */
export class FindMergedQuestions1795831000000 implements MigrationInterface {
  name = 'FindMergedQuestions1795831000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create index comments_merged_into on comments (merged_into) where merged_into is not null');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index comments_merged_into');
  }
}

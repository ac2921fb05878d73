import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which rules made the words of a comment: 1 where PostgreSQL's parser told words apart, 2 where our code does. Words of
 * version 1 stay found until the recurring task `transcript/renew-words` has made them anew, in slices; a node of the
 * version before writes its own meanwhile, without knowing the column.
 */
export class VersionCommentWords1795709000000 implements MigrationInterface {
  name = 'VersionCommentWords1795709000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table comment_words add column rules_version smallint not null default 1');
    await q.query('create index comment_words_of_earlier_rules on comment_words (comment_id) where rules_version < 2');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table comment_words drop column rules_version');
  }
}

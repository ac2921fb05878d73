import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds the words that rules before version 3 made, which knew no names with signs such as C++. The recurring task
 * `transcript/renew-words` makes them anew.
 */
export class FindWordsOfEarlierRules1795851000000 implements MigrationInterface {
  name = 'FindWordsOfEarlierRules1795851000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create index comment_words_before_rules_3 on comment_words (comment_id) where rules_version < 3');
    await q.query('drop index comment_words_of_earlier_rules');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('create index comment_words_of_earlier_rules on comment_words (comment_id) where rules_version < 2');
    await q.query('drop index comment_words_before_rules_3');
  }
}

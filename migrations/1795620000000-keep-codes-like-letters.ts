import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code is a letter on its way: asked for, tried, left. A server that is killed sends what it accepted once it is back.
 * Wrong codes are counted over all accounts, and nodes say which keys they hold.
 */
export class KeepCodesLikeLetters1795620000000 implements MigrationInterface {
  name = 'KeepCodesLikeLetters1795620000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'alter table login_codes add column letter_tried_at timestamptz, add column letter_left_at timestamptz',
    );
    await q.query('update login_codes set letter_left_at = made_at');
    await q.query('create index letters_of_codes on login_codes (made_at) where letter_left_at is null');
    await q.query('create index login_codes_by_age on login_codes (made_at)');
    await q.query('create index sessions_by_use on sessions (seen_at)');
    await q.query('create table wrong_codes (minute timestamptz primary key, count integer not null)');
    await q.query(
      'create table key_holders (node uuid primary key, key_ids text[] not null, seen_at timestamptz not null)',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table key_holders, wrong_codes');
    await q.query('drop index letters_of_codes, login_codes_by_age, sessions_by_use');
    await q.query('alter table login_codes drop column letter_tried_at, drop column letter_left_at');
  }
}

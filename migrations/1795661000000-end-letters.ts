import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A letter carries a link that ends letters like it without signing in (RFC 8058); what stands in it is random and leads to this and nothing else. */
export class EndLetters1795661000000 implements MigrationInterface {
  name = 'EndLetters1795661000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table accounts add column letters_token uuid not null default gen_random_uuid()');
    await q.query('create unique index accounts_by_letters_token on accounts (letters_token)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index accounts_by_letters_token');
    await q.query('alter table accounts drop column letters_token');
  }
}

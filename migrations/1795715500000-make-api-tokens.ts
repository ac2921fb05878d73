import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens for programs, of which only the hash is kept; they end with their account. */
export class MakeApiTokens1795715500000 implements MigrationInterface {
  name = 'MakeApiTokens1795715500000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table api_tokens (
        id uuid primary key,
        account_id uuid not null references accounts (id),
        token_hash bytea not null,
        name text not null,
        scopes text[] not null,
        conference_id uuid references conferences (id) on delete cascade,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        used_on date,
        key_tag bytea,
        constraint api_tokens_token_hash_unique unique (token_hash),
        constraint api_tokens_key_tag_unique unique (key_tag)
      )`);
    await q.query('create index api_tokens_of_account on api_tokens (account_id)');
    await q.query('create index api_tokens_by_end on api_tokens (expires_at)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table api_tokens');
  }
}

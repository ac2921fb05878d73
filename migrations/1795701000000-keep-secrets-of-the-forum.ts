import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets that belong to the forum and not to the folder of one node, sealed: the key that signs archives. */
export class KeepSecretsOfTheForum1795701000000 implements MigrationInterface {
  name = 'KeepSecretsOfTheForum1795701000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'create table forum_secrets (name text primary key, secret_cipher bytea not null, secret_key_id text not null, made_at timestamptz not null)',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table forum_secrets');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of devices that sign their owners in, and what these devices are asked to sign. Both go with their account. */
export class AddPasskeys1795621000000 implements MigrationInterface {
  name = 'AddPasskeys1795621000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table passkeys (
      id uuid primary key,
      account_id uuid not null references accounts on delete cascade,
      credential_id text not null,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      name text not null,
      made_on date not null,
      used_on date,
      constraint passkey_credential_is_unique unique (credential_id)
    )`);
    await q.query('create index passkeys_of_an_account on passkeys (account_id)');
    await q.query(`create table passkey_challenges (
      challenge text primary key,
      account_id uuid references accounts on delete cascade,
      expires_at timestamptz not null
    )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table passkey_challenges, passkeys');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the addresses that a programme names for its speakers, sealed, until they are invited. */
export class KeepAddressesOfSpeakers1795860000000 implements MigrationInterface {
  name = 'KeepAddressesOfSpeakers1795860000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table speaker_addresses (
        id uuid primary key,
        conference_id uuid not null references conferences on delete cascade,
        speaker_id uuid not null references speakers on delete cascade,
        address_cipher bytea not null,
        address_key_id text not null,
        address_index bytea not null,
        kept_at timestamptz not null,
        constraint speaker_has_one_address unique (speaker_id)
      )`);
    await q.query('create index speaker_addresses_by_conference on speaker_addresses (conference_id)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table speaker_addresses');
  }
}

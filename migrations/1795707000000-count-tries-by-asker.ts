import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code knows where it was asked for, so that wrong tries from elsewhere neither spend its owner's tries nor void it;
 * and a proof of work that was shown once is known to be spent on every node.
 */
export class CountTriesByAsker1795707000000 implements MigrationInterface {
  name = 'CountTriesByAsker1795707000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'alter table login_codes add column asker_tag bytea, add column tries_from_elsewhere integer not null default 0',
    );
    await q.query('create table spent_proofs (id text primary key, expires_at timestamptz not null)');
    await q.query('create index spent_proofs_by_end on spent_proofs (expires_at)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table spent_proofs');
    await q.query('alter table login_codes drop column asker_tag, drop column tries_from_elsewhere');
  }
}

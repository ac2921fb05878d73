import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules of a conference as they were published, version by version: a decision is judged by those of its day. A
 * conference that never changed them has the ones every conference begins with, and no version.
 */
export class KeepRules1795640100000 implements MigrationInterface {
  name = 'KeepRules1795640100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table rule_versions (
      conference_id uuid not null references conferences,
      version integer not null,
      rules jsonb not null,
      at timestamptz not null,
      primary key (conference_id, version)
    )`);
    await q.query(
      `insert into rule_versions (conference_id, version, rules, at) select id, 1, settings->'rules', clock_timestamp() from conferences where settings ? 'rules'`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table rule_versions');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answers to repeated writes are stored sealed. What was stored in clear goes: such a repeat has its status and no body.
 * The old column stays for servers of the version before, which may run beside this one.
 */
export class SealStoredAnswers1795704000000 implements MigrationInterface {
  name = 'SealStoredAnswers1795704000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`alter table write_keys add column sealed_answer bytea, alter column answer set default 'null'`);
    await q.query(`update write_keys set answer = 'null' where answer <> 'null'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table write_keys alter column answer drop default, drop column sealed_answer');
  }
}

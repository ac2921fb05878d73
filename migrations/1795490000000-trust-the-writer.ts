import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The hot tables of a thread lose their foreign keys to what the writer has in its hands anyway: the head of the thread
 * is locked (and refers to its thread), parents and personas were read in the same transaction, and neither threads,
 * comments nor personas are ever deleted. Each check was a query and a row lock of its own for every comment.
 */
export class TrustTheWriter1795490000000 implements MigrationInterface {
  name = 'TrustTheWriter1795490000000';

  async up(q: QueryRunner): Promise<void> {
    for (const [table, key] of KEYS) await q.query(`alter table ${table} drop constraint ${table}_${key}_fkey`);
  }

  async down(q: QueryRunner): Promise<void> {
    for (const [table, key, target] of KEYS)
      await q.query(
        `alter table ${table} add constraint ${table}_${key}_fkey foreign key (${key}) references ${target}`,
      );
  }
}

const KEYS = [
  ['thread_log', 'thread_id', 'threads'],
  ['posting_keys', 'thread_id', 'threads'],
  ['comments', 'thread_id', 'threads'],
  ['comments', 'persona_id', 'personas'],
  ['comments', 'parent_id', 'comments'],
  ['comments', 'root_id', 'comments'],
  ['votes', 'comment_id', 'comments'],
] as const;

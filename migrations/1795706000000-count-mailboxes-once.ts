import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Addresses that differ only by a tag are one mailbox, and count once where people are counted. The new index is blind
 * like the one of the address; rows from before get theirs from the server, which alone can read an address.
 */
export class CountMailboxesOnce1795706000000 implements MigrationInterface {
  name = 'CountMailboxesOnce1795706000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table accounts add column mailbox_index bytea');
    await q.query('create index accounts_without_mailbox on accounts (id) where mailbox_index is null');
    await q.query('create index accounts_of_a_mailbox on accounts (mailbox_index) where mailbox_index is not null');
    await q.query('create index decisions_on_appeals on decisions (appeal_id) where appeal_id is not null');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop index decisions_on_appeals');
    await q.query('alter table accounts drop column mailbox_index');
  }
}

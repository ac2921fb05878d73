import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A notice names the addresses that were added to a talk, so that none is told that was removed again. */
export class AddLinksToNotices1796000600000 implements MigrationInterface {
  name = 'AddLinksToNotices1796000600000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table email_notices add column link_urls text[]');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`delete from email_notices where kind = 'followed-link'`);
    await q.query('alter table email_notices drop column link_urls');
  }
}

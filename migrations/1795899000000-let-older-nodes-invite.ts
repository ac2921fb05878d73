import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Fills what nodes of the version before do not know of: a link of one right by itself, and an e-mail with an id of its
 * own. They run beside new ones while a forum is updated.
 */
export class LetOlderNodesInvite1795899000000 implements MigrationInterface {
  name = 'LetOlderNodesInvite1795899000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table invitations alter link_id set default gen_random_uuid()');
    await q.query('alter table invitation_emails alter message_id set default gen_random_uuid()');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table invitations alter link_id drop default');
    await q.query('alter table invitation_emails alter message_id drop default');
  }
}

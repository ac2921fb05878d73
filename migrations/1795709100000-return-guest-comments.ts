import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A guest's comment that was refused once its code was right goes back to its author, who is signed in: whose it is and
 * why it was refused. `copies_tag` finds what waits with the same words for the same address.
 */
export class ReturnGuestComments1795709100000 implements MigrationInterface {
  name = 'ReturnGuestComments1795709100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table pending_comments
        add column refused_to uuid references accounts(id) on delete cascade,
        add column refused_as text,
        add column copies_tag bytea`);
    await q.query(
      'create index pending_comments_by_copies on pending_comments (copies_tag) where copies_tag is not null',
    );
    await q.query(
      'create index pending_comments_by_refused on pending_comments (refused_to) where refused_to is not null',
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(
      'alter table pending_comments drop column refused_to, drop column refused_as, drop column copies_tag',
    );
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the invitations whose e-mail has not left yet, so that a mail server that refuses for the moment is asked again. */
export class SendInvitationsAgain1795713000000 implements MigrationInterface {
  name = 'SendInvitationsAgain1795713000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table invitation_emails (
        id uuid primary key references invitations on delete cascade,
        address_cipher bytea not null,
        address_key_id text not null,
        address_index bytea not null,
        locale text not null,
        made_at timestamptz not null,
        tried_at timestamptz
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table invitation_emails');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets the rights of one person share a link, keeps whom it was mailed to until it is used, so that a second press sends
 * nothing twice, and counts what was mailed.
 */
export class SendInvitationsOnce1795870000000 implements MigrationInterface {
  name = 'SendInvitationsOnce1795870000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table invitations
        add link_id uuid,
        add speaker_id uuid references speakers on delete set null`);
    await q.query('update invitations set link_id = id');
    await q.query('alter table invitations alter link_id set not null');
    await q.query('alter table invitations drop constraint invitation_token_is_unique');
    await q.query('create index invitations_by_token on invitations (token_hash)');
    await q.query('create index invitations_by_link on invitations (link_id)');
    await q.query('create index invitations_by_speaker on invitations (speaker_id) where speaker_id is not null');
    await q.query(`
      alter table invitation_emails
        drop constraint invitation_emails_id_fkey,
        add conference_id uuid references conferences on delete cascade,
        add role text,
        add speaker_id uuid references speakers on delete cascade,
        add recipient_mark bytea,
        add message_id uuid,
        add sent_at timestamptz,
        add is_reminder boolean not null default false`);
    await q.query(`
      update invitation_emails e
      set conference_id = i.conference_id, role = i.role, message_id = e.id
      from invitations i
      where i.id = e.id`);
    await q.query('delete from invitation_emails where message_id is null');
    await q.query('alter table invitation_emails alter message_id set not null');
    await q.query(`
      create unique index invitation_emails_once on invitation_emails
        (conference_id, role, recipient_mark, coalesce(speaker_id, '00000000-0000-0000-0000-000000000000'))`);
    await q.query(`
      create table invitations_mailed (
        id uuid primary key,
        recipient_mark bytea not null,
        maker_account_id uuid references accounts on delete cascade,
        at timestamptz not null
      )`);
    await q.query('create index invitations_mailed_to on invitations_mailed (recipient_mark, at)');
    await q.query('create index invitations_mailed_by on invitations_mailed (maker_account_id, at)');
    await q.query('create index invitations_mailed_at on invitations_mailed (at)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table invitations_mailed');
    await q.query('drop index invitation_emails_once');
    await q.query('delete from invitation_emails where sent_at is not null');
    await q.query(`
      alter table invitation_emails
        drop conference_id,
        drop role,
        drop speaker_id,
        drop recipient_mark,
        drop message_id,
        drop sent_at,
        drop is_reminder`);
    await q.query('delete from invitation_emails e where not exists (select from invitations i where i.id = e.id)');
    await q.query(`
      alter table invitation_emails
        add constraint invitation_emails_id_fkey foreign key (id) references invitations on delete cascade`);
    await q.query('drop index invitations_by_token, invitations_by_link, invitations_by_speaker');
    await q.query('delete from invitations where link_id <> id');
    await q.query('alter table invitations add constraint invitation_token_is_unique unique (token_hash)');
    await q.query('alter table invitations drop link_id, drop speaker_id');
  }
}

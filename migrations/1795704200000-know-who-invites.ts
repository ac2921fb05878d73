import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An invitation knows the account that made it, and may end with that account's right. The maker of earlier ones is
 * found in the audit, which was written in the same transaction; those of the operator have none, and stay.
 */
export class KnowWhoInvites1795704200000 implements MigrationInterface {
  name = 'KnowWhoInvites1795704200000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table invitations add column maker_account_id uuid, add column ended_at timestamptz');
    await q.query(
      'create index invitations_by_maker on invitations (maker_account_id) where maker_account_id is not null',
    );
    await q.query(`
      update invitations i set maker_account_id = (
        select e.account_id from audit_entries e
        where e.conference_id = i.conference_id and e.action = 'invitation.made ' || i.role and e.subject is not distinct from i.talk_id::text
          and e.at between i.expires_at - interval '30 days 2 seconds' and i.expires_at - interval '30 days' + interval '2 seconds'
        order by abs(extract(epoch from e.at - (i.expires_at - interval '30 days'))) limit 1)
      where i.claimed_at is null and i.conference_id is not null`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table invitations drop column maker_account_id, drop column ended_at');
  }
}

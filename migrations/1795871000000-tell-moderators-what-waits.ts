import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps when a moderator was last written to about what waits in a conference, so that it happens once an hour. */
export class TellModeratorsWhatWaits1795871000000 implements MigrationInterface {
  name = 'TellModeratorsWhatWaits1795871000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table queue_emails (
        account_id uuid not null references accounts on delete cascade,
        conference_id uuid not null references conferences on delete cascade,
        email_id uuid not null,
        claimed_at timestamptz not null,
        sent_at timestamptz,
        primary key (account_id, conference_id)
      )`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table queue_emails');
  }
}

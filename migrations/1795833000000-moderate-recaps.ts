import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets decisions, reports and claims of the queue be about a recap as well as about a comment. The author of a recap
 * is no foreign key any more, as that of a comment is none: an archive brings authors without personas.
 */
export class ModerateRecaps1795833000000 implements MigrationInterface {
  name = 'ModerateRecaps1795833000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table recaps drop constraint recaps_persona_id_fkey');
    await q.query('alter table threads drop constraint threads_author_id_fkey');
    await q.query('alter table decisions add column recap_id uuid');
    await q.query('create index decisions_on_a_recap on decisions (recap_id) where recap_id is not null');
    await q.query(`
      alter table reports
        alter column comment_id drop not null,
        add column recap_id uuid references recaps,
        add constraint reports_are_about_one_thing check (num_nonnulls(comment_id, recap_id) = 1)`);
    await q.query(`
      create unique index open_report_of_a_recap_is_one on reports (recap_id, account_id)
      where status = 'open' and account_id is not null`);
    await q.query(`
      create index open_reports_of_recaps on reports (conference_id, recap_id, made_at)
      where status = 'open' and confirmed_at is not null and recap_id is not null`);
    await q.query(`
      alter table queue_claims
        drop constraint queue_claims_pkey,
        alter column comment_id drop not null,
        add column id uuid not null default gen_random_uuid() primary key,
        add column recap_id uuid unique references recaps,
        add constraint queue_claims_of_comments unique (comment_id),
        add constraint queue_claims_are_of_one_thing check (num_nonnulls(comment_id, recap_id) = 1)`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('delete from queue_claims where comment_id is null');
    await q.query(`
      alter table queue_claims
        drop constraint queue_claims_of_comments,
        drop column id,
        drop column recap_id,
        add primary key (comment_id)`);
    await q.query('delete from reports where comment_id is null');
    await q.query('alter table reports drop column recap_id, alter column comment_id set not null');
    await q.query('alter table decisions drop column recap_id');
  }
}

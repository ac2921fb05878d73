import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds to `personas` what the page of an author shows: a biography, what the person lets it show, and the part of its
 * address. The address is random, because a name may change and an earlier one must not stay readable in a link.
 */
export class DescribeAuthors1795832000000 implements MigrationInterface {
  name = 'DescribeAuthors1795832000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table personas
        add column slug text not null default left(replace(gen_random_uuid()::text, '-', ''), 12),
        add column biography text not null default '',
        add column has_comments_shown boolean not null default false,
        add column is_indexed boolean not null default false`);
    await q.query('alter table personas add constraint persona_slug unique (conference_id, slug)');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table personas
        drop column slug,
        drop column biography,
        drop column has_comments_shown,
        drop column is_indexed`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Makes recaps things of their own, so that participants may write some too: who speaks, what happened to it, and the
 * thread in which it is answered. Each recap with versions, all official until now, gets its row.
 */
export class MakeRecaps1795820000000 implements MigrationInterface {
  name = 'MakeRecaps1795820000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`create table recaps (
      id uuid primary key,
      conference_id uuid not null references conferences,
      about_thread_id uuid references threads,
      discussion_id uuid unique references threads,
      persona_id uuid references personas on delete set null,
      author_name text,
      author_roles text[] not null default '{}',
      slug text not null,
      is_official boolean not null,
      created_at timestamptz not null,
      published_at timestamptz,
      held_at timestamptz,
      held_because text,
      withheld_at timestamptz,
      withdrawn_at timestamptz,
      constraint recaps_have_their_slug unique (conference_id, slug),
      constraint recaps_about_threads_are_official check (is_official or about_thread_id is null)
    )`);
    await q.query(`create unique index recaps_official_once on recaps (conference_id, about_thread_id)
      nulls not distinct where is_official`);
    await q.query('create index recaps_of_personas on recaps (persona_id)');
    await q.query(`alter table recap_versions
      add column recap_id uuid references recaps on delete cascade,
      add column title text,
      add column talk_ids uuid[] not null default '{}'`);
    await this.backfill(q);
    await q.query(`alter table recap_versions
      alter column recap_id set not null,
      drop constraint recap_versions_are_numbered,
      add constraint recap_versions_are_numbered unique (recap_id, version)`);
    await q.query('create index recap_versions_of_talks on recap_versions using gin (talk_ids)');
    await q.query(`alter table threads
      add column recap_id uuid unique references recaps,
      add column author_id uuid references personas on delete set null,
      add column hidden_at timestamptz,
      add constraint threads_of_recaps_have_no_talk check (recap_id is null or talk_id is null)`);
    await q.query('create index threads_by_author on threads (author_id) where author_id is not null');
  }

  /** A recap that was taken back, by publishing an empty one, counts as withdrawn. */
  private async backfill(q: QueryRunner): Promise<void> {
    await q.query(`
      insert into recaps (
        id, conference_id, about_thread_id, slug, is_official, created_at, published_at, withdrawn_at
      )
      select gen_random_uuid(), v.conference_id, v.thread_id,
        coalesce(
          t.slug,
          c.slug || case
            when exists (select from threads o where o.conference_id = c.id and o.slug = c.slug) then '-recap'
            else ''
          end
        ),
        true, min(v.saved_at), min(v.saved_at) filter (where v.is_published),
        case
          when (array_agg(v.markdown = '' and v.items = '{}' order by v.version desc) filter (where v.is_published))[1]
            then max(v.saved_at) filter (where v.is_published)
        end
      from recap_versions v
      join conferences c on c.id = v.conference_id
      left join threads t on t.id = v.thread_id
      group by v.conference_id, v.thread_id, c.id, c.slug, t.slug`);
    await q.query(`
      update recap_versions v
      set recap_id = r.id
      from recaps r
      where r.conference_id = v.conference_id and r.about_thread_id is not distinct from v.thread_id`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table threads drop column recap_id, drop column author_id, drop column hidden_at');
    await q.query('delete from recap_versions v using recaps r where r.id = v.recap_id and not r.is_official');
    await q.query(`alter table recap_versions
      drop constraint recap_versions_are_numbered,
      add constraint recap_versions_are_numbered unique nulls not distinct (conference_id, thread_id, version),
      drop column recap_id, drop column title, drop column talk_ids`);
    await q.query('drop table recaps');
  }
}

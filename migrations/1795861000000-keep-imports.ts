import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps the last imports of each conference with what each talk was before, so that one can be undone; marks the
 * demo, which may be removed whole; lets decisions go with the conference that is being removed, and only then.
 */
export class KeepImports1795861000000 implements MigrationInterface {
  name = 'KeepImports1795861000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table imports (
        id uuid primary key,
        conference_id uuid not null references conferences on delete cascade,
        account_id uuid references accounts on delete set null,
        file_name text not null,
        at timestamptz not null,
        added integer not null,
        changed integer not null,
        moved integer not null,
        cancelled integer not null,
        unchanged integer not null,
        speakers jsonb not null,
        undone_at timestamptz
      )`);
    await q.query('create index imports_of_a_conference on imports (conference_id, at desc, id desc)');
    await q.query('create index imports_of_an_account on imports (account_id) where account_id is not null');
    await q.query(`
      create table import_talks (
        import_id uuid not null references imports on delete cascade,
        talk_id uuid not null,
        before jsonb,
        after jsonb not null,
        primary key (import_id, talk_id)
      )`);
    await q.query('alter table conferences add is_demo boolean not null default false');
    await q.query(`
      update conferences set is_demo = true where slug = 'assises-2012' and title = 'Assises des médias sociaux'`);
    await q.query(`
      create or replace function decisions_are_only_added() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE'
          and old.conference_id::text = current_setting('aftertalk.removed_conference', true) then
          return old;
        end if;
        raise exception 'decisions are only added';
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      create or replace function decisions_are_only_added() returns trigger language plpgsql as $$
      begin raise exception 'decisions are only added'; end $$`);
    await q.query('alter table conferences drop is_demo');
    await q.query('drop table import_talks, imports');
  }
}

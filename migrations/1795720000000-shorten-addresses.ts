import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives each thread a code of five letters and digits for a short address, to be read from a wall and typed by hand:
 * none that looks like another. It never changes.
 */
export class ShortenAddresses1795720000000 implements MigrationInterface {
  name = 'ShortenAddresses1795720000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('alter table threads add column code text');
    await q.query(`
      create function new_thread_code() returns text language plpgsql volatile as $$
      declare
        made text;
      begin
        loop
          select string_agg(substr('23456789abcdefghjkmnpqrstvwxyz', 1 + floor(random() * 30)::int, 1), '')
          into made from generate_series(1, 5);
          exit when not exists (select from threads t where t.code = made);
        end loop;
        return made;
      end $$`);
    await q.query('create unique index threads_code on threads (code)');
    await q.query(`
      do $$
      declare
        thread record;
      begin
        for thread in select id from threads loop
          update threads set code = new_thread_code() where id = thread.id;
        end loop;
      end $$`);
    await q.query(
      `alter table threads alter column code set default new_thread_code(), alter column code set not null`,
    );
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('alter table threads drop column code');
    await q.query('drop function new_thread_code()');
  }
}

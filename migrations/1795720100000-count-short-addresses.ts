import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Takes the codes of short addresses from a sequence: two threads of one statement do not see each other, so that of a
 * thousand imported talks two had the same random code in one import of fifty. Each number gives another code, since
 * the factor has no divisor in common with their count, 30^5; codes made before are passed over.
 */
export class CountShortAddresses1795720100000 implements MigrationInterface {
  name = 'CountShortAddresses1795720100000';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create sequence thread_codes');
    await q.query(`
      create or replace function new_thread_code() returns text language plpgsql volatile as $$
      declare
        letters constant text := '23456789abcdefghjkmnpqrstvwxyz';
        place bigint;
        made text;
      begin
        loop
          place := (nextval('thread_codes') * 10000019 + 7654321) % 24300000;
          made := '';
          for i in 1..5 loop
            made := made || substr(letters, 1 + (place % 30)::int, 1);
            place := place / 30;
          end loop;
          exit when not exists (select from threads t where t.code = made);
        end loop;
        return made;
      end $$`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`
      create or replace function new_thread_code() returns text language plpgsql volatile as $$
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
    await q.query('drop sequence thread_codes');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an account that left showed in public follows it later, thing by thing, from a table that names no account. A
 * persona outlives its account until then, and so does a vote, under a random number instead of the account's.
 */
export class MakeDepartures1795705000000 implements MigrationInterface {
  name = 'MakeDepartures1795705000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table departures (
        subject_id uuid primary key,
        kind text not null,
        posts text not null,
        due_at timestamptz not null,
        claimed_until timestamptz
      )`);
    await q.query('create index departures_in_order on departures (due_at)');
    await q.query('alter table personas alter column account_id drop not null');
    await q.query('alter table votes drop constraint if exists votes_account_id_fkey');
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop table departures');
    await q.query('delete from votes v where not exists (select from accounts a where a.id = v.account_id)');
    await q.query(
      'alter table votes add constraint votes_account_id_fkey foreign key (account_id) references accounts',
    );
    await q.query('delete from persona_changes c using personas p where p.id = c.persona_id and p.account_id is null');
    await q.query('delete from personas where account_id is null');
    await q.query('alter table personas alter column account_id set not null');
  }
}

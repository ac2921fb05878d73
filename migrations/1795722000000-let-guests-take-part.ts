import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds guests: accounts without an address. Votes of guests are marked, so that a speaker sees how many there are.
 * Conferences that are there already keep asking for an address.
 */
export class LetGuestsTakePart1795722000000 implements MigrationInterface {
  name = 'LetGuestsTakePart1795722000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table accounts
        add column kind text not null default 'full',
        alter column address_cipher drop not null,
        alter column address_key_id drop not null,
        alter column address_index drop not null`);
    await q.query(`
      alter table accounts add constraint account_has_an_address_unless_guest check (
        kind in ('full', 'guest')
        and (kind = 'full') = (address_cipher is not null)
        and (kind = 'full') = (address_key_id is not null)
        and (kind = 'full') = (address_index is not null)
      )`);
    await q.query(`create index guests on accounts (id) where kind = 'guest'`);
    await q.query('alter table votes add column is_by_guest boolean not null default false');
    await q.query('create index votes_by_guests on votes (comment_id) where is_by_guest');
    await q.query(`
      update conferences
      set settings = settings || '{"guests": "nothing"}'
      where not settings ? 'guests'`);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query(`update conferences set settings = settings - 'guests'`);
    await q.query('alter table votes drop column is_by_guest');
    await q.query('drop index guests');
    await q.query('alter table accounts drop constraint account_has_an_address_unless_guest');
    await q.query('alter table accounts drop column kind');
  }
}

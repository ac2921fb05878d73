import { pathToFileURL } from 'node:url';
import path from 'node:path';
import type { World } from '../support/world.ts';

/** Seconds for which a node in a test holds a mailbox: more than a busy machine takes from one look to the next. */
const HELD_SECONDS = 10;

/** Settings of a node that looks into its mailbox each second. */
export const FREQUENT_CHECKS = {
  NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('test/inbound/frequent-checks.mjs')).href}`,
};

/**
 * Has the database shorten each hold of a mailbox, so that another node soon follows one that was killed, and note how
 * long it was to be.
 */
export async function shortenHolds(world: World): Promise<void> {
  await world.query('create table wanted_holds (seconds float8 not null)');
  await world.query(
    `create function shorten_hold() returns trigger language plpgsql as $$
     begin
       insert into wanted_holds values (extract(epoch from new.held_until - clock_timestamp()));
       new.held_until = clock_timestamp() + interval '${HELD_SECONDS} seconds';
       return new;
     end $$`,
  );
  // A hold that is renewed is inserted too, on conflict.
  await world.query(
    `create trigger shorten_hold before insert on mailbox_readings for each row execute function shorten_hold()`,
  );
}

/** For how many seconds nodes wanted to hold a mailbox, at least and at most, until now. */
export async function wantedHolds(world: World): Promise<{ least: number; most: number }> {
  const [row] = await world.query<{ least: number; most: number }>(
    'select min(seconds) least, max(seconds) most from wanted_holds',
  );
  return row!;
}

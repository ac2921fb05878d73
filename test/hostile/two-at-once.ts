import pg from 'pg';
import { freshDatabase } from '../support/database.ts';
import { until, World, type Answer, type Person } from '../support/world.ts';

/** PostgreSQL finds no deadlock here, so that two requests in one end at their time limit, and the test with them. */
export async function unwatchedWorld(): Promise<World> {
  const { url, drop } = await freshDatabase();
  return World.on(`${url}&options=${encodeURIComponent('-c deadlock_timeout=1h')}`, drop, {});
}

export interface LockedRow {
  readonly table: string;
  /** `id` unless given. */
  readonly column?: string;
  readonly id: string;
}

/**
 * Holds a row until both requests wait for a lock, the first of them in front of the line: it goes on with that row
 * while the other has what it took before.
 */
export async function atOnce(
  world: World,
  { table, column = 'id', id }: LockedRow,
  [first, second]: [() => Promise<Answer>, () => Promise<Answer>],
): Promise<[Answer, Answer]> {
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query(`select from ${table} where ${column} = $1 for no key update`, [id]);
  const one = first();
  await waitForLocks(world, 1);
  const other = second();
  await waitForLocks(world, 2);
  await holder.query('commit');
  await holder.end();
  return Promise.all([one, other]);
}

const waitForLocks = (world: World, count: number): Promise<unknown> =>
  until(`${count} to wait for a lock`, async () => {
    const waiting = await world.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    // A task of the server may wait with them.
    return waiting.length >= count;
  });

export const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status);

/** An organizer of one conference, by their token. */
export async function organizes(olga: Person, who: Person, slug: string): Promise<void> {
  const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'organizer' });
  await claims(who, made.body['url'] as string);
}

export const claims = (who: Person, url: string): Promise<Answer> => who.post('/claims', { token: url.split('#')[1]! });

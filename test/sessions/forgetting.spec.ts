import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { World, type Person } from '../support/world.ts';

let world: World;
let ada: Person;
beforeAll(async () => {
  world = await World.open();
  ada = await world.person('ada').signsIn();
});
afterAll(() => world.close());

const open = async (): Promise<number> => (await world.query('select from sessions')).length;

it('forgets old sessions without waiting for whoever ends one of them', async () => {
  await world.person('ada').signsIn();
  expect(await open()).toBe(2);
  const holder = new pg.Client({ connectionString: world.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query('delete from sessions where id = (select id from sessions order by begun_at limit 1)');
  world.advance({ days: 400 });
  await world.runNow('sessions/forget');
  // The one that is being ended is still to be seen by others.
  expect(await open()).toBe(1);
  await holder.query('rollback');
  await holder.end();
  await world.runNow('sessions/forget');
  expect(await open()).toBe(0);
  expect((await ada.get('/me')).status).toBe(401);
});

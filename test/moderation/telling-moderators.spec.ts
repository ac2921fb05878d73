import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Database } from '../../src/platform/database/database.ts';
import { becomes, talkOf } from '../questions/stage.ts';
import { advanceTo } from '../notifications/mailbox.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let mona: Person;
let max: Person;
let ada: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga, { screening: 'all' });
  mona = await becomes(await world.person('mona').signsIn(), olga, { slug: place.slug, role: 'moderator' }, 'Mona');
  max = await becomes(await world.person('max').signsIn(), olga, { slug: place.slug, role: 'moderator' }, 'Max');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const looks = (): Promise<void> => world.runNow('notifications/tell-moderators');
/** The e-mails about what waits that somebody got. */
async function toldTo(who: Person): Promise<string[]> {
  const mails: string[] = await Promise.all(
    (await world.mails()).map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
  );
  return mails.filter(
    (mail) => mail.includes(`To: ${who.email}`) && /waits? for a moderator|messages? =C3=A0 mod/.test(mail),
  );
}

describe('a moderator', () => {
  it('is written to when the oldest comment has waited ten minutes, once an hour at most, and not if turned off', async () => {
    const said = await ada.says(place.threadId, 'A secret until it is read');
    world.advance({ minutes: 9 });
    await looks();
    expect(await toldTo(mona)).toEqual([]);
    expect((await max.patch('/me', { email: { kinds: { queue: false } } })).status).toBe(200);
    world.advance({ minutes: 2 });
    await looks();
    const [mail] = await toldTo(mona);
    expect(mail).toContain('Subject: [A conference] 1 item waits for a moderator');
    expect(mail).toContain(`/organize/${place.slug}/queue`);
    expect(mail).not.toContain('secret');
    expect(mail).toMatch(/^List-Unsubscribe:.*kind=3?D?queue/ims);
    expect(await toldTo(max)).toEqual([]);
    expect(await toldTo(ada)).toEqual([]);

    await ada.says(place.threadId, 'Another one, a little later');
    world.advance({ minutes: 30 });
    await looks();
    expect(await toldTo(mona)).toHaveLength(1);
    world.advance({ minutes: 31 });
    await looks();
    expect(await toldTo(mona)).toHaveLength(2);

    // Nothing waits any longer.
    for (const { comment } of (await mona.get(`/admin/conferences/${place.slug}/queue?kind=held`)).body['items'] as {
      comment: Json;
    }[])
      await mona.post(`/admin/comments/${comment['id'] as string}/release`, {
        revision: comment['revision'] as number,
      });
    expect((await ada.get(`/comments/${said['id'] as string}`)).body['state']).toBe('visible');
    world.advance({ hours: 2 });
    await looks();
    expect(await toldTo(mona)).toHaveLength(2);
  });

  it('gets them within the budget of the day, and reads which came', async () => {
    const nora = await becomes(
      await world.person('nora').signsIn(),
      olga,
      { slug: place.slug, role: 'moderator' },
      'N',
    );
    expect((await nora.patch('/me', { email: { budget: 2, digest: { rhythm: 'off' } } })).status).toBe(200);
    advanceTo([world], 1, '09:00');
    await ada.says(place.threadId, 'This waits for long');
    world.advance({ minutes: 11 });
    for (let hour = 0; hour < 5; hour += 1) {
      await looks();
      world.advance({ minutes: 61 });
    }
    expect(await toldTo(nora)).toHaveLength(2);
    const notices = async (): Promise<Json[]> =>
      ((await nora.get('/me/notices')).body['items'] as Json[]).filter(({ fate }) => fate === 'sent');
    const sent = { kind: 'queue', fate: 'sent', rule: null, url: `/organize/${place.slug}/queue` };
    expect(await notices()).toMatchObject([sent, sent]);
    advanceTo([world], 1, '09:00');
    await looks();
    expect(await toldTo(nora)).toHaveLength(3);
    expect(await notices()).toHaveLength(3);
  });

  it('gets no more than the budget of the day where two conferences wait, nor while another e-mail is being made', async () => {
    const other = await talkOf(world, olga, { screening: 'all' });
    const vera = await world.person('vera').signsIn();
    for (const { slug } of [place, other]) await becomes(vera, olga, { slug, role: 'moderator' }, 'Vera');
    await ada.calledIn(other.slug, 'Ada');
    expect((await vera.patch('/me', { email: { budget: 2, digest: { rhythm: 'off' } } })).status).toBe(200);
    advanceTo([world], 1, '09:00');
    for (const { threadId } of [place, other]) await ada.says(threadId, 'This waits, too');
    world.advance({ minutes: 11 });
    const [{ id }] = (await world.query<{ id: string }>(
      `select p.account_id id from personas p where p.name = 'Vera' limit 1`,
    )) as [{ id: string }];
    // Another node makes the first e-mail of the day, and has not committed it yet.
    let checked: Promise<void> | undefined;
    await world.app.get(Database).transaction(async (tx) => {
      await tx.query('select from accounts where id = $1 for no key update', [id]);
      await tx.query(
        `insert into emails (id, account_id, form, made_at) values (gen_random_uuid(), $1, 'digest', $2)`,
        [id, world.clock.now()],
      );
      checked = looks();
      await until('it to wait for the other, or not to', async () => {
        const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
          and query like '%for no key update%'`;
        return (await world.query(waits)).length > 0 || (await toldTo(vera)).length > 0;
      });
    });
    await checked;
    expect(await toldTo(vera)).toHaveLength(1);
    advanceTo([world], 1, '09:00');
    expect((await vera.patch('/me', { email: { budget: 1 } })).status).toBe(200);
    await looks();
    expect(await toldTo(vera)).toHaveLength(2);
  });
});

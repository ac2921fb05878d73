import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AddressDesk } from '../../src/accounts/address-desk.ts';
import { RotateKeys } from '../../src/accounts/rotate-keys.ts';
import { SpeakerAddresses } from '../../src/accounts/speaker-addresses.ts';
import { Database } from '../../src/platform/database/database.ts';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const kept = (): SpeakerAddresses => world.app.get(SpeakerAddresses);

/** A conference with a talk of Ada and Grace, whose addresses are kept; its id. */
async function withAddresses(): Promise<{ id: string; talkId: string }> {
  const slug = await conferenceOf(olga);
  await importsInto(olga, slug, schedule([event({ persons: [{ public_name: 'Ada' }, { public_name: 'Grace' }] })]));
  const { id } = (await olga.get(`/conferences/${slug}`)).body;
  const [talk] = (await olga.get(`/conferences/${slug}/talks`)).body['items'] as Json[];
  const speakers = await world.query<{ key: string; name: string }>(
    'select key, name from speakers where conference_id = $1',
    [id],
  );
  const found = speakers.map(({ key, name }) => ({
    speakerKey: key,
    address: world.app.get(AddressDesk).seal(`${name.toLowerCase()}@mail.example`),
  }));
  await world.app.get(Database).transaction((tx) => kept().keep(tx, id as string, found));
  return { id: id as string, talkId: talk!['id'] as string };
}

describe('the addresses of speakers from a programme', () => {
  it('are kept sealed, each with its speaker and talks, and shown masked', async () => {
    const { id, talkId } = await withAddresses();
    expect(await kept().ofConference(id)).toMatchObject([
      { name: 'Ada', masked: 'a•••@mail.example', talkIds: [talkId] },
      { name: 'Grace', masked: 'g•••@mail.example', talkIds: [talkId] },
    ]);
    const rows = await world.query<{ row: string }>('select s::text "row" from speaker_addresses s');
    expect(rows.filter(({ row }) => row.includes('mail.example'))).toEqual([]);
  });

  it('are sealed again when the keys change', async () => {
    const { id } = await withAddresses();
    const done = await world.app.get(RotateKeys).rotate();
    expect(await world.query('select distinct address_key_id "keyId" from speaker_addresses')).toEqual([
      { keyId: done!.keyId },
    ]);
    expect((await kept().ofConference(id)).map(({ masked }) => masked)).toContain('a•••@mail.example');
  });

  it('go when they are used, when their owner leaves, and thirty days after the conference', async () => {
    const { id } = await withAddresses();
    const ada = await world.person('ada').signsIn();
    const left = await ada.ask('DELETE', '/me', { posts: 'keep' });
    expect(left.body['stores']).toContainEqual({
      store: 'speakerAddresses',
      fate: 'deleted',
      rows: expect.any(Number),
    });
    const [grace, ...others] = await kept().ofConference(id);
    expect([grace!.name, others]).toEqual(['Grace', []]);
    await world.app.get(Database).transaction((tx) => kept().forget(tx, [grace!.id]));
    expect(await kept().ofConference(id)).toEqual([]);

    const later = await withAddresses();
    world.clock.correction += Date.parse('2026-06-01T12:00:00Z') - world.clock.now().getTime();
    await world.runNow('accounts/forget-speaker-addresses');
    expect(await kept().ofConference(later.id)).toHaveLength(2);
    world.advance({ days: 3 });
    await world.runNow('accounts/forget-speaker-addresses');
    expect(await kept().ofConference(later.id)).toEqual([]);
  });
});

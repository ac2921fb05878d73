import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { Device, type Twist } from '../support/passkeys.ts';
import { World, type Answer, type Person } from '../support/world.ts';

const ORIGIN = 'https://forum.example';
let world: World;
beforeAll(async () => {
  world = await World.open({ PUBLIC_URL: ORIGIN });
});
afterAll(async () => {
  await world.close();
});

const refused = { status: 401, body: { type: '/problems/passkey-refused' } };

async function adds(who: Person, device: Device, twist: Twist = {}): Promise<Answer> {
  const { body: options } = await who.post('/auth/passkeys/options');
  return who.post('/auth/passkeys', {
    name: 'Laptop',
    answer: device.creates(options as { challenge: string }, twist),
  });
}
const challenge = async (): Promise<{ challenge: string }> =>
  (await world.person('x').post('/auth/passkeys/challenges')).body as { challenge: string };
const enters = async (device: Device, twist: Twist = {}): Promise<Answer> =>
  world.person('x').post('/auth/passkeys/sessions', { answer: device.signs(await challenge(), twist) });

describe('a passkey', () => {
  it('is added after a fresh sign-in, and signs its owner in without an address', async () => {
    const ada = await world.person('ada').signsIn();
    const device = new Device(ORIGIN);
    expect(await adds(ada, device)).toMatchObject({ status: 201, body: { name: 'Laptop', usedOn: null } });
    const answer = await enters(device);
    expect(answer).toMatchObject({ status: 201, body: { token: expect.any(String) } });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-session=[\w-]+; .*Secure/);
    const again = world.person('x');
    again.token = answer.body['token'] as string;
    expect((await again.get('/me')).body).toMatchObject({ emailMasked: 'a•••@mail.example' });
    expect((await again.get('/auth/passkeys')).body['items']).toMatchObject([
      { name: 'Laptop', usedOn: world.clock.now().toISOString().slice(0, 10) },
    ]);
  });

  it('is not added by a session that is old, and its sign-in is fresh again', async () => {
    const bob = await world.person('bob').signsIn();
    const device = new Device(ORIGIN);
    await adds(bob, device);
    world.advance({ minutes: 16 });
    expect(await bob.post('/auth/passkeys/options')).toMatchObject({
      status: 403,
      body: { type: '/problems/sign-in-stale' },
    });
    expect(await bob.get('/auth/passkeys')).toMatchObject({ status: 200 });
    bob.token = (await enters(device)).body['token'] as string;
    expect(await bob.post('/auth/passkeys/options')).toMatchObject({ status: 200 });
  });

  it('is told nothing of its owner but the masked address', async () => {
    const ada = await world.person('label.secret').signsIn();
    const { body, text } = await ada.post('/auth/passkeys/options');
    expect(body['user']).toMatchObject({ name: 'l•••@mail.example' });
    expect(text).not.toContain('label.secret');
    const [account] = await world.query<{ id: string }>(
      'select account_id id from sessions order by begun_at desc limit 1',
    );
    expect(Buffer.from((body['user'] as { id: string }).id, 'base64url').toString('hex')).not.toContain(
      account!.id.replaceAll('-', ''),
    );
  });

  it.each<[string, Twist]>([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['that nobody has verified', { flags: 0x01 }],
    ['signed by another key', { signedBy: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['to a challenge that was never made', { challenge: 'x'.repeat(43) }],
    ['of another kind', { type: 'webauthn.create' }],
    ['that was used less often than before', { counter: 0 }],
  ])('refuses an answer %s', async (_what, twist) => {
    const owner = await world.person('careful').signsIn();
    const device = new Device(ORIGIN);
    await adds(owner, device);
    expect(await enters(device)).toMatchObject({ status: 201 });
    expect(await enters(device, twist)).toMatchObject(refused);
    expect(await enters(device)).toMatchObject({ status: 201 });
  });

  it('answers each challenge once, and none after five minutes', async () => {
    const owner = await world.person('once').signsIn();
    const device = new Device(ORIGIN);
    await adds(owner, device);
    const asked = await challenge();
    const answer = device.signs(asked);
    expect(await world.person('x').post('/auth/passkeys/sessions', { answer })).toMatchObject({ status: 201 });
    expect(await world.person('x').post('/auth/passkeys/sessions', { answer })).toMatchObject(refused);
    const late = device.signs(await challenge());
    world.advance({ minutes: 6 });
    expect(await world.person('x').post('/auth/passkeys/sessions', { answer: late })).toMatchObject(refused);
  });

  it('belongs to one account: a stranger neither sees nor removes it, nor adds it as theirs', async () => {
    const owner = await world.person('owner').signsIn();
    const device = new Device(ORIGIN);
    const id = (await adds(owner, device)).body['id'] as string;
    const eve = await world.person('eve').signsIn();
    expect((await eve.get('/auth/passkeys')).body['items']).toEqual([]);
    expect(await eve.delete(`/auth/passkeys/${id}`)).toMatchObject({ status: 404 });
    expect(await adds(eve, device)).toMatchObject(refused);
    const { body: options } = await owner.post('/auth/passkeys/options');
    expect(
      await eve.post('/auth/passkeys', { answer: new Device(ORIGIN).creates(options as { challenge: string }) }),
    ).toMatchObject(refused);
    expect(await owner.delete(`/auth/passkeys/${id}`)).toMatchObject({ status: 204 });
    expect(await enters(device)).toMatchObject(refused);
  });

  it('is asked for in the same words by everybody, and hostile answers are refused', async () => {
    const [one, two] = [await challenge(), await challenge()];
    expect(one.challenge).not.toBe(two.challenge);
    expect({ ...one, challenge: '' }).toEqual({ ...two, challenge: '' });
    const good = new Device(ORIGIN).signs(await challenge()) as { response: object };
    for (const answer of [
      null,
      [],
      'x',
      {},
      { ...good, id: 7 },
      { ...good, response: [] },
      { ...good, response: { ...good.response, signature: '' } },
      { ...good, rawId: 'x'.repeat(30_000) },
    ]) {
      expect(await world.person('x').post('/auth/passkeys/sessions', { answer })).toMatchObject({ status: 422 });
    }
    for (const response of [
      { ...good.response, clientDataJSON: '!!!' },
      { ...good.response, clientDataJSON: Buffer.from('null').toString('base64url') },
      { ...good.response, authenticatorData: 'AAAA' },
    ]) {
      expect(await world.person('x').post('/auth/passkeys/sessions', { answer: { ...good, response } })).toMatchObject(
        refused,
      );
    }
  });
});

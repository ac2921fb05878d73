import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GUESTS_PER_HOUSEHOLD, GUESTS_PER_HOUSEHOLD_AT_MOST } from '../../src/sessions/guest-limits.ts';
import { solve } from '../../web/client/proof-of-work.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

const VENUE = '198.51.100.7';

let world: World;
let olga: Person;
let threadId: string;
let said: Json;
beforeAll(async () => {
  world = await World.open({
    ORGANIZERS: 'olga@mail.example',
    RATE_LIMITS: 'on',
    TRUSTED_PROXIES: '127.0.0.1',
    VENUE_NETWORKS: `${VENUE}/32`,
  });
  olga = await world.person('olga').signsIn();
  let slug: string;
  ({ slug, threadId } = await world.conference(olga, { settings: { screening: 'none', guests: 'vote' } }));
  await olga.calledIn(slug, 'Olga');
  said = await olga.says(threadId, 'Plums');
});
afterAll(() => world.close());

const from = (ip: string, more: Record<string, string> = {}): Record<string, string> => ({
  'x-forwarded-for': ip,
  ...more,
});
const comes = (ip: string, more?: Record<string, string>): Promise<Answer> =>
  world.person('guest').ask('POST', '/auth/guests', undefined, from(ip, more));
const votes = (token: unknown, ip: string): Promise<Answer> =>
  world
    .person('guest')
    .ask(
      'PUT',
      `/comments/${said['id'] as string}/vote`,
      undefined,
      from(ip, { authorization: `Bearer ${token as string}` }),
    );
const typeOf = ({ status, body }: Answer): string => `${status} ${String(body['type']).replace('/problems/', '')}`;

describe('a thousand sessions from one network', () => {
  const HOME = '203.0.113.9';

  it('are few that are free, then each has its price, and then none', async () => {
    for (let i = 0; i < GUESTS_PER_HOUSEHOLD; i += 1) expect((await comes(HOME)).status).toBe(201);
    const asked = await comes(HOME);
    expect(typeOf(asked)).toBe('429 proof-required');
    const { challenge, bits } = asked.body as { challenge: string; bits: number };
    const solution = await solve(challenge, bits, () => false);
    const proof = { 'sign-in-proof': `${challenge}.${solution!}` };
    expect((await comes(HOME, proof)).status).toBe(201);
    // Good once, for one guest.
    expect(typeOf(await comes(HOME, proof))).toBe('429 proof-required');
    expect(GUESTS_PER_HOUSEHOLD_AT_MOST).toBeLessThan(1_000);
  });

  it('leave the network’s sign-ins and the guests of others alone', async () => {
    expect(typeOf(await comes(HOME))).toMatch(/^429/);
    const asked = await world.person('neighbour').post('/auth/codes', { email: 'neighbour@mail.example' }, from(HOME));
    expect(asked.status).toBe(202);
    expect((await comes('203.0.113.10')).status).toBe(201);
  });

  it('are let in from a network that the operator named, and each votes once', async () => {
    const PEOPLE = 150;
    const tokens: string[] = [];
    for (let i = 0; i < PEOPLE; i += 1) {
      const { status, body } = await comes(VENUE);
      expect(status).toBe(201);
      tokens.push(body['token'] as string);
    }
    for (const token of tokens) expect((await votes(token, VENUE)).status).toBe(200);
    const again = await votes(tokens[0], VENUE);
    expect(again.body).toEqual({ voted: true, votes: PEOPLE });
  });

  it('are counted by the network, however many cookies they have', async () => {
    const CAMPUS = '203.0.113.200';
    const tokens: unknown[] = [];
    for (let i = 0; i < 20; i += 1) tokens.push((await comes(CAMPUS)).body['token']);
    const answers: Answer[] = [];
    for (let round = 0; round < 7; round += 1) for (const token of tokens) answers.push(await votes(token, CAMPUS));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(answers.every(({ status }) => status === 200 || status === 429)).toBe(true);
  });
});

describe('a cookie that this forum did not make', () => {
  it('is nobody’s, also one letter beside a guest’s', async () => {
    const { body } = await comes('203.0.113.30');
    const token = body['token'] as string;
    const beside = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    for (const forged of [beside, 'guest'.padEnd(43, '0'), token.split('').toReversed().join('')])
      expect(typeOf(await votes(forged, '203.0.113.30'))).toBe('401 session-required');
    expect((await votes(token, '203.0.113.30')).status).toBe(200);
  });
});

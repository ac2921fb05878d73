import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Log } from '../../src/platform/logging/log.ts';
import { codeIn, World, type Answer } from '../support/world.ts';

/** More than a household may write in ten seconds, and more than it may type codes before a proof is asked. */
const PEOPLE = 150;

let world: World;
beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.1' });
});
afterAll(() => world.close());

const from = (ip: string): Record<string, string> => ({ 'x-forwarded-for': ip });
const asks = (email: string, ip: string): Promise<Answer> => world.person('x').post('/auth/codes', { email }, from(ip));
const types = (email: string, code: string, ip: string): Promise<Answer> =>
  world.person('x').post('/auth/sessions', { email, code }, from(ip));
const address = (n: number): string => `person${n}@mail.example`;
const statusesOf = (answers: readonly Answer[]): number[] => [...new Set(answers.map(({ status }) => status))];

describe('the opening minute of a conference behind one address', () => {
  const HALL = '198.51.100.20';

  it('lets everybody ask for a code and sign in, and tells the operator of VENUE_NETWORKS once', async () => {
    const warned = jest.spyOn(world.app.get(Log), 'warn');
    const before = await world.mails();
    const people = Array.from({ length: PEOPLE }, (_, n) => n);
    expect(statusesOf(await Promise.all(people.map((n) => asks(address(n), HALL))))).toEqual([202]);
    const codes: string[] = [];
    for (const n of people) codes.push(codeIn(await world.nextMail(before, address(n))));
    const entered: Answer[] = [];
    for (const n of people) entered.push(await types(address(n), codes[n]!, HALL));
    expect(statusesOf(entered)).toEqual([201]);
    expect(warned.mock.calls.filter(([, message]) => /VENUE_NETWORKS/.test(String(message)))).toHaveLength(1);
    expect(JSON.stringify(warned.mock.calls)).not.toContain(HALL);
  });

  it('still counts wrong codes and codes asked for again', async () => {
    const HOME = '203.0.113.30';
    const wrong = await Promise.all(Array.from({ length: 45 }, (_, n) => types(address(n + 1_000), 'K7QM-2XRP', HOME)));
    expect(wrong.filter(({ body }) => body['type'] === '/problems/proof-required').length).toBeGreaterThan(0);
    const again: Answer[] = [];
    for (let i = 0; i < 7; i += 1) again.push(await asks('again@mail.example', '203.0.113.31'));
    expect(again.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202, 429, 429]);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Log } from '../../src/platform/logging/log.ts';
import { inLongForm } from '../support/form.ts';
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

  inLongForm('makes room for those who come after the first right codes, and asks nothing of them', async () => {
    const CAMPUS = '198.51.100.40';
    const free = Array.from({ length: 240 }, (_, n) => n + 10_000);
    const before = await world.mails();
    for (const n of free) expect((await asks(address(n), CAMPUS)).status).toBe(202);
    expect((await asks(address(10_240), CAMPUS)).body['type']).toBe('/problems/proof-required');
    for (const n of free.slice(0, 60)) {
      const code = codeIn(await world.nextMail(before, address(n)));
      expect((await types(address(n), code, CAMPUS)).status).toBe(201);
    }
    for (let n = 10_241; n < 10_481; n += 1) expect((await asks(address(n), CAMPUS)).status).toBe(202);
    expect((await asks(address(10_481), CAMPUS)).status).toBe(429);
  });

  it('makes no room for who confirms one address again and again', async () => {
    const HOME = '203.0.113.60';
    const own = 'again-and-again@mail.example';
    for (let n = 0; n < 239; n += 1) await asks(address(n + 20_000), HOME);
    for (let i = 0; i < 3; i += 1) {
      const before = await world.mails();
      await asks(own, HOME);
      expect((await types(own, codeIn(await world.nextMail(before, own)), HOME)).status).toBe(201);
    }
    const more = await Promise.all(Array.from({ length: 6 }, (_, n) => asks(address(n + 21_000), HOME)));
    expect(more.filter(({ status }) => status === 202)).toHaveLength(4);
  });

  inLongForm('opens more links than a stranger may try', async () => {
    const HALL_OF_LINKS = '198.51.100.50';
    for (let n = 0; n < 205; n += 1) {
      const before = await world.mails();
      await asks(address(n + 30_000), `198.51.100.${60 + Math.floor(n / 60)}`);
      const token = /sign-in#([\w-]+)/.exec(await world.nextMail(before, address(n + 30_000)))![1];
      const opened = await world.person('x').post('/auth/sessions', { token }, from(HALL_OF_LINKS));
      expect(opened.status).toBe(201);
    }
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

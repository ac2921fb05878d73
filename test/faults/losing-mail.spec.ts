import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Background } from '../../src/platform/background.ts';
import { codeIn, Person, until, World, type Answer } from '../support/world.ts';
import { MailServer } from './harness/mail-server.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, atMost, scaled, seed } from './harness/scale.ts';

let mail: MailServer;
let nodes: World[];
beforeAll(async () => {
  mail = await MailServer.open();
  const settings = { SMTP_URL: mail.url, MAIL_FROM: 'The forum <forum@mail.example>', LOG_LEVEL: 'silent' };
  const here = await World.open(settings);
  nodes = [here, await here.beside(settings)];
}, BUILDING_MS);
afterAll(async () => {
  for (const node of nodes.toReversed()) await node.close();
  await mail.stop();
});

const PEOPLE = scaled(6, 40);
const people = (name: string): string[] => Array.from({ length: PEOPLE }, (_, i) => `${name}${i}@mail.example`);

/**
 * Moves the clocks once every letter has been tried and none is under way: a jump is no time that passes, and would end
 * a lease in the middle.
 */
async function advance(minutes: number): Promise<void> {
  await until(
    'every letter to have been tried',
    async () => (await nodes[0]!.query('select from login_codes where letter_tried_at is null')).length === 0,
  );
  for (const node of nodes) await node.app.get(Background).settled();
  for (const node of nodes) node.advance({ minutes });
}

/** Asks for codes at both nodes by turns; answers what was said, and how long the slowest answer took. */
async function ask(emails: readonly string[]): Promise<{ answers: string[]; slowest: number }> {
  let slowest = 0;
  const answers = await Promise.all(
    emails.map(async (email, i) => {
      const begun = performance.now();
      const answer = await new Person(nodes[i % nodes.length]!, email).post('/auth/codes', { email });
      slowest = Math.max(slowest, performance.now() - begun);
      return said(answer);
    }),
  );
  return { answers: [...new Set(answers)], slowest };
}

const said = ({ status, text, headers }: Answer): string =>
  `${status} ${text} ${headers.get('content-type')} ${headers.get('content-length')}`;

const counts = (emails: readonly string[]): number[] => [...new Set(emails.map((email) => mail.to(email).length))];

describe(`mail that does not leave (seed ${seed})`, () => {
  it('F11: sign-in answers are the same with mail, without, and with slow mail; each letter arrives once; one of half an hour ago is not sent', async () => {
    const [usual, late, slow] = ['usual', 'late', 'slow'].map(people) as [string[], string[], string[]];
    const before = await ask(usual);
    expect(before.answers).toHaveLength(1);
    await until('the usual letters', () => usual.every((email) => mail.to(email).length === 1));

    await mail.stop();
    const down = await ask(late);
    expect(down.answers).toEqual(before.answers);
    expect(down.slowest).toBeLessThan(atMost(1_000));
    await advance(6);
    await mail.start();
    await until('the late letters', () => late.every((email) => mail.to(email).length >= 1), 60_000);
    const [first] = mail.to(late[0]!);
    expect(
      (await new Person(nodes[1]!, late[0]!).post('/auth/sessions', { email: late[0], code: codeIn(first!) })).status,
    ).toBe(201);

    await mail.stop();
    const forgotten = people('forgotten');
    expect((await ask(forgotten)).answers).toEqual(before.answers);
    await advance(31);
    await mail.start();
    mail.slownessMs = scaled(2_000, 30_000);
    const slowly = await ask(slow);
    expect(slowly.answers).toEqual(before.answers);
    expect(slowly.slowest).toBeLessThan(atMost(1_000));
    await until('the slow letters', () => slow.every((email) => mail.to(email).length >= 1), 240_000);
    mail.slownessMs = 0;
    // Newcomers have their e-mail now: so has everybody before them, or never will.
    const last = people('last');
    await ask(last);
    await until('the last letters', () => last.every((email) => mail.to(email).length >= 1), 60_000);
    expect({
      usual: counts(usual),
      late: counts(late),
      forgotten: counts(forgotten),
      slow: counts(slow),
      last: counts(last),
    }).toEqual({ usual: [1], late: [1], forgotten: [0], slow: [1], last: [1] });
    saw(
      'F11',
      `mail down for 6 and 31 minutes, then ${seconds(scaled(2_000, 30_000))} slow, at two nodes: answers the ` +
        `same bytes, slowest ${seconds(Math.max(down.slowest, slowly.slowest))}; ${PEOPLE * 4} letters once ` +
        `each, ${PEOPLE} expired codes not sent`,
    );
  }, 600_000);
});

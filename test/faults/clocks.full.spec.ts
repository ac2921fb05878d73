import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn, until } from '../support/world.ts';
import { Forum, type ForumNode } from './harness/forum.ts';
import { saw } from './harness/report.ts';
import { BUILDING_MS, scaled, seed, wait } from './harness/scale.ts';
import { during } from './harness/scene.ts';

const MINUTE = 60_000;

/** Run before the server: its machine's clock is off by so much, and jumps to the other side at SIGUSR2. */
const withClockOff = (ms: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`
  const now = Date.now; let off = ${ms};
  Date.now = () => now() + off;
  globalThis.Date = class extends Date {
    constructor(...given) {
      if (given.length === 0) super(Date.now());
      else super(...given);
    }
  };
  process.on('SIGUSR2', () => { off = -off; });
`)}`;

let forum: Forum;
beforeAll(async () => {
  forum = await Forum.open({
    nodes: 2,
    settingsOf: (i) => ({ NODE_OPTIONS: withClockOff(i === 0 ? 10 * MINUTE : -10 * MINUTE) }),
  });
}, BUILDING_MS);
afterAll(() => forum?.close(), BUILDING_MS);

const mailTo = (email: string): Promise<string> =>
  until(`a mail to ${email}`, async () => (await forum.mails()).findLast((mail) => mail.includes(`To: ${email}`)));

/** Ages everything about codes, as if that long had passed. */
const ageCodes = (minutes: number): Promise<unknown> =>
  forum.query(
    `update login_codes
     set made_at = made_at - $1 * interval '1 minute', expires_at = expires_at - $1 * interval '1 minute'`,
    [minutes],
  );

describe(`nodes whose clocks are ten minutes off (seed ${seed})`, () => {
  it('F7: keep the order, also when their clocks jump', async () => {
    await during(forum, 'F7', async () => {
      for (let i = 0; i < scaled(1, 5); i += 1) {
        await wait(1_500);
        for (const { server } of forum.nodes) server.child.kill('SIGUSR2');
        await wait(1_500);
      }
    });
    const rows = await forum.query<{ seq: number; off: number; before: string | null }>(
      `select m.seq, abs(extract(epoch from m.posted_at - clock_timestamp()))::float off,
         lag(m.posted_at) over (partition by m.thread_id order by m.seq) > m.posted_at + interval '1 second' before
       from comments m`,
    );
    // Times are the database's: none is minutes away from its now, and none goes back by more than the nodes' setting
    // allows.
    expect(rows.filter(({ off, before }) => off > 300 || before)).toEqual([]);
    saw(
      'F7',
      `${rows.length} comments by two nodes twenty minutes apart, whose clocks jump: numbers in order, times ` +
        `the database's`,
    );
  });

  it('F7: judge codes by one clock', async () => {
    const [fast, slow] = forum.nodes as [ForumNode, ForumNode];
    const redeems = async (node: ForumNode, email: string): Promise<number> =>
      (await node.ask('POST', '/api/v1/auth/sessions', { body: { email, code: codeIn(await mailTo(email)) } })).status;
    for (const [from, to, name] of [
      [fast, slow, 'fast'],
      [slow, fast, 'slow'],
    ] as const) {
      const emails = [`${name}-young@mail.example`, `${name}-old@mail.example`];
      for (const email of emails)
        expect((await from.ask('POST', '/api/v1/auth/codes', { body: { email } })).status).toBe(202);
      await Promise.all(emails.map(mailTo));
      await ageCodes(9);
      expect(await redeems(to, emails[0]!)).toBe(201);
      await ageCodes(2);
      expect(await redeems(to, emails[1]!)).toBe(401);
      expect(await redeems(from, emails[1]!)).toBe(401);
    }
    saw('F7', 'a code of 9 minutes opens at the other node, one of 11 minutes at neither');
  });
});

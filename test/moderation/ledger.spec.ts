import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DecisionNotices } from '../../src/moderation/decision-notices.ts';
import { VerifyLedger } from '../../src/moderation/verify-ledger.ts';
import { WeeklyHeads } from '../../src/notifications/weekly-heads.ts';
import type { Json } from '../support/world.ts';
import { forum, ledger, emailsTo, withholds, type ModeratedForum } from './forum.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
  for (const words of ['First', 'Second', 'Third', 'Fourth'])
    await withholds(f.mona, await f.ada.says(f.threadId, `${words} ugly word`), `The ${words.toLowerCase()} reason`);
});
afterAll(() => f.world.close());

const faults = async (head?: { n: number; hash: string }): Promise<string[]> => {
  const verified = await f.world.app
    .get(VerifyLedger, { strict: false })
    .verify(head ? [{ slug: f.slug, ...head }] : []);
  return verified.find(({ slug }) => slug === f.slug)!.faults;
};
/** Somebody who owns the database: no trigger stops them, and what they did is taken back afterwards. */
const tampered = async (sql: string, look: () => Promise<void>): Promise<void> => {
  await f.world.query('create table kept as select * from decisions');
  await f.world.query(`set session_replication_role = replica; ${sql}`);
  try {
    await look();
  } finally {
    await f.world.query(
      'set session_replication_role = replica; delete from decisions; insert into decisions select * from ' +
        'kept; drop table kept',
    );
  }
};

describe('the ledger', () => {
  it('shows role, rule and reason, never who and never the words, page after page', async () => {
    const first = (await f.bob.get(`/conferences/${f.slug}/ledger?limit=3`)).body;
    const second = (await f.bob.get(`/conferences/${f.slug}/ledger?limit=3&cursor=${first['next'] as string}`)).body;
    expect(
      [...(first['items'] as Json[]), ...(second['items'] as Json[])].map(({ reason }) => reason as string),
    ).toEqual(['The fourth reason', 'The third reason', 'The second reason', 'The first reason']);
    expect(JSON.stringify([first, second])).not.toMatch(/Mona|ugly|@/);
    const feed = await f.bob.ask('GET', `${f.world.base}/c/${f.slug}/ledger.atom`);
    expect(feed.text).toContain('The fourth reason');
    expect(feed.text).not.toMatch(/Mona|ugly/);
  });

  it('is only added to: the database refuses to change or to delete a decision', async () => {
    await expect(f.world.query(`update decisions set reason = 'Nothing happened'`)).rejects.toThrow(
      'decisions are only added',
    );
    await expect(f.world.query('delete from decisions')).rejects.toThrow('decisions are only added');
  });

  it('is found whole when it is', async () => {
    expect(await faults()).toEqual([]);
  });

  it('shows one changed byte', () =>
    tampered(`update decisions set reason = 'The second reasom' where n = 2`, async () =>
      expect(await faults()).toEqual(['decision 2 was changed']),
    ));
  it('shows one deleted decision', () =>
    tampered('delete from decisions where n = 2', async () =>
      expect(await faults()).toEqual(['decision 2 is missing']),
    ));
  it('shows a cut end', () =>
    tampered('delete from decisions where n > 2', async () =>
      expect(await faults()).toEqual(['the end is cut: 4 decisions were made, 2 are here']),
    ));

  it('shows an end that was cut with its head to whoever kept the letter of the week', async () => {
    await f.world.app.get(WeeklyHeads, { strict: false }).send();
    const mail = (await emailsTo(f.world, f.olga.email)).find((each) => each.includes('ledger verify'))!;
    const [, n, hash] = new RegExp(`${f.slug}:(\\d+):([0-9a-f]{64})`).exec(mail.replaceAll('=\r\n', ''))!;
    expect(n).toBe('4');
    const head = { n: Number(n), hash: hash! };
    expect(await faults(head)).toEqual([]);
    await f.world.query('create table kept_heads as select * from ledger_heads');
    await tampered(
      `delete from decisions where n > 2;
       update ledger_heads h
       set n = 2, hash = d.hash
       from decisions d
       where d.n = 2 and d.conference_id = h.conference_id`,
      async () => {
        expect(await faults()).toEqual([]);
        expect(await faults(head)).toEqual(['the end is cut: decision 4 is in the kept head and not here']);
      },
    );
    await f.world.query(
      'delete from ledger_heads; insert into ledger_heads select * from kept_heads; drop table kept_heads',
    );
    await f.world.app.get(WeeklyHeads, { strict: false }).send();
    expect((await f.world.app.get(DecisionNotices, { strict: false }).take()).length).toBe(0);
  });

  it('shows words that were changed after the decision, and none once their time is over', async () => {
    await f.world.query(
      `update decision_words set words = 'A harmless word' where decision_id = (select id from decisions where n = 1)`,
    );
    expect(await faults()).toEqual(['the words kept with decision 1 were changed']);
    await f.world.query('delete from decision_words');
    expect(await faults()).toEqual([]);
  });
});

describe('a comment that was never public', () => {
  it('is withheld without a public byte changing', async () => {
    const { world, olga, bob, ada } = f;
    const { slug, threadId } = await world.conference(olga, { settings: { screening: 'all' } });
    await ada.calledIn(slug, 'Ada');
    const held = await ada.says(threadId, 'Nobody ever reads this');
    const routes = ['', '/comments', '/changes?after=0']
      .map((route) => `/threads/${threadId}${route}`)
      .concat(
        `/conferences/${slug}`,
        `/conferences/${slug}/threads`,
        `/conferences/${slug}/ledger`,
        `/conferences/${slug}/search?q=reads`,
        `/comments/${held['id']}`,
      );
    const pages = [
      `/c/${slug}`,
      `/c/${slug}/t/hallway`,
      `/c/${slug}/ledger`,
      `/c/${slug}/feed.atom`,
      `/c/${slug}/ledger.atom`,
      `/c/${slug}/t/hallway/feed.json`,
    ];
    const visitor = world.person('nobody');
    const look = async (): Promise<string[]> =>
      Promise.all(
        [
          ...routes.map((route) => visitor.get(route)),
          ...pages.map((page) => visitor.ask('GET', world.base + page)),
        ].map(async (asked) => (await asked).text.replaceAll(/urn:uuid:[^"]*/g, '')),
      );
    const before = await look();
    expect((await withholds(olga, held)).status).toBe(200);
    expect(await look()).toEqual(before);
    expect((await ada.get('/me/statements')).body['items'][0]).toMatchObject({
      kind: 'withhold',
      commentId: held['id'],
    });
    expect(await ledger(bob, slug)).toEqual([]);
  });
});

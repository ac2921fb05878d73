import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { forum, queue, reports, type ModeratedForum } from '../moderation/forum.ts';
import { codeIn, until, type Json, type Person } from '../support/world.ts';

let f: ModeratedForum;
beforeAll(async () => {
  f = await forum();
});
afterAll(() => f.world.close());

const signedIn = (...names: string[]): Promise<Person[]> =>
  Promise.all(names.map((name) => f.world.person(name).signsIn()));
const stateOf = async (comment: Json): Promise<unknown> =>
  (await f.bob.get(`/comments/${comment['id'] as string}`)).body['state'];
const reportedBy = async (people: readonly Person[], comment: Json): Promise<void> => {
  for (const person of people) expect((await reports(person, comment)).status).toBe(202);
};
const speak = async (people: readonly Person[]): Promise<void> => {
  for (const [i, person] of people.entries())
    await person
      .calledIn(f.slug, `Speaking ${i}`)
      .then(() => person.says(f.threadId, `I take part, ${person.email.replace('@', ' at ')}`));
};

describe('reports by newcomers', () => {
  it('wait in the queue and hide nothing, until their accounts are a day old or have spoken', async () => {
    const fresh = await signedIn('new1', 'new2', 'new3');
    const comment = await f.ada.says(f.threadId, 'Some disagree with this');
    await reportedBy(fresh, comment);
    expect(await stateOf(comment)).toBe('visible');
    expect(
      (await queue(f.mona, f.slug, 'reported')).map((item) => (item['comment'] as Json)['id'] as string),
    ).toContain(comment['id']);
    await speak(fresh);
    const other = await f.ada.says(f.threadId, 'Some disagree with this too');
    await reportedBy(fresh, other);
    expect(await stateOf(other)).toBe('held');
    const quiet = await signedIn('quiet1', 'quiet2', 'quiet3');
    f.world.advance({ hours: 49 });
    await Promise.all([...quiet, f.ada, f.mona, f.olga, f.bob].map((person) => person.signsIn()));
    const third = await f.ada.says(f.threadId, 'Said two days later');
    await reportedBy(quiet, third);
    expect(await stateOf(third)).toBe('held');
  });
});

describe('one mailbox under several tags', () => {
  it('counts once', async () => {
    const tagged = await signedIn('eve+1', 'eve+2', 'eve+3');
    await speak(tagged);
    const comment = await f.ada.says(f.threadId, 'Eve dislikes this three times');
    await reportedBy(tagged, comment);
    expect(await stateOf(comment)).toBe('visible');
    const [row] = await f.world.query<{ count: number }>(
      `select count(distinct mailbox_index)::int count
       from accounts
       where mailbox_index in (select mailbox_index from accounts group by 1 having count(*) = 3)`,
    );
    expect(row!.count).toBe(1);
  });

  it('is found for accounts from before, too', async () => {
    await f.world.query('update accounts set mailbox_index = null');
    const { AddressDesk } = await import('../../src/accounts/address-desk.ts');
    const desk = f.world.app.get(AddressDesk, { strict: false });
    while ((await desk.indexMailboxes()) > 0);
    const rows = await f.world.query<{ accounts: number }>(
      'select count(*)::int accounts from accounts group by mailbox_index order by 1 desc limit 1',
    );
    expect(rows).toEqual([{ accounts: 3 }]);
  });

  it('has ten reports waiting at most, however many tags it has', async () => {
    const [one, two] = (await signedIn('max+1', 'max+2')) as [Person, Person];
    const said: Json[] = [];
    for (let i = 0; i < 11; i += 1)
      said.push(
        await f.bob.says(f.threadId, `Number ${i}`).catch(async () => {
          await f.bob.calledIn(f.slug, 'Bob');
          return f.bob.says(f.threadId, `Number ${i}`);
        }),
      );
    for (const [i, comment] of said.slice(0, 10).entries())
      expect((await reports(i % 2 ? one : two, comment)).status).toBe(202);
    expect((await reports(one, said[10]!)).body).toMatchObject({ status: 409, type: '/problems/reports-open' });
  });
});

describe('many reports by the same people', () => {
  it('never hide the words of people with a role, who wait in the queue instead', async () => {
    const people = await signedIn('rita', 'sven', 'theo');
    await speak(people);
    for (const who of [f.mona, f.olga]) {
      if (who === f.olga) await f.olga.calledIn(f.slug, 'Olga');
      const comment = await who.says(f.threadId, 'Said by somebody with a role');
      await reportedBy(people, comment);
      expect(await stateOf(comment)).toBe('visible');
    }
  });

  it('hide three comments in an hour, then no more, and moderators are told once', async () => {
    const people = await signedIn('uma', 'vic', 'wim');
    await speak(people);
    const said: Json[] = [];
    for (let i = 0; i < 6; i += 1) said.push(await f.ada.says(f.threadId, `Under attack, ${i}`));
    for (const comment of said) await reportedBy(people, comment);
    expect(await Promise.all(said.map(stateOf))).toEqual(['held', 'held', 'held', 'visible', 'visible', 'visible']);
    expect(
      await f.world.query(
        `select count(*)::int letters, count(distinct account_id)::int people
         from decision_letters
         where kind = 'holds-stopped'`,
      ),
    ).toEqual([{ letters: 2, people: 2 }]);
    expect((await f.world.query(`select from audit_entries where action = 'holds.stopped'`)).length).toBe(1);
  });
});

describe('one comment reported from two tabs', () => {
  it('has one report, also when the code of the other is typed at the same moment', async () => {
    const [reporter] = (await signedIn('twice')) as [Person];
    const comment = await f.ada.says(f.threadId, 'Reported from two tabs at once');
    const before = await f.world.mails();
    const asked = await reports(f.world.person('tab'), comment, { email: reporter.email, goodFaith: true });
    expect(asked.status).toBe(202);
    const code = codeIn(await f.world.nextMail(before, reporter.email));
    // The first tab has the lock of the reporter and has not committed yet.
    const tab = new pg.Client({ connectionString: f.world.databaseUrl });
    await tab.connect();
    const {
      rows: [account],
    } = await tab.query<{ id: string; mailbox: string }>(
      `select id, coalesce(encode(mailbox_index, 'hex'), id::text) mailbox from accounts order by (select max(begun_at)
       from sessions s where s.account_id = accounts.id) desc nulls last limit 1`,
    );
    await tab.query('begin');
    await tab.query(`select pg_advisory_xact_lock(hashtextextended('reports ' || $1, 0))`, [account!.mailbox]);
    const confirming = reporter.post('/auth/sessions', { email: reporter.email, code });
    await until(
      'the second tab to wait',
      async () => (await f.world.query(`select from pg_locks where locktype = 'advisory' and not granted`)).length > 0,
    );
    await tab.query(
      `insert into reports (
         id, receipt, conference_id, comment_id, account_id, is_guest, rule, reason, status, made_at, confirmed_at
       )
       select gen_random_uuid(), gen_random_uuid(), t.conference_id, m.id, $2, false, 'respect', 'It insults.',
         'open', $3, $3
       from comments m
       join threads t on t.id = m.thread_id
       where m.id = $1`,
      [comment['id'], account!.id, f.world.clock.now()],
    );
    await tab.query('commit');
    await tab.end();
    expect((await confirming).status).toBe(201);
    expect(
      await f.world.query(`select from reports where comment_id = $1 and status = 'open'`, [comment['id']]),
    ).toHaveLength(1);
  });
});

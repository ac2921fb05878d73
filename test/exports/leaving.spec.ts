import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { EraseAccount } from '../../src/exports/erase-account.ts';
import { everythingDeparts } from '../support/departing.ts';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { askIn } from '../support/rows.ts';
import { typed } from '../support/server.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

// A backup and a restore are processes of their own, which a busy machine is slow to start.
jest.setTimeout(300_000);

let world: World;
let olga: Person;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-leaving-'));
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

interface LeavingScene {
  slug: string;
  threadId: string;
  ada: Person;
  bob: Person;
  accountId: string;
  personaId: string;
  said: Json;
  question: Json;
  reply: Json;
  bobs: Json;
}

let scenes = 0;

/** Ada has said something and reworded it, asked something without her name, and voted; Bob has answered her. */
async function scene(): Promise<LeavingScene> {
  scenes += 1;
  const { slug, threadId } = await world.conference(olga);
  const ada = await (await world.person(`ada${scenes}`).signsIn()).calledIn(slug, `Ada ${scenes} Lovelace`);
  const bob = await (await world.person(`bob${scenes}`).signsIn()).calledIn(slug, `Bob ${scenes}`);
  const said = await ada.says(threadId, `Marmalade of the ${scenes}th day.`);
  await ada.patch(`/comments/${said['id'] as string}`, { body: `Marmalade, reworded ${scenes}.` });
  const question = (
    await ada.post(`/threads/${threadId}/questions`, { body: `Tangerines without a name, ${scenes}?`, anonymous: true })
  ).body;
  const bobs = await bob.says(threadId, `Plums of Bob, ${scenes}.`);
  const reply = await bob.says(threadId, `Bob replies, ${scenes}.`, { parentId: said['id'] as string });
  await ada.put(`/comments/${bobs['id'] as string}/vote`);
  await bob.put(`/comments/${said['id'] as string}/vote`);
  const [{ id: accountId }] = (await world.query<{ id: string }>('select account_id id from personas where id = $1', [
    said['author'].id,
  ])) as [{ id: string }];
  return { slug, threadId, ada, bob, accountId, personaId: said['author'].id as string, said, question, reply, bobs };
}

/** The tables of a database that hold this text anywhere. */
async function tablesWith(url: string, text: string): Promise<string[]> {
  const names = await askIn<{ name: string }>(
    url,
    `select table_name name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'
     order by 1`,
  );
  const found: string[] = [];
  for (const { name } of names)
    if ((await askIn(url, `select from "${name}" r where r::text ilike $1 limit 1`, [`%${text}%`])).length > 0)
      found.push(name);
  return found;
}

/** Everything that is public of a conference and its thread, by every route. */
async function everything({ slug, threadId }: { slug: string; threadId: string }): Promise<string> {
  const reader = world.person('reader');
  const routes = [
    `/c/${slug}`,
    `/c/${slug}/t/hallway`,
    `/c/${slug}/t/hallway/feed.atom`,
    `/c/${slug}/t/hallway/feed.json`,
    `/c/${slug}/feed.atom`,
    `/c/${slug}/ledger`,
  ];
  const api = [
    `/threads/${threadId}/comments`,
    `/threads/${threadId}/comments?sort=top`,
    `/threads/${threadId}/changes?after=0`,
    `/conferences/${slug}/search?q=marmalade`,
    `/conferences/${slug}/search?q=tangerines`,
  ];
  const answers = await Promise.all([
    ...routes.map((route) => page(reader, route)),
    ...api.map((route) => reader.get(route)),
  ]);
  for (const { status } of answers) expect(status).toBe(200);
  return answers.map(({ text }) => text).join('\n');
}

/** A page, as its browser gets it. */
const page = async (who: Person, url: string): Promise<{ status: number; text: string }> => {
  const answer = await fetch(world.base + url, { headers: who.token ? { authorization: `Bearer ${who.token}` } : {} });
  return { status: answer.status, text: await answer.text() };
};

const leaves = (who: Person, posts: string): Promise<{ status: number; body: Json; headers: Headers }> =>
  who.ask('DELETE', '/me', { posts });

describe('taking along everything about oneself', () => {
  it('gives all that leads from one’s account, and the address only masked', async () => {
    const { ada, said, question, bobs } = await scene();
    await olga.post(`/admin/comments/${said['id'] as string}/withhold`, { rule: 'spam', reason: 'Too sweet' });
    const { status, body, text, headers } = await ada.get('/me/export');
    expect({ status, cache: headers.get('cache-control'), as: headers.get('content-disposition') }).toEqual({
      status: 200,
      cache: expect.stringContaining('no-store'),
      as: expect.stringContaining('attachment'),
    });
    expect(body['account'].emailMasked).toMatch(/^a•••@mail\.example$/);
    expect(text).not.toContain(ada.email);
    expect((body['personas'] as Json[]).map(({ name }) => name as string)).toEqual([said['author'].name]);
    expect(
      (body['comments'] as Json[]).map(({ id, source, state, isAnonymous }) => ({ id, source, state, isAnonymous })),
    ).toEqual(
      expect.arrayContaining([
        {
          id: said['id'],
          source: expect.stringMatching(/^Marmalade, reworded/),
          state: 'withheld',
          isAnonymous: false,
        },
        { id: question['id'], source: expect.stringMatching(/^Tangerines/), state: 'visible', isAnonymous: true },
      ]),
    );
    expect((body['comments'] as Json[]).find(({ id }) => id === said['id'])!['earlier']).toEqual([
      expect.objectContaining({ source: expect.stringMatching(/^Marmalade of/) }),
    ]);
    expect((body['votes'] as Json[]).map(({ commentId }) => commentId as string)).toEqual([bobs['id']]);
    expect(body['sessions']).toHaveLength(1);
    expect(body['decisionsAboutMe']).toEqual([
      expect.objectContaining({ commentId: said['id'], kind: 'withhold', reason: 'Too sweet' }),
    ]);
    const made = (await olga.get('/me/export')).body['decisionsByMe'] as Json[];
    expect(made.some(({ reason, conference }) => reason === 'Too sweet' && conference === 'A conference')).toBe(true);
    expect(JSON.stringify(made)).not.toContain('Marmalade');
  });

  it('holds nothing of anybody else', async () => {
    const { ada, bob, accountId } = await scene();
    const [mine, theirs] = [(await ada.get('/me/export')).text, (await bob.get('/me/export')).text];
    const [{ id: bobsAccount }] = (await world.query<{ id: string }>(
      'select p.account_id id from personas p where p.name = $1',
      [`Bob ${scenes}`],
    )) as [{ id: string }];
    for (const foreign of ['Plums', 'Bob', 'bob', bobsAccount, 'olga', 'Olga']) expect(mine).not.toContain(foreign);
    for (const foreign of ['Marmalade', 'Tangerines', 'Lovelace', accountId, 'olga'])
      expect(theirs).not.toContain(foreign);
    // Nor the id of one's own account, which is nobody's business.
    expect(mine).not.toContain(accountId);
  });

  it('is there to read as a page, in French and in English, for oneself alone', async () => {
    const { ada } = await scene();
    for (const [lang, title] of [
      ['fr', 'Tout ce qui vous concerne'],
      ['en', 'Everything about you'],
    ] as const) {
      const { text } = await page(ada, `/me/export?lang=${lang}`);
      expect(text).toContain(`<h1>${title}</h1>`);
      expect(text).toContain('Marmalade of the');
      expect(text).toContain(`a•••@mail.example`);
      expect(text).not.toContain(ada.email);
    }
    expect((await world.person('reader').get('/me/export')).status).toBe(401);
    expect((await page(world.person('reader'), '/me/export')).status).toBe(401);
  });
});

describe('leaving', () => {
  it('needs a fresh sign-in and a choice', async () => {
    const { ada } = await scene();
    expect(await leaves(ada, 'burn')).toMatchObject({ status: 422 });
    expect(await ada.delete('/me')).toMatchObject({ status: 422 });
    world.advance({ minutes: 16 });
    expect(await leaves(ada, 'keep')).toMatchObject({ status: 403, body: { type: '/problems/sign-in-stale' } });
    expect((await ada.get('/me')).status).toBe(200);
    await olga.signsIn();
  });

  it('can keep what was said: from nobody, with nothing that leads back to the person from the moment it is answered', async () => {
    const { ada, bob, slug, threadId, accountId, personaId, said, question, bobs } = await scene();
    const socket = await ada.listens();
    const ended = new Promise((resolve) => {
      socket.on('session:ended', resolve);
    });
    const frames: string[] = [];
    const reading = await world.person('reader').listens();
    reading.on('thread:changes', (frame) => frames.push(JSON.stringify(frame)));
    const joined = (await reading.emitWithAck('thread:join', { threadId, after: 0 })) as Json;
    expect(joined['ok']).toBe(true);
    const before = (await bob.get(`/threads/${threadId}`)).body['counts'] as Json;
    await everything({ slug, threadId });

    const { status, body, headers } = await leaves(ada, 'keep');
    expect({ status, cookie: headers.get('set-cookie') }).toEqual({
      status: 200,
      cookie: expect.stringMatching(/session=;/),
    });
    const rows = Object.fromEntries(
      (body['stores'] as { store: string; rows: number | null }[]).map(({ store, rows: count }) => [store, count]),
    );
    expect(rows).toMatchObject({
      address: 1,
      personas: 1,
      commentsKept: 1,
      commentsRemoved: 0,
      anonymousQuestions: 1,
      votes: 1,
      sessions: 1,
    });
    // The person is gone at once; what was public follows, and names no account meanwhile.
    expect(await tablesWith(world.databaseUrl, accountId)).toEqual(['erasures']);
    expect((await ada.get('/me')).status).toBe(401);
    await ended;
    expect((await bob.get(`/comments/${said['id'] as string}`)).body).toMatchObject({ author: { id: personaId } });
    await everythingDeparts(world);

    const shown = await everything({ slug, threadId });
    expect(shown).toContain('Marmalade');
    for (const gone of ['Lovelace', personaId, accountId]) expect(shown).not.toContain(gone);
    expect((await bob.get(`/comments/${said['id'] as string}`)).body).toMatchObject({
      author: null,
      state: 'visible',
      votes: 1,
    });
    expect((await bob.get(`/comments/${bobs['id'] as string}`)).body).toMatchObject({ votes: 0 });
    // The asker without a name: nothing says that it was the same person, not even a number in common.
    expect((await bob.get(`/comments/${question['id'] as string}`)).body).toMatchObject({
      changedSeq: question['changedSeq'],
    });
    expect((await bob.get(`/threads/${threadId}`)).body['counts']).toEqual(before);
    expect((await fetch(world.base + (said['author'] as { avatarUrl: string }).avatarUrl)).status).toBe(404);
    await until('readers to hear of it', () => frames.some((frame) => frame.includes(said['id'] as string)));
    const heard = frames
      .flatMap((frame) => (JSON.parse(frame) as { comments: Json[] }).comments)
      .filter(({ id }) => id === said['id']);
    expect(heard.at(-1)).toMatchObject({ author: null, state: 'visible' });

    expect(await tablesWith(world.databaseUrl, accountId)).toEqual(['erasures']);
    expect(await tablesWith(world.databaseUrl, personaId)).toEqual([]);
    expect(await tablesWith(world.databaseUrl, said['author'].name as string)).toEqual([]);
    // The address may begin anew, as somebody else.
    await ada.signsIn();
    expect((await ada.get('/me')).body).toMatchObject({ personas: [], grants: [] });
  });

  it('can take along what was said: the words are nowhere any more, replies keep their place', async () => {
    const { ada, bob, slug, threadId, accountId, personaId, said, question, reply } = await scene();
    await until(
      'the words to be found',
      async () => ((await bob.get(`/conferences/${slug}/search?q=marmalade`)).body['items'] as Json[]).length === 1,
    );
    const { body } = await leaves(ada, 'remove');
    expect(body['stores']).toEqual(
      expect.arrayContaining([
        { store: 'commentsRemoved', fate: 'soon', rows: 1 },
        { store: 'anonymousQuestions', fate: 'later', rows: 1 },
        { store: 'commentsKept', fate: 'soonParted', rows: 0 },
      ]),
    );
    await everythingDeparts(world);
    const shown = await everything({ slug, threadId });
    for (const gone of ['armalade', 'angerines', 'Lovelace', personaId]) expect(shown).not.toContain(gone);
    for (const { id } of [said, question])
      expect((await bob.get(`/comments/${id as string}`)).body).toMatchObject({
        state: 'withdrawn',
        html: '',
        author: null,
      });
    expect(
      ((await bob.get(`/comments/${said['id'] as string}/replies`)).body['items'] as Json[]).map(
        ({ id }) => id as string,
      ),
    ).toEqual([reply['id']]);
    expect((await bob.get(`/threads/${threadId}`)).body['counts']).toMatchObject({ comments: 2, questions: 0 });
    expect(await tablesWith(world.databaseUrl, accountId)).toEqual(['erasures']);
    for (const word of [
      `Marmalade of the ${scenes}th`,
      `Marmalade, reworded ${scenes}`,
      `Tangerines without a name, ${scenes}`,
    ])
      expect(await tablesWith(world.databaseUrl, word)).toEqual([]);
    await until(
      'the search to have forgotten',
      async () =>
        (await world.query('select from comment_words where comment_id = any($1)', [[said['id'], question['id']]]))
          .length === 0,
    );
  });

  it('parts somebody from what they reported and appealed against, and leaves what was decided as it was', async () => {
    const { ada, slug, accountId, personaId, said, bobs } = await scene();
    const route = (comment: Json): string => `/comments/${comment['id'] as string}`;
    expect((await ada.post(`${route(bobs)}/reports`, { rule: 'spam', reason: 'Plums are no answer' })).status).toBe(
      202,
    );
    expect((await olga.post(`/admin${route(said)}/withhold`, { rule: 'spam', reason: 'Too sweet again' })).status).toBe(
      200,
    );
    const [statement] = (await ada.get('/me/statements')).body['items'] as Json[];
    expect(
      (await ada.post(`/decisions/${statement!['decisionId'] as string}/appeals`, { reason: 'It is no jam' })).status,
    ).toBe(201);
    const mine = (await ada.get('/me/export')).body;
    expect(mine).toMatchObject({
      reports: [{ commentId: bobs['id'], reason: 'Plums are no answer' }],
      appeals: [{ reason: 'It is no jam', outcome: null }],
      decisionsAboutMe: [{ reason: 'Too sweet again' }],
    });
    const before = (await olga.get(`/conferences/${slug}/ledger`)).body;
    const { body } = await leaves(ada, 'keep');
    expect(body['stores']).toEqual(
      expect.arrayContaining([
        { store: 'reports', fate: 'parted', rows: 1 },
        { store: 'appeals', fate: 'parted', rows: 1 },
        { store: 'statements', fate: 'deleted', rows: 1 },
      ]),
    );
    expect((await olga.get(`/conferences/${slug}/ledger`)).body).toEqual(before);
    expect((await olga.get(`/admin/conferences/${slug}/queue?kind=reported`)).text).toContain('Plums are no answer');
    expect((await olga.get(`/admin/conferences/${slug}/queue?kind=appeals`)).text).toContain('It is no jam');
    await everythingDeparts(world);
    expect(await tablesWith(world.databaseUrl, accountId)).toEqual(['erasures']);
    expect(await tablesWith(world.databaseUrl, personaId)).toEqual([]);
  });

  it('removes what nobody has seen yet in any case', async () => {
    const { slug, threadId } = await world.conference(olga, { settings: { screening: 'all' } });
    const eve = await (await world.person('eve').signsIn()).calledIn(slug, 'Eve');
    const held = await eve.says(threadId, 'Apricots that nobody has seen.');
    expect(held['state']).toBe('held');
    const { seq } = (await olga.get(`/threads/${threadId}`)).body;
    expect(await leaves(eve, 'keep')).toMatchObject({ status: 200 });
    await everythingDeparts(world);
    expect(await tablesWith(world.databaseUrl, 'Apricots')).toEqual([]);
    expect((await olga.get(`/admin/conferences/${slug}/queue?kind=held`)).body['items']).toEqual([]);
    expect((await olga.get(`/threads/${threadId}`)).body['seq']).toBe(seq);
  });

  it('follows the first of two wishes that come at once, and says so to the second', async () => {
    const { ada, bob, said } = await scene();
    const answers = await Promise.all([leaves(ada, 'keep'), leaves(ada, 'remove'), leaves(ada, 'keep')]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status !== 200) expect([401, 409]).toContain(status);
      if (status === 409) expect(body).toMatchObject({ type: '/problems/erasure-under-way' });
    }
    const [winner] = answers.flatMap(({ status, body }) => (status === 200 ? [body['posts'] as string] : []));
    await everythingDeparts(world);
    expect((await bob.get(`/comments/${said['id'] as string}`)).body).toMatchObject({
      author: null,
      state: winner === 'keep' ? 'visible' : 'withdrawn',
    });
    expect((await leaves(ada, 'keep')).status).toBe(401);
  });

  it('leaves nothing behind that was written while it was under way', async () => {
    const { ada, bob, threadId, bobs, slug, said, accountId } = await scene();
    const voted = await bob.says(threadId, `Figs of Bob, ${scenes}.`);
    const racing = [
      ...Array.from({ length: 8 }, (_, i) =>
        ada.post(`/threads/${threadId}/comments`, { body: `Quinces in a hurry, ${scenes}-${i}.` }),
      ),
      ada.put(`/comments/${voted['id'] as string}/vote`),
      ada.delete(`/comments/${bobs['id'] as string}/vote`),
      ada.post(`/conferences/${slug}/personas`, { name: `Ada in a hurry ${scenes}` }),
    ];
    const [left, ...answers] = await Promise.all([leaves(ada, 'remove'), ...racing]);
    expect(left!.status).toBe(200);
    for (const { status } of answers) expect(status).toBeLessThan(500);
    // A vote may have been let in before the account left, and cast after all else was done.
    const [{ id: late }] = (await world.query<{ id: string }>(
      'insert into votes (comment_id, account_id, thread_id) select $1, $2, $3 returning comment_id id',
      [said['id'], accountId, threadId],
    )) as [{ id: string }];
    await world.query('update comments set votes = votes + 1 where id = $1', [late]);
    await world.app.get(EraseAccount).goOn();
    await everythingDeparts(world);
    expect(await tablesWith(world.databaseUrl, 'Quinces in a hurry')).toEqual([]);
    expect(
      await world.query(
        `select from comments m
         where m.persona_id is not null
           and not exists (select from personas p where p.id = m.persona_id)`,
      ),
    ).toEqual([]);
    expect(
      await world.query('select from votes v where not exists (select from accounts a where a.id = v.account_id)'),
    ).toEqual([]);
    expect((await bob.get(`/comments/${voted['id'] as string}`)).body).toMatchObject({ votes: 0 });
  });

  it('has a form on one’s own page, and answers with what became of everything', async () => {
    const { ada } = await scene();
    expect((await page(ada, '/me?lang=fr')).text).toContain('Supprimer mon compte');
    const left = await fetch(`${world.base}/me/erasure`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ada.token}`,
        'content-type': 'application/x-www-form-urlencoded',
        origin: world.base,
        'accept-language': 'fr',
      },
      body: 'posts=keep',
    });
    expect(left.status).toBe(200);
    const text = await left.text();
    expect(text).toContain('<h1>Votre compte est supprimé</h1>');
    expect(text).toContain('Commentaires qui restent');
    expect(text).toContain('votre nom est retiré dans les 30 minutes');
    expect((await ada.get('/me')).status).toBe(401);
  });

  it('is noted outside the database, in a file for the server alone, as nothing but a random number', async () => {
    const file = path.join(world.dataDir, 'erasures.log');
    const lines = (await readFile(file, 'utf8'))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Json);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(Object.keys(line)).toEqual(['account', 'posts', 'at']);
    expect(lines.map(({ account }) => account as string)).toEqual(
      (await world.query<{ id: string }>('select account_id id from erasures order by asked_at')).map(({ id }) => id),
    );
  });

  it('is noted by every node', async () => {
    const other = await world.beside();
    try {
      const noted = async (): Promise<number> =>
        (await readFile(path.join(other.dataDir, 'erasures.log'), 'utf8').catch(() => ''))
          .split('\n')
          .filter((line) => line !== '').length;
      const [{ count }] = (await world.query<{ count: number }>('select count(*)::int count from erasures')) as [
        { count: number },
      ];
      await until('the other node to have noted all', async () => (await noted()) === count);
    } finally {
      await other.close();
    }
  });

  inLongForm('goes on after a crash, from wherever it was', async () => {
    const { bob, accountId, said, threadId, slug } = await scene();
    // As it lies when a server was killed right after the first step.
    await world.query(
      `insert into erasures (account_id, posts, asked_at) values ($1, 'remove', now() - interval '1 hour')`,
      [accountId],
    );
    await until(
      'it to be done',
      async () =>
        (await world.query('select from erasures where account_id = $1 and done_at is not null', [accountId]))
          .length === 1,
    );
    expect(await world.query('select from accounts where id = $1', [accountId])).toEqual([]);
    await everythingDeparts(world);
    expect((await bob.get(`/comments/${said['id'] as string}`)).body).toMatchObject({
      state: 'withdrawn',
      author: null,
    });
    expect(await everything({ slug, threadId })).not.toMatch(/armalade|Lovelace/);
  });

  inLongForm('outlives a restore of yesterday’s backup', async () => {
    const kept = await scene();
    const removed = await scene();
    const file = path.join(dir, 'yesterday.gz');
    const near = (url: string): Record<string, string> => ({ DATABASE_URL: url, DATA_DIR: world.dataDir });
    expect(await typed(['backup', file], near(world.databaseUrl))).toMatchObject({ code: 0 });
    expect(await leaves(kept.ada, 'keep')).toMatchObject({ status: 200 });
    expect(await leaves(removed.ada, 'remove')).toMatchObject({ status: 200 });
    // Some of it has gone when the database is lost, some has not.
    const { url, drop } = await freshDatabase();
    try {
      expect(await typed(['restore', file], near(url))).toMatchObject({
        code: 0,
        said: expect.stringContaining('2 of its accounts had left since and were erased again.'),
      });
      for (const { accountId, personaId } of [kept, removed]) {
        expect(await tablesWith(url, accountId)).toEqual(['erasures']);
        expect(await tablesWith(url, personaId)).toEqual([]);
      }
      expect(
        await askIn(
          url,
          'select author_name, html <> $2 as worded, withdrawn_at is null as shown from comments where id = $1',
          [kept.said['id'], ''],
        ),
      ).toEqual([{ author_name: null, worded: true, shown: true }]);
      expect(
        await askIn(url, 'select source, html, withdrawn_at is null as shown from comments where id = $1', [
          removed.said['id'],
        ]),
      ).toEqual([{ source: '', html: '', shown: false }]);
      expect(await askIn(url, 'select votes from comments where id = $1', [kept.bobs['id']])).toEqual([{ votes: 0 }]);
      // People who have not left are still there, with their words.
      const stayed = 'select count(*)::int count from accounts';
      expect(await askIn(url, stayed)).toEqual(await world.query(stayed));
      expect(await askIn(url, 'select author_name from comments where id = $1', [kept.bobs['id']])).toEqual([
        { author_name: kept.bobs['author'].name },
      ]);
      const log = await askIn<{ seq: number; kind: string }>(
        url,
        'select seq, kind from thread_log where thread_id = $1 and seq is not null order by n',
        [removed.threadId],
      );
      expect(
        log
          .slice(1)
          .map(({ seq }, i) => seq - log[i]!.seq)
          .filter((step) => step !== 1),
      ).toEqual([1_000_000]);
      expect(log.at(-1)!.kind).toBe('thread.restored');
      expect(await askIn(url, 'select seq from thread_heads where thread_id = $1', [removed.threadId])).toEqual([
        { seq: log.at(-1)!.seq },
      ]);
    } finally {
      await drop();
    }
  });

  it('leaves out no table that names an account or holds an address', async () => {
    const columns = await world.query<{ at: string }>(
      `select table_name || '.' || column_name as at
       from information_schema.columns
       where table_schema = 'public'
         and column_name ~ '(account|address|mailbox|persona)'
       order by 1`,
    );
    // Departures know an account by a number alone, which CompleteDepartures forgets. Every other column is handled in
    // src/exports/erasing.ts, by the verb of its module, or goes with its account by a foreign key; a decision and the
    // audit keep a number that leads nowhere, authors of an archive have no account, a mailbox is the forum's own.
    expect(columns.map(({ at }) => at)).toEqual([
      'account_notices.account_id',
      'accounts.address_cipher',
      'accounts.address_index',
      'accounts.address_key_id',
      'accounts.mailbox_index',
      'api_tokens.account_id',
      'appeals.account_id',
      'archived_faces.persona_id',
      'audit_entries.account_id',
      'badges.account_id',
      'badges.persona_id',
      'closing_letters.account_id',
      'comments.persona_id',
      'decision_letters.account_id',
      'decisions.actor_account_id',
      'decisions.persona_id',
      'email_notices.account_id',
      'email_repliers.account_id',
      'email_returns.account_id',
      'email_settings.account_id',
      'emails.account_id',
      'erasures.account_id',
      'grants.account_id',
      'imports.account_id',
      'invitation_emails.address_cipher',
      'invitation_emails.address_index',
      'invitation_emails.address_key_id',
      'invitations.maker_account_id',
      'invitations_mailed.maker_account_id',
      'login_codes.address_cipher',
      'login_codes.address_index',
      'login_codes.address_key_id',
      'mailbox_readings.mailbox',
      'note_authors.account_id',
      'passkey_challenges.account_id',
      'passkeys.account_id',
      'persona_changes.persona_id',
      'personas.account_id',
      'postponed_emails.mailbox',
      'question_takers.account_id',
      'queue_claims.account_id',
      'queue_emails.account_id',
      'recaps.persona_id',
      'reply_addresses.account_id',
      'reply_addresses.persona_id',
      'report_warnings.account_id',
      'reports.account_id',
      'sent_envelopes.account_id',
      'sessions.account_id',
      'speaker_addresses.address_cipher',
      'speaker_addresses.address_index',
      'speaker_addresses.address_key_id',
      'standings.account_id',
      'statements.account_id',
      'taken_replies.account_id',
      'taken_replies.persona_id',
      'thread_follows.account_id',
      'votes.account_id',
      'waiting_files.account_id',
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io-client';
import { TakeEmail } from '../../src/inbound/take-email.ts';
import { API_TOKEN_SCOPES } from '../../src/kernel/api-token-scope.ts';
import { mailed, replyOf, type Replier } from '../inbound/repliers.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { addressesOf, codesOf, routesOf } from '../support/crawl.ts';
import { tablesOf } from '../support/rows.ts';
import { Person, until, World, type Answer, type Json } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let place: { slug: string; talkId: string; threadId: string };
let question: string;
beforeAll(async () => {
  world = await World.open({
    INBOUND: 'lmtp://127.0.0.1:0',
    INBOUND_ADDRESS: 'forum@mail.example',
    INBOUND_TRUSTS: 'mx.mail.example',
  });
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  question = (await asks(ada, place.threadId, 'Asked by another?'))['id'] as string;
});
afterAll(() => world.close());

/** The rights of a person before a sanction. */
interface Holder {
  readonly person: Person;
  readonly program: Person;
  readonly accountId: string;
  readonly persona: string;
  readonly said: string;
  readonly reply: { to: string; replier: Replier };
  readonly socket: Socket;
}

/** Organizes, moderates and speaks, with a session, a program’s token, an address for replies and an open socket. */
async function holder(name: string): Promise<Holder> {
  const { slug, talkId, threadId } = place;
  const person = await becomes(await world.person(name).signsIn(), olga, { slug, talkId }, `Called ${name}`);
  for (const role of ['moderator', 'organizer']) {
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role });
    await person.post('/claims', { token: (body['url'] as string).split('#')[1] });
  }
  const said = await person.says(threadId, `Said by ${name}`);
  const [row] = await world.query<{ id: string }>('select account_id id from personas where id = $1', [
    said['author'].id,
  ]);
  await world.query('insert into email_repliers (account_id) values ($1)', [row!.id]);
  const made = await person.post('/me/tokens', { name: 'A program', scopes: API_TOKEN_SCOPES });
  expect(made.status).toBe(201);
  const replier = { person, accountId: row!.id, threadId, commentId: said['id'] as string };
  const socket = await person.listens();
  await socket.emitWithAck('thread:join', { threadId });
  expect(await socket.emitWithAck('desk:join', { threadId })).toMatchObject({ ok: true });
  return {
    person,
    program: new Person(world, `program-${name}`, made.body['token'] as string),
    accountId: row!.id,
    persona: said['author'].id as string,
    said: said['id'] as string,
    reply: { to: await mailed(world, replier), replier },
    socket,
  };
}

/** Set by hand: nobody may sanction an organizer, so that the power came after it. */
const sanctions = ({ accountId }: Holder, kind: 'muted' | 'suspended'): Promise<unknown> =>
  world.query(
    `insert into standings (id, account_id, conference_id, kind, until, reason)
     select gen_random_uuid(), $1, c.id, $2, $3, '' from conferences c where c.slug = $4`,
    [accountId, kind, world.clock.in({ days: 20 }), place.slug],
  );

/** Acts of people in a conference, in good form, so that nothing but their author refuses them. */
const acts = ({ persona, said }: Holder): [string, string, Json][] => {
  const { slug, threadId, talkId } = place;
  return [
    ['POST', `/threads/${threadId}/comments`, { body: 'Still here' }],
    ['POST', `/threads/${threadId}/comments`, { body: 'Still here', personaId: persona, parentId: said }],
    ['POST', `/threads/${threadId}/questions`, { body: 'Still here?' }],
    ['POST', `/questions/${question}/answers`, { body: 'Still answering' }],
    ['PUT', `/questions/${question}/status`, { status: 'declined', reason: 'No' }],
    ['POST', `/threads/${threadId}/announcement`, { body: 'Hear me' }],
    ['POST', `/threads/${threadId}/live`, { minutes: 30 }],
    ['PATCH', `/comments/${said}`, { body: 'Other words' }],
    ['PUT', `/comments/${question}/vote`, {}],
    ['PUT', `/comments/${question}/kind`, { kind: 'comment' }],
    ['POST', `/comments/${question}/reports`, { rule: 'spam', reason: 'It sells something' }],
    ['POST', `/conferences/${slug}/personas`, { name: 'Somebody new' }],
    ['PATCH', `/personas/${persona}`, { name: 'Somebody else' }],
    ['POST', `/conferences/${slug}/recaps`, { title: 'A day', markdown: 'A day.', published: true }],
    ['PUT', `/threads/${threadId}/recap`, { markdown: 'A talk.', items: [], published: true }],
    ['PUT', `/talks/${talkId}/links`, { links: [{ title: 'Mine', url: 'https://mine.example/' }] }],
    ['PATCH', `/admin/talks/${talkId}`, { title: 'Mine' }],
    ['PATCH', `/admin/threads/${threadId}`, { title: 'Mine' }],
    ['PATCH', `/admin/conferences/${slug}`, { title: 'Mine' }],
    ['POST', `/admin/conferences/${slug}/invitations`, { role: 'organizer' }],
    ['POST', `/admin/comments/${question}/withhold`, { rule: 'spam', reason: 'It sells something' }],
  ];
};

/** Tables that hold what people said and decided; others hold what the server's own tasks make of it. */
const WRITTEN =
  'comments comment_revisions votes reports decisions pending_comments question_takers personas recaps ' +
  'recap_versions talks threads conferences invitations grants';

/** The words of these holders, once names and badges are in all that was said before. */
async function written(): Promise<Json> {
  await world.runNow('comments/stamp-personas');
  return Object.fromEntries(
    Object.entries(await tablesOf(world.databaseUrl)).filter(([table]) => WRITTEN.split(' ').includes(table)),
  );
}

/** The statuses of these requests by a session and by a program, without those that are as they are to be. */
async function wrongOf(
  { person, program }: Holder,
  requests: readonly [string, string, Json?][],
  isRight: (answer: Answer, by: string) => boolean,
): Promise<unknown[]> {
  const wrong: unknown[] = [];
  for (const [method, path, body] of requests)
    for (const [by, who] of [
      ['session', person],
      ['program', program],
    ] as const) {
      const answer = await who.ask(method, path, method === 'GET' ? undefined : body);
      if (!isRight(answer, by)) wrong.push([by, method, path, answer.status, answer.text.slice(0, 100)]);
    }
  return wrong;
}

/** Every address of the API, by its document. */
async function everyAddress({ persona, said }: Holder): Promise<[string, string, Json][]> {
  const ids = {
    conferences: [place.slug],
    threads: [place.threadId],
    talks: [place.talkId],
    comments: [said, question],
    questions: [question],
    personas: [persona],
    q: await codesOf(world, place.threadId),
  };
  return (await routesOf(world))
    .filter(({ path }) => path.startsWith('/api/v1/') && !/json$|\/auth\//.test(path))
    .flatMap((route) =>
      addressesOf({ ...route, query: [] }, ids, {}).map((path): [string, string, Json] => [route.method, path, {}]),
    );
}

async function repliesBy({ reply: { to, replier } }: Holder): Promise<Json> {
  await world.app.get(TakeEmail).take(to, { raw: replyOf(replier, to, 'Still here, by e-mail.'), envelopeFrom: null });
  const rows = await world.query('select state, reason from taken_replies where account_id = $1', [replier.accountId]);
  return rows[0]!;
}

describe.each(['muted', 'suspended'] as const)('who is %s', (kind) => {
  it('writes by nothing that was given before: session, program or e-mail', async () => {
    const sid = await holder(kind);
    await sanctions(sid, kind);
    const before = await written();
    const problem = `/problems/account-${kind}`;
    const isRefused = ({ status, body }: Answer, by: string): boolean =>
      status === 403 &&
      (body['type'] === problem || (by === 'program' && body['type'] === '/problems/token-for-people-only'));
    expect(await wrongOf(sid, acts(sid), isRefused)).toEqual([]);
    expect(await written()).toEqual(before);
    expect(await repliesBy(sid)).toEqual({ state: 'draft', reason: 'refused' });
    const admin = (await everyAddress(sid)).filter(([method, path]) => method === 'GET' && path.includes('/admin/'));
    if (kind === 'suspended')
      expect(await wrongOf(sid, admin, ({ status }) => status === 403 || status === 404)).toEqual([]);
  });
});

describe('who has left', () => {
  it('reaches nothing by what was given before, at any address', async () => {
    const lea = await holder('lea');
    const invited = await olga.post(`/admin/conferences/${place.slug}/invitations`, { role: 'moderator' });
    const closed = new Promise((resolve) => {
      lea.socket.once('disconnect', resolve);
    });
    expect((await lea.person.ask('DELETE', '/me', { posts: 'keep' })).status).toBe(200);
    await closed;
    await until(
      'the erasure to end',
      async () =>
        (await world.query('select from erasures where account_id = $1 and done_at is not null', [lea.accountId]))
          .length === 1,
    );
    const before = await written();
    const all = await everyAddress(lea);
    expect(all.length).toBeGreaterThan(100);
    // Public answers are read by them too.
    const isRefused = ({ status }: Answer, by: string): boolean => by === 'session' || status === 401;
    const writes = all.filter(([method]) => method !== 'GET');
    expect(await wrongOf(lea, writes, isRefused)).toEqual([]);
    const isUnknown = ({ status }: Answer): boolean => status === 401;
    const own = all.filter(([, path]) => path.startsWith('/api/v1/me') || path.includes('/admin/'));
    expect(await wrongOf(lea, own, isUnknown)).toEqual([]);
    expect(await wrongOf(lea, acts(lea).slice(4), isUnknown)).toEqual([]);
    await lea.person.post('/claims', { token: (invited.body['url'] as string).split('#')[1] });
    expect(await written()).toEqual(before);
    await world.app.get(TakeEmail).take(lea.reply.to, {
      raw: replyOf(lea.reply.replier, lea.reply.to, 'Still here, by e-mail.'),
      envelopeFrom: null,
    });
    expect(await world.query(`select from comments where source like '%by e-mail%'`)).toEqual([]);
    const again = await lea.person.listens();
    expect(await again.emitWithAck('desk:join', { threadId: place.threadId })).toMatchObject({ ok: false });
  });
});

describe('who organizes no more', () => {
  it('has a program’s token that does nothing, and a desk that is closed', async () => {
    const rex = await holder('rex');
    const { items } = (await olga.get(`/admin/conferences/${place.slug}/grants?limit=100`)).body;
    const own = await world.query<{ id: string }>('select id from grants where account_id = $1', [rex.accountId]);
    const published = new Promise((resolve) => {
      rex.socket.once('desk:bell', resolve);
    });
    expect((items as Json[]).length).toBeGreaterThan(0);
    for (const { id } of own) expect((await olga.delete(`/admin/grants/${id}`)).status).toBe(204);
    await published;
    const before = await written();
    const powers = acts(rex).filter(([, path]) => path.includes('/admin/') || path.includes('/live'));
    expect(await wrongOf(rex, powers, ({ status }, by) => status === (by === 'program' ? 401 : 403))).toEqual([]);
    expect(await written()).toEqual(before);
    const messages: unknown[] = [];
    rex.socket.on('desk:bell', (message) => messages.push(message));
    const heard = new Promise((resolve) => {
      rex.socket.once('thread:changes', resolve);
    });
    await asks(ada, place.threadId, 'Is this heard at the desk?');
    await heard;
    expect(messages).toEqual([]);
  });
});

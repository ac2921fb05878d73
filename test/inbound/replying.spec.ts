import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AddressDesk } from '../../src/accounts/address-desk.ts';
import { EmailReader } from '../../src/inbound/email-reader.ts';
import { InboundRules } from '../../src/inbound/inbound-rules.ts';
import { InboundServer } from '../../src/inbound/inbound-server.ts';
import { readConfig } from '../../src/platform/config/settings.ts';
import { noticeEmails, settle } from '../notifications/mailbox.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { MailClient } from './mail-client.ts';
import { emailWith } from './made-emails.ts';

const SETTINGS = {
  INBOUND: 'lmtp://127.0.0.1:0',
  INBOUND_TRUSTS: 'mx.mail.example',
  PUBLIC_URL: 'https://forum.example',
};
const PASS = 'mx.mail.example; dmarc=pass header.from=mail.example';
const LINE = '— Write your reply above this line —';

let world: World;
let olga: Person;
let mail: MailClient;
beforeAll(async () => {
  world = await World.open(SETTINGS);
  olga = await world.person('olga').signsIn();
  await world.app.get(InboundServer).open();
  mail = await MailClient.connect(world.app.get(InboundServer).port!);
});
afterAll(async () => {
  mail.close();
  await world.close();
});

interface ReplyScene {
  slug: string;
  threadId: string;
  ada: Person;
  accountId: string;
  personaId: string;
  said: Json;
}

let scenes = 0;

async function scene(): Promise<ReplyScene> {
  scenes += 1;
  const { slug, threadId } = await world.conference(olga);
  const ada = await (await world.person(`ada${scenes}`).signsIn()).calledIn(slug, `Ada ${scenes}`);
  const said = await ada.says(threadId, `Something to reply to, ${scenes}.`);
  const personaId = said['author'].id as string;
  const [row] = await world.query<{ id: string }>('select account_id id from personas where id = $1', [personaId]);
  return { slug, threadId, ada, accountId: row!.id, personaId, said };
}

/** Sends an account an e-mail about a comment; returns where a reply goes. */
async function mailed({ accountId, threadId, ada }: ReplyScene, reply: Record<string, string>): Promise<string> {
  const before = await world.mails();
  await world.app.get(AddressDesk).writeTo(accountId, {
    id: randomUUID(),
    locale: 'en',
    subject: 'A talk',
    text: 'Somebody replied.',
    reply: { threadId, ...reply },
  });
  const sent = await world.nextMail(before, ada.email, /Somebody replied\./);
  return /^Reply-To: <?([^\s>]+)/im.exec(sent)![1]!;
}

const from = ({ ada }: ReplyScene, body: string, fields: Record<string, string | null> = {}): Buffer =>
  emailWith(body, {
    From: ada.email,
    'Message-ID': `<${randomUUID()}@mail.example>`,
    'Authentication-Results': PASS,
    ...fields,
  });

const quoting = (words: string): string =>
  `${words}\r\n\r\nOn Mon, 30 Nov 2026 at 10:02, Aftertalk <aftertalk@localhost> wrote:\r\n` +
  `> ${LINE}\r\n> Somebody replied.\r\n`;

const comments = async ({ threadId, ada }: ReplyScene): Promise<Json[]> => {
  const { items } = (await ada.get(`/threads/${threadId}/comments`)).body as { items: Json[] };
  return items.flatMap((item) => [item, ...((item['replies'] as Json[] | undefined) ?? [])]);
};

const drafts = ({ accountId }: ReplyScene): Promise<Json[]> =>
  world.query(
    `select id, reason, source, attachments from taken_replies where account_id = $1 and state = 'draft' order by at`,
    [accountId],
  );

const confirms = async ({ ada }: ReplyScene, id: string, body: string): Promise<Response> =>
  fetch(`${world.base}/me/replies/${id}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${ada.token}`,
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://forum.example',
    },
    body: new URLSearchParams({ act: 'publish', body }),
  });

/** The tables that hold a text anywhere. */
async function tablesWith(text: string): Promise<string[]> {
  const names = await world.query<{ name: string }>(
    `select table_name name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = await Promise.all(
    names.map(async ({ name }) => ({
      name,
      rows: await world.query(`select from "${name}" r where r::text ilike $1 limit 1`, [`%${text}%`]),
    })),
  );
  return found.filter(({ rows }) => rows.length > 0).map(({ name }) => name);
}

describe('INBOUND', () => {
  it.each([
    'imap://a:b@mail.example',
    'imaps://mail.example',
    'imaps://a@mail.example',
    'imaps://%E0:b@mail.example',
    'lmtp://127.0.0.1',
    'smtp://user@127.0.0.1:25',
    'lmtp:2424',
    'on',
  ])('stops the start with one sentence when it is %s', (INBOUND) => {
    expect(() => readConfig({ INBOUND })).toThrow(
      /^INBOUND is not usable: set it to a port such as lmtp:\S+, or a mailbox such as imaps:\S+, or leave it out\.$/,
    );
  });

  it('may be a mailbox, whose user is where replies go unless INBOUND_ADDRESS says otherwise', () => {
    const addressIn = (settings: Record<string, string>): string =>
      new InboundRules(readConfig(settings)).ownAddresses.make('reply', 'token');
    const INBOUND = 'imaps://Forum%40mail.example:p%40ss@imap.mail.example:10993/A%20folder';
    expect(addressIn({ INBOUND })).toBe('forum+reply.token@mail.example');
    expect(addressIn({ INBOUND, INBOUND_ADDRESS: 'forum.example' })).toBe('reply+token@forum.example');
    expect(addressIn({ INBOUND: 'imaps://forum:pass@imap.mail.example', PUBLIC_URL: 'https://talks.example' })).toBe(
      'reply+token@talks.example',
    );
  });

  it('stops the start with one sentence when its port is taken', async () => {
    const { port } = world.app.get(InboundServer);
    const beside = await world.beside({ ...SETTINGS, INBOUND: `lmtp://127.0.0.1:${port}` });
    await expect(beside.app.get(InboundServer).open()).rejects.toThrow(
      /^INBOUND cannot listen \(.*\): name a free port/,
    );
    await beside.close();
  });
});

describe('replying by e-mail', () => {
  it('is a preview the first time, which its author publishes; later replies are published at once', async () => {
    const at = await scene();
    const commentId = at.said['id'] as string;
    const first = await mailed(at, { commentId });
    expect(first).toMatch(/^reply\+[0-9a-f]{32}@forum\.example$/);
    const before = await world.mails();
    expect(await mail.handsIn(first, from(at, quoting('My first words.')))).toMatch(/^250/);
    const [draft] = await drafts(at);
    expect(draft).toMatchObject({ reason: 'first', source: 'My first words.' });
    expect((await world.nextMail(before, at.ada.email)).replaceAll(/\s+/g, ' ')).toContain(
      `https://forum.example/me/replies/${draft!['id']}`,
    );
    expect((await comments(at)).map(({ html }) => html as string).join()).not.toContain('My first words');
    expect((await confirms(at, draft!['id'] as string, 'My first words.')).status).toBe(303);

    const second = await mailed(at, { commentId });
    const later = await world.mails();
    expect(await mail.handsIn(second, from(at, quoting('My *second* words.')))).toMatch(/^250/);
    const replies = (await comments(at)).filter((comment) => comment['parentId'] === commentId);
    expect(replies.map(({ html }) => html as string)).toEqual([
      '<p>My first words.</p>',
      '<p>My <em>second</em> words.</p>',
    ]);
    const receipt = await world.nextMail(later, at.ada.email, /second/);
    expect(receipt).toContain('> My *second* words.');
    expect(receipt).toContain('15 minutes');
    expect(receipt).toContain('Subject: [A conference] Your reply is published: Hallway');
    expect(await drafts(at)).toEqual([]);

    await world.query(`update conferences set settings = settings || '{"screening": "all"}' where slug = $1`, [
      at.slug,
    ]);
    const beforeHeld = await world.mails();
    expect(await mail.handsIn(second, from(at, quoting('My third words.')))).toMatch(/^250/);
    const held = await world.nextMail(beforeHeld, at.ada.email, /third/);
    expect(held).toContain('Subject: [A conference] Your reply waits for a moderator: Hallway');
  });

  it('waits for its owner without the title of a recap that is hidden since', async () => {
    const at = await scene();
    const author = await (await world.person(`author${scenes}`).signsIn()).calledIn(at.slug, 'An author');
    const recap = { title: 'An unmistakable narwhal', markdown: 'Words.', published: true };
    const { id, threadId } = (await author.post(`/conferences/${at.slug}/recaps`, recap)).body as Json;
    const said = await at.ada.says(threadId as string, 'Below it.');
    const address = await mailed({ ...at, threadId: threadId as string }, { commentId: said['id'] as string });
    const hidden = await olga.post(`/admin/recaps/${id as string}/withhold`, { rule: 'topic', reason: 'Not here.' });
    expect(hidden.status).toBe(200);
    const before = await world.mails();
    expect(await mail.handsIn(address, from(at, quoting('My words.')))).toMatch(/^250/);
    const [draft] = await drafts(at);
    const told = await world.nextMail(before, at.ada.email, /replies/);
    const page = await at.ada.get(`${world.base}/me/replies/${draft!['id'] as string}`, { accept: 'text/html' });
    expect([page.status, page.text.includes('My words.')]).toEqual([200, true]);
    expect([told, page.text].filter((text) => /narwhal/i.test(text))).toEqual([]);
  });

  it('answers a question of a speaker, under the right persona, and settles it', async () => {
    const at = await scene();
    const talk = await olga.post(`/admin/conferences/${at.slug}/talks`, {
      slug: 'talk',
      title: 'A talk',
      startsAt: world.clock.now().toISOString(),
      durationMinutes: 60,
    });
    const talkId = talk.body['id'] as string;
    const [thread] = await world.query<{ id: string }>('select id from threads where talk_id = $1', [talkId]);
    const invitation = await olga.post(`/admin/conferences/${at.slug}/invitations`, { role: 'speaker', talkId });
    const speaker = await world.person(`speaker${scenes}`).signsIn();
    await speaker.calledIn(at.slug, 'Sam Speaker');
    await speaker.post('/claims', { token: (invitation.body['url'] as string).split('#')[1] });
    const question = await at.ada.post(`/threads/${thread!.id}/questions`, { body: 'Why is that so?' });
    const questionId = question.body['id'] as string;
    const [account] = await world.query<{ id: string }>(
      `select p.account_id id from personas p join conferences c on c.id = p.conference_id
       where p.name = 'Sam Speaker' and c.slug = $1`,
      [at.slug],
    );
    const theirs = { ...at, ada: speaker, accountId: account!.id, threadId: thread!.id };
    const address = await mailed(theirs, { kind: 'waiting', commentId: questionId });
    expect(await mail.handsIn(address, from(theirs, quoting('Because it is.\r\nAnd it stays so.')))).toMatch(/^250/);
    const answered = (await comments(theirs)).find(({ id }) => id === questionId);
    expect(answered!['question']).toMatchObject({ status: 'answered' });
    const answer = (await comments(theirs)).find(({ id }) => id === answered!['question'].answerId);
    expect(answer).toMatchObject({
      kind: 'answer',
      author: { name: 'Sam Speaker', roles: ['speaker'] },
      html: expect.stringContaining('Because it is.'),
    });
  });

  it('answers for a speaker without a session, who writes two lines above the one e-mail', async () => {
    const talk = await talkOf(world, olga);
    const sam = await becomes(await world.person('sam').signsIn(), olga, talk, 'Sam of the talk');
    const asker = await (await world.person('asker').signsIn()).calledIn(talk.slug, 'An asker');
    const question = await asks(asker, talk.threadId, 'Why is it so?');
    expect((await sam.delete('/auth/sessions/current')).status).toBe(204);
    world.advance({ hours: 2 });
    await settle(world);
    const [email, ...more] = await noticeEmails(world, sam.email);
    expect(more).toEqual([]);
    const to = email!.replyTo!.value[0]!.address!;
    const quoted = email!.text!.trim().replaceAll(/^/gm, '> ');
    const written =
      `Because it grew so.\n\nAnd nobody cut it.\n\nOn Mon, 30 Nov 2026 at 10:02, Forum <${to}> wrote:\n` + quoted;
    const raw = emailWith(written.replaceAll('\n', '\r\n'), { From: sam.email, 'Authentication-Results': PASS });
    expect(await mail.handsIn(to, raw)).toMatch(/^250/);
    const { items } = (await asker.get(`/threads/${talk.threadId}/comments`)).body as { items: Json[] };
    const all = items.flatMap((item) => [item, ...((item['replies'] as Json[] | undefined) ?? [])]);
    const answered = all.find(({ id }) => id === question['id'])!;
    expect(answered['question']).toMatchObject({ status: 'answered' });
    expect(all.find(({ id }) => id === answered['question'].answerId)).toMatchObject({
      kind: 'answer',
      author: { name: 'Sam of the talk', roles: ['speaker'] },
      html: '<p>Because it grew so.</p>\n<p>And nobody cut it.</p>',
    });
  });

  it('waits for its owner when the sender is another or is not proved, and tells the owner alone', async () => {
    const at = await scene();
    const address = await mailed(at, { commentId: at.said['id'] as string });
    await mail.handsIn(
      address,
      from(at, 'Words of Mallory.', { From: 'mallory@mail.example' }),
      'mallory@mail.example',
    );
    await mail.handsIn(address, from(at, 'Words of nobody.', { 'Authentication-Results': null }));
    await mail.handsIn(
      address,
      from(at, 'Forged words.', { 'Authentication-Results': 'mx.evil.example; dmarc=pass header.from=mail.example' }),
    );
    expect((await drafts(at)).map(({ reason }) => reason as string)).toEqual(['sender', 'unproven', 'unproven']);
    expect(await comments(at)).toHaveLength(1);
    await until(
      'the owner to be told',
      async () => (await world.query('select from taken_replies where notify_due_at is not null')).length === 0,
    );
    const sent = await Promise.all(
      (await world.mails()).map(async (name) =>
        (await import('node:fs/promises')).readFile(`${world.dataDir}/outbox/${name}`, 'utf8'),
      ),
    );
    expect(sent.filter((each) => /^To: .*mallory/im.test(each))).toEqual([]);
  });

  it('is read in a thread of its own when it is long, and waits as unreadable when that takes too long', async () => {
    const at = await scene();
    await world.query('insert into email_repliers (account_id) values ($1)', [at.accountId]);
    const address = await mailed(at, { commentId: at.said['id'] as string });
    const html = { 'Content-Type': 'text/html; charset=utf-8' };
    const quoted = `<blockquote>${'<p>a</p>'.repeat(100_000)}</blockquote>`;
    expect(await mail.handsIn(address, from(at, `<p>My words.</p>${quoted}`, html))).toMatch(/^250/);
    const { limits } = world.app.get(EmailReader);
    world.app.get(EmailReader).limits = { ...limits, seconds: 0 };
    expect(await mail.handsIn(address, from(at, `<p>Late words.</p>${quoted}`, html))).toMatch(/^250/);
    world.app.get(EmailReader).limits = limits;
    const waiting = await drafts(at);
    expect(waiting.map(({ reason, source }) => [reason, (source as string).slice(0, 'My words.'.length)])).toEqual([
      ['long', 'My words.'],
      ['unreadable', ''],
    ]);
  });

  it('is taken once, also by two nodes at the same time', async () => {
    const at = await scene();
    const beside = await world.beside(SETTINGS);
    await beside.app.get(InboundServer).open();
    const there = await MailClient.connect(beside.app.get(InboundServer).port!);
    const address = await mailed(at, { commentId: at.said['id'] as string });
    const first = from(at, quoting('The first, to confirm.'));
    await mail.handsIn(address, first);
    const [draft] = await drafts(at);
    await confirms(at, draft!['id'] as string, 'The first, to confirm.');
    const once = from(at, quoting('Said once.'));
    const answers = await Promise.all([mail.handsIn(address, once), there.handsIn(address, once)]);
    for (const answer of answers) expect(answer).toMatch(/^(250|451)/);
    expect(await there.handsIn(address, once)).toMatch(/^250/);
    expect((await comments(at)).filter(({ html }) => (html as string).includes('Said once'))).toHaveLength(1);
    there.close();
    await beside.close();
  });

  it('is slowed after five an hour, also of seven at once, and refused at addresses that are not ours', async () => {
    const at = await scene();
    const address = await mailed(at, { commentId: at.said['id'] as string });
    for (let i = 0; i < 5; i += 1) expect(await mail.handsIn(address, from(at, `Words ${i}.`))).toMatch(/^250/);
    expect(await mail.handsIn(address, from(at, 'One more.'))).toMatch(/^450/);
    const second = await mailed(at, { commentId: at.said['id'] as string });
    const { port } = world.app.get(InboundServer);
    const clients = await Promise.all(Array.from({ length: 7 }, () => MailClient.connect(port!)));
    const answers = await Promise.all(clients.map((client, i) => client.handsIn(second, from(at, `At once ${i}.`))));
    expect(answers.map((answer) => answer.slice(0, 2)).toSorted()).toEqual(['25', '25', '25', '25', '25', '45', '45']);
    for (const client of clients) client.close();
    for (const unknown of [
      `reply+${'0'.repeat(32)}@forum.example`,
      'ada@forum.example',
      address.replace('forum.example', 'evil.example'),
    ])
      expect(await mail.handsIn(unknown, from(at, 'Hello.'))).toMatch(/^550/);
    expect(await mail.handsIn(await mailed(at, {}), Buffer.alloc(2 * 1024 * 1024, 'a\r\n'))).toMatch(/^552/);
  });

  it('is nothing when a machine wrote it', async () => {
    const at = await scene();
    const address = await mailed(at, { commentId: at.said['id'] as string });
    expect(await mail.handsIn(address, from(at, 'I am away.', { 'Auto-Submitted': 'auto-replied' }))).toMatch(/^250/);
    expect(await mail.handsIn(address, from(at, 'I am away.'), '')).toMatch(/^250/);
    expect(await drafts(at)).toEqual([]);
    expect(await comments(at)).toHaveLength(1);
  });

  it('keeps no address and no signature, and says what was dropped', async () => {
    const at = await scene();
    const address = await mailed(at, { commentId: at.said['id'] as string });
    await mail.handsIn(
      address,
      from(at, `Write to ada@private.example.\r\n\r\n-- \r\nAda Lovelace\r\n+33 6 12 34 56 78\r\n`, {
        From: `"Lovelace of nowhere" <${at.ada.email}>`,
        Received: 'from relay.of.nowhere (relay.of.nowhere [203.0.113.77]) by mx.mail.example',
      }),
    );
    const [draft] = await drafts(at);
    expect(draft!['source']).toBe('Write to •••@•••.');
    for (const trace of ['private.example', '6 12 34 56 78', 'Lovelace of nowhere', 'relay.of.nowhere', '203.0.113.77'])
      expect({ trace, tables: await tablesWith(trace) }).toEqual({ trace, tables: [] });
  });

  it('cannot be looked at by another account, and is gone when it is given up', async () => {
    const at = await scene();
    const address = await mailed(at, { commentId: at.said['id'] as string });
    await mail.handsIn(address, from(at, 'Mine alone.'));
    const [draft] = await drafts(at);
    const look = async (who: Person): Promise<number> =>
      (await fetch(`${world.base}/me/replies/${draft!['id']}`, { headers: { authorization: `Bearer ${who.token}` } }))
        .status;
    expect([await look(at.ada), await look(olga)]).toEqual([200, 404]);
    await fetch(`${world.base}/me/replies/${draft!['id']}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${at.ada.token}`,
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://forum.example',
      },
      body: new URLSearchParams({ act: 'leave' }),
    });
    expect(await look(at.ada)).toBe(404);
    expect(
      await world.query(`select from taken_replies where source is not null and account_id = $1`, [at.accountId]),
    ).toEqual([]);
  });
});

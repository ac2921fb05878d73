import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { words } from '../../locales/catalogues.ts';
import { codeIn, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;
let threadId: string;

/** A form as a browser without a script sends it. */
const submits = (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> =>
  world.person('browser').ask('POST', world.base + path, new URLSearchParams(form).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
    origin: 'http://localhost:3000',
    ...headers,
  });

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
});
afterAll(() => world.close());

let guests = 0;
const aGuest = (): Person => world.person(`guest${(guests += 1)}`);
const thread = async (): Promise<string> =>
  (await olga.post(`/admin/conferences/${slug}/threads`, { slug: `t${(guests += 1)}`, title: 'A thread' })).body[
    'id'
  ] as string;

const writes = (guest: Person, words: Json, headers: Record<string, string> = {}): Promise<Answer> =>
  guest.post(
    `/threads/${words['threadId'] ?? threadId}/comments`,
    {
      body: words['body'],
      name: words['name'] ?? `Guest ${guest.email.split('@')[0]}`,
      email: guest.email,
      ...(words['parentId'] ? { parentId: words['parentId'] } : {}),
    },
    headers,
  );

/** Writes something as a guest; answers the code from the e-mail. */
async function isMailedACodeFor(guest: Person, words: Json): Promise<string> {
  const before = await world.mails();
  expect((await writes(guest, words)).status).toBe(202);
  return codeIn(await world.nextMail(before, guest.email));
}
const confirms = (guest: Person, code: string): Promise<Answer> =>
  guest.post('/auth/sessions', { email: guest.email, code });
const said = async (id: string): Promise<string[]> =>
  ((await olga.get(`/threads/${id}/comments?limit=100`)).body['items'] as Json[]).map(({ html }) => html as string);

const cookiesOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
const pageAt = async (place: string, headers: Record<string, string> = {}): Promise<string> =>
  (await fetch(world.base + place.split('#')[0], { headers })).text();

const GERMAN = { 'accept-language': 'de, nl;q=0.5' };
const REPORT = { rule: 'respect', reason: 'An insult to everybody here.' };
/** A public comment in a thread of its own. */
async function aComment(): Promise<string> {
  const id = await thread();
  const author = await (await world.person(`author${guests}`).signsIn()).calledIn(slug, `Author ${guests}`);
  return (await author.says(id, 'Something to report'))['id'] as string;
}

describe('a right code whose comment is refused', () => {
  it.each([
    [
      'the thread was locked meanwhile',
      'thread-closed',
      async (id: string) => void (await olga.patch(`/admin/threads/${id}`, { state: 'locked', reason: 'A pause.' })),
    ],
    [
      'the name was taken by the organizers meanwhile',
      'persona-name-reserved',
      async () => {
        await olga.post(`/conferences/${slug}/personas`, { name: 'Wanted Name' });
      },
    ],
  ])('signs in and gives the words back: %s', async (_why, problem, happens) => {
    const guest = aGuest();
    const id = await thread();
    const code = await isMailedACodeFor(guest, {
      threadId: id,
      body: 'Words that must not be lost',
      name: 'Wanted Name',
    });
    await happens(id);
    const named = () => world.query('select id from personas where name = $1', ['Wanted Name']);
    const before = await named();
    const answer = await confirms(guest, code);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        token: expect.any(String),
        refused: { type: `/problems/${problem}` },
        kept: { threadId: id, kind: 'comment', body: 'Words that must not be lost', name: 'Wanted Name' },
      },
    });
    expect(await said(id)).toEqual([]);
    // A name is taken with the words that are published under it.
    expect(await named()).toEqual(before);
  });

  it('signs in and gives the words back: slow mode was set meanwhile', async () => {
    const guest = aGuest();
    const id = await thread();
    const first = await isMailedACodeFor(guest, { threadId: id, body: 'The first words' });
    const second = await isMailedACodeFor(guest, { threadId: id, body: 'The second words' });
    await olga.patch(`/admin/threads/${id}`, { slowMode: { interval: 60, reason: 'A rush.' } });
    expect((await confirms(guest, first)).body['refused']).toBeUndefined();
    expect(await confirms(guest, second)).toMatchObject({
      status: 201,
      body: { refused: { status: 429 }, kept: { body: 'The second words' } },
    });
  });

  it('stands in the form of the thread’s page, without a script, with what to do', async () => {
    const guest = aGuest();
    const id = await thread();
    const code = await isMailedACodeFor(guest, { threadId: id, body: 'Written in good time' });
    await olga.patch(`/admin/threads/${id}`, { state: 'locked', reason: 'A pause.' });
    const sent = await submits('/sign-in', { email: guest.email, code, next: '/' });
    expect(sent.status).toBe(303);
    const place = sent.headers.get('location')!;
    expect(place).toMatch(/\/t\/t\d+\?kept=[\w-]+#write$/);
    const page = await pageAt(place, { cookie: cookiesOf(sent), 'accept-language': 'en' });
    expect(page).toContain('Written in good time');
    expect(page).toContain('The code was right, but your text was not published');
    expect(await pageAt(place)).not.toContain('Written in good time');
  });

  it('stands there too after slow mode was set between writing and confirming, and is sent once it allows that', async () => {
    const guest = aGuest();
    const id = await thread();
    const first = await isMailedACodeFor(guest, { threadId: id, body: 'The first words' });
    const second = await isMailedACodeFor(guest, { threadId: id, body: 'Words before the rush' });
    await olga.patch(`/admin/threads/${id}`, { slowMode: { interval: 60, reason: 'A rush.' } });
    expect((await confirms(guest, first)).status).toBe(201);
    const sent = await submits('/sign-in', { email: guest.email, code: second, next: '/' });
    const place = sent.headers.get('location')!;
    expect({ status: sent.status, place }).toEqual({
      status: 303,
      place: expect.stringMatching(/\/t\/t\d+\?kept=[\w-]+#write$/),
    });
    const cookie = cookiesOf(sent);
    const page = await pageAt(place, { cookie, 'accept-language': 'en' });
    expect(await said(id)).toEqual(['<p>The first words</p>']);
    expect(page).toContain('Words before the rush');
    expect(page).toContain('The code was right, but your text was not published');
    expect(page).toContain('A rush.');
    world.advance({ seconds: 61 });
    const path = new URL(place, world.base).pathname;
    const again = await submits(path, { body: 'Words before the rush' }, { cookie });
    expect([again.status, await said(id)]).toEqual([303, ['<p>The first words</p>', '<p>Words before the rush</p>']]);
  });

  it.each([
    ['withdrawn', async (ada: Person, id: string) => ada.delete(`/comments/${id}`)],
    [
      'withheld',
      async (_ada: Person, id: string) =>
        olga.post(`/admin/comments/${id}/withhold`, { rule: 'spam', reason: 'Spam.' }),
    ],
  ])('gives the words back without what they answered, which was %s meanwhile', async (how, goes) => {
    const [guest, id] = [aGuest(), await thread()];
    const ada = await (await world.person(`ada-${how}`).signsIn()).calledIn(slug, `Ada ${how}`);
    const parent = await ada.says(id, 'Answer me');
    const code = await isMailedACodeFor(guest, { threadId: id, body: 'An answer', parentId: parent['id'] });
    expect((await goes(ada, parent['id'] as string)).status).toBeLessThan(300);
    const { status, body } = await confirms(guest, code);
    expect({ status, refused: body['refused']?.type, kept: body['kept'] }).toEqual({
      status: 201,
      refused: '/problems/comment-gone',
      kept: expect.objectContaining({ threadId: id, body: 'An answer', parentId: null }),
    });
    world.advance({ seconds: 4 });
    guest.token = body['token'] as string;
    const again = await guest.post(`/threads/${id}/comments`, {
      name: body['kept'].name,
      body: body['kept'].body,
      parentId: null,
    });
    expect([again.status, (await said(id)).at(-1)]).toEqual([201, '<p>An answer</p>']);
  });
});

describe('a comment of a guest', () => {
  it('is one, with one e-mail, when five requests with one key come at once', async () => {
    const guest = aGuest();
    const before = await world.mails();
    const key = { 'idempotency-key': 'one-key-of-one-guest' };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => writes(guest, { body: 'Pressed five times' }, key)),
    );
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    const code = codeIn(await world.nextMail(before, guest.email));
    expect((await confirms(guest, code)).status).toBe(201);
    expect((await world.mails()).filter((name) => !before.includes(name))).toHaveLength(1);
  });

  it.each([
    ['at once', (send: () => Promise<Answer>) => Promise.all([send(), send()])],
    ['one after the other', async (send: () => Promise<Answer>) => [await send(), await send()]],
  ])('is one when its button is pressed twice without a script, %s', async (_how, presses) => {
    const guest = aGuest();
    const before = await world.mails();
    const id = await thread();
    const form = { body: 'Pressed twice', name: `Presser ${guests}`, email: guest.email };
    const answers = await presses(() => submits(`/c/${slug}/t/t${guests}`, form));
    for (const { status, text } of answers) {
      expect(status).toBe(202);
      expect(text).toContain('id="code"');
    }
    await confirms(guest, codeIn(await world.nextMail(before, guest.email)));
    expect((await world.mails()).filter((name) => !before.includes(name))).toHaveLength(1);
    expect(await said(id)).toEqual(['<p>Pressed twice</p>']);
  });

  it('is refused under a key that another one was sent with', async () => {
    const guest = aGuest();
    const key = { 'idempotency-key': 'another-key-of-a-guest' };
    await writes(guest, { body: 'The first words' }, key);
    expect(await writes(guest, { body: 'Other words' }, key)).toMatchObject({
      body: { type: '/problems/idempotency-key-conflict' },
    });
  });

  it('is published by its own code among seven of one address: a right code is no wrong try for the others', async () => {
    const guest = aGuest();
    const threads: string[] = [];
    const codes: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      threads.push(await thread());
      codes.push(await isMailedACodeFor(guest, { threadId: threads[i], body: `Comment number ${i}` }));
    }
    for (const [i, code] of codes.entries()) {
      expect(await confirms(guest, code)).toMatchObject({ status: 201 });
      expect(await said(threads[i]!)).toHaveLength(1);
      world.advance({ seconds: 4 });
    }
  });

  it('gets a new code on demand, and is published once by either', async () => {
    const guest = aGuest();
    const id = await thread();
    const first = await isMailedACodeFor(guest, { threadId: id, body: 'Waiting for the mail' });
    const before = await world.mails();
    expect(await guest.post(`/threads/${id}/comments/codes`, { email: guest.email })).toMatchObject({
      status: 202,
      body: { sent: true },
    });
    const second = codeIn(await world.nextMail(before, guest.email));
    expect(second).not.toBe(first);
    expect((await confirms(guest, first)).status).toBe(201);
    expect((await confirms(guest, second)).status).toBe(201);
    expect(await said(id)).toHaveLength(1);
  });

  it('gets a new code by the button of the page, without a script, and is published by it', async () => {
    const guest = aGuest();
    const id = await thread();
    const path = `/c/${slug}/t/t${guests}`;
    const first = await isMailedACodeFor(guest, { threadId: id, body: 'The mail did not come' });
    const asking = await pageAt(`${path}?step=code`, { 'accept-language': 'en' });
    expect(asking).toMatch(new RegExp(`action="${path}/codes"[^]*Send again`));
    const before = await world.mails();
    const pressed = await submits(`${path}/codes`, { email: guest.email }, { 'accept-language': 'en' });
    expect([pressed.status, pressed.text.includes('A new code is on its way')]).toEqual([202, true]);
    const mail = await world.nextMail(before, guest.email);
    expect(codeIn(mail)).not.toBe(first);
    expect((await submits('/sign-in', { email: guest.email, code: codeIn(mail), next: '/' })).status).toBe(303);
    expect(await said(id)).toEqual(['<p>The mail did not come</p>']);
  });

  it('shows without a script what was written and where its code went, sends another, and lets the address be changed', async () => {
    const guest = aGuest();
    const id = await thread();
    const path = `/c/${slug}/t/t${guests}`;
    const before = await world.mails();
    const form = { kind: 'comment', body: 'Plums & <pears>', name: `Shown ${guests}`, email: guest.email };
    const asking = (await submits(path, form)).text;
    expect(asking).toContain('>Plums &amp; &lt;pears></blockquote>');
    expect(asking).toContain(`${guest.email[0]!}•••@mail.example`);
    expect(asking).not.toContain(guest.email);
    const first = codeIn(await world.nextMail(before, guest.email));
    const [, fields = ''] = /<form[^>]*id="new-code"([^]*?)<\/form>/.exec(asking) ?? [];
    const hidden = Object.fromEntries(
      [...fields.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
        name!,
        value!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
      ]),
    );
    const afterFirst = await world.mails();
    const again = await submits(`${path}/codes`, hidden);
    expect(again.text).toContain('>Plums &amp; &lt;pears></blockquote>');
    const second = codeIn(await world.nextMail(afterFirst, guest.email));
    expect(second).not.toBe(first);
    const changing = await submits(`${path}/codes`, { ...hidden, change: 'yes' });
    expect(changing.status).toBe(200);
    expect(changing.text).toMatch(/<textarea[^>]*>Plums &amp; &lt;pears></);
    const [, wrapped = ''] = /name="wrapped" value="([^"]+)"/.exec(again.text) ?? [];
    expect((await submits('/sign-in', { wrapped, code: second, next: path })).status).toBe(303);
    expect(await said(id)).toHaveLength(1);
  });

  it('tells nobody whether something waits from an address', async () => {
    const before = await world.mails();
    expect(await aGuest().post(`/threads/${threadId}/comments/codes`, { email: 'unknown@mail.example' })).toMatchObject(
      {
        status: 202,
        body: { sent: true },
      },
    );
    expect(await aGuest().post(`/threads/${threadId}/comments/codes`, { email: 'nonsense' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/email' }] },
    });
    expect(await world.mails()).toEqual(before);
  });

  it('waits for its code for thirty minutes', async () => {
    const [early, late] = [aGuest(), aGuest()];
    const earlyCode = await isMailedACodeFor(early, { body: 'Twenty-nine minutes' });
    const lateCode = await isMailedACodeFor(late, { body: 'Thirty-one minutes' });
    world.advance({ minutes: 29 });
    expect((await confirms(early, earlyCode)).status).toBe(201);
    world.advance({ minutes: 2 });
    expect(await confirms(late, lateCode)).toMatchObject({ body: { type: '/problems/code-refused' } });
  });

  it('is asked for in the conference’s language by a browser that speaks neither of ours', async () => {
    const guest = aGuest();
    const before = await world.mails();
    await writes(guest, { body: 'Guten Tag' }, { 'accept-language': 'de, nl;q=0.5' });
    expect(await world.nextMail(before, guest.email)).toContain('Saisissez ce code pour envoyer votre commentaire');
  });

  it('knows the browser for an hour from the last comment on, so that its link works there', async () => {
    const form = { name: 'Two words', email: 'twice@mail.example' };
    const browserOf = (answer: Answer): string | undefined =>
      answer.headers.getSetCookie().find((cookie) => cookie.startsWith('browser='));
    const first = browserOf(await submits(`/c/${slug}/t/hallway`, { ...form, body: 'The first.' }));
    expect(first).toMatch(/; Max-Age=3600;/);
    const [cookie = ''] = first!.split(';');
    const second = browserOf(await submits(`/c/${slug}/t/hallway`, { ...form, body: 'The second.' }, { cookie }));
    expect(second).toBe(first);
  });

  it('is given back with a refusal in the conference’s language to a program of neither', async () => {
    const guest = aGuest();
    const id = await thread();
    const code = await isMailedACodeFor(guest, { threadId: id, body: 'Zu spät' });
    await olga.patch(`/admin/threads/${id}`, { state: 'locked', reason: 'Une pause.' });
    const german = { 'accept-language': 'de' };
    const { body } = await guest.post('/auth/sessions', { email: guest.email, code }, german);
    expect(body['refused'].title).toBe(words('fr')('problems.thread-closed.title'));
  });

  it.each([
    [
      'a new code',
      (guest: Person) => guest.post(`/threads/${threadId}/comments/codes`, { email: guest.email }, GERMAN),
    ],
    [
      'a report by the API',
      async (guest: Person) =>
        guest.post(`/comments/${await aComment()}/reports`, { ...REPORT, email: guest.email, goodFaith: true }, GERMAN),
    ],
    [
      'a report on a page',
      async (guest: Person) =>
        submits(`/comments/${await aComment()}/report`, { ...REPORT, email: guest.email, goodFaith: 'on' }, GERMAN),
    ],
    [
      'a sign-in on the way to the conference',
      (guest: Person) => submits('/sign-in', { email: guest.email, next: `/c/${slug}` }, GERMAN),
    ],
  ])('has %s answered in the conference’s language, too', async (_what, asks) => {
    const guest = aGuest();
    await isMailedACodeFor(guest, { body: `Guten Tag, ${guest.email.split('@')[0]}` });
    const before = await world.mails();
    expect((await asks(guest)).status).toBeLessThan(400);
    expect(await world.nextMail(before, guest.email)).toMatch(/ce code|Votre code/);
  });

  it('is reported on pages in the conference’s language, and its receipt is read in it', async () => {
    const id = await aComment();
    const refused = await submits(`/comments/${id}/report`, { ...REPORT, email: 'x@mail.example' }, GERMAN);
    expect([refused.status, refused.text.includes('<html lang="fr"')]).toEqual([422, true]);
    const carla = await world.person('carla').signsIn();
    const { body } = await carla.post(`/comments/${id}/reports`, REPORT);
    for (const path of [`/comments/${id}/report`, `/reports/${body['receipt']}`, `/sign-in?next=/c/${slug}`]) {
      const page = await fetch(world.base + path, { headers: { ...GERMAN, accept: 'text/html' } });
      expect([path, page.headers.get('content-language'), await page.text()]).toEqual([
        path,
        'fr',
        expect.stringContaining('<html lang="fr"'),
      ]);
    }
  });

  it('is refused on a page in the conference’s language to such a browser', async () => {
    const answer = await submits(`/c/${slug}/t/hallway`, { body: 'x', name: 'Hans' }, { 'accept-language': 'de' });
    expect(answer.text).toContain('lang="fr"');
  });
});

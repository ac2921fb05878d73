import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { codeIn, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let bob: Person;
beforeAll(async () => {
  world = await World.open({ ORGANIZERS: 'olga@mail.example' });
  olga = await world.person('olga').signsIn();
  bob = await world.person('bob').signsIn();
});
afterAll(() => world.close());

/** A browser without a script: it keeps the cookie of the session and sends forms from our own pages. */
class Browser {
  cookie = '';

  async get(path: string): Promise<string> {
    return (await ask(world.base + path, { headers: { ...this.cookies(), 'accept-language': 'en' } })).text;
  }

  /** Sends a form as a browser does, once more where the answer says so (307). */
  async sends(path: string, fields: Record<string, string>, origin = world.base) {
    const first = await this.sendsOnce(path, fields, origin);
    if (first.status !== 307) return first;
    const next = await this.sendsOnce(first.to!, fields, origin);
    return { ...next, session: next.session ?? first.session };
  }

  async sendsOnce(path: string, fields: Record<string, string>, origin = world.base) {
    const answer = await ask(world.base + path, {
      method: 'POST',
      headers: {
        ...this.cookies(),
        origin,
        'accept-language': 'en',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    });
    const session = answer.headers.getSetCookie().find((each) => each.startsWith('session='));
    if (session) this.cookie = session.split(';')[0]!;
    return { status: answer.status, to: answer.headers.get('location'), text: answer.text, session };
  }

  private cookies(): Record<string, string> {
    return this.cookie === '' ? {} : { cookie: this.cookie };
  }
}

async function scene(guests: string): Promise<{ slug: string; threadId: string; path: string; said: Json }> {
  const { slug, threadId } = await world.conference(olga, { settings: { screening: 'none', guests } });
  await bob.calledIn(slug, 'Bob');
  return { slug, threadId, path: `/c/${slug}/t/hallway`, said: await bob.says(threadId, 'Plums of Bob') };
}

const votesOf = async ({ id }: Json): Promise<unknown> =>
  (await world.person('r').get(`/comments/${id as string}`)).body['votes'];

describe('a browser without a session, a script or an address', () => {
  it('gets no cookie from reading, and a vote button where guests may vote', async () => {
    const { path } = await scene('vote');
    const answer = await ask(world.base + path, { headers: { 'accept-language': 'en' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.text).toContain(`action="${path}/votes"`);
    expect(answer.text).toContain('No cookie until you sign in, vote, post or choose a language.');
    const closed = await scene('nothing');
    expect(await new Browser().get(closed.path)).not.toContain(`action="${closed.path}/votes"`);
  });

  it('votes by a press, is known by its cookie afterwards, and takes the vote back', async () => {
    const { path, said } = await scene('vote');
    const browser = new Browser();
    const vote = { commentId: said['id'] as string, vote: 'on' };
    const first = await browser.sends(`${path}/votes`, vote);
    expect(first).toMatchObject({ status: 303, to: `${path}?said=voted#c-${said['id'] as string}` });
    expect(first.session).toMatch(/^session=[\w-]{40,}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await browser.sends(`${path}/votes`, vote)).session).toBeUndefined();
    expect(await votesOf(said)).toBe(1);
    expect(await browser.get(path)).toContain('aria-pressed="true"');
    await browser.sends(`${path}/votes`, { ...vote, vote: 'off' });
    expect(await votesOf(said)).toBe(0);
  });

  it('asks a question in the live hour by a name alone, and an anonymous one without a name', async () => {
    const { path, threadId } = await scene('ask-live');
    const browser = new Browser();
    const question = { kind: 'question', body: 'Why plums?', name: 'Ada' };
    expect((await browser.sends(path, question)).text).toContain('This is needed from guests.');
    expect(browser.cookie).toBe('');
    await olga.post(`/threads/${threadId}/live`);
    expect(await browser.get(path)).toContain('Optional for a question during the live Q&amp;A.');
    const asked = await browser.sends(path, question);
    expect(asked).toMatchObject({ status: 303, to: expect.stringMatching(/#c-/) });
    expect(await browser.get(path)).toContain('Why plums?');
    const other = new Browser();
    const unnamed = await other.sends(path, { kind: 'question', body: 'And pears?', anonymous: 'yes', name: '' });
    expect(unnamed).toMatchObject({ status: 303, to: expect.stringMatching(/#c-/) });
    const { items } = (await world.person('r').get(`/threads/${threadId}/comments?kind=question`)).body as {
      items: Json[];
    };
    expect(items.map(({ author }) => (author as Json | null)?.['name'] ?? null)).toEqual(['Ada', null]);
  });

  it('keeps what was typed when a name is missing', async () => {
    const { path, threadId } = await scene('ask-live');
    await olga.post(`/threads/${threadId}/live`);
    const browser = new Browser();
    const refused = await browser.sends(path, { kind: 'question', body: 'Why quinces?', name: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Why quinces?');
    // Nobody begins with what could not be sent.
    expect(browser.cookie).toBe('');
  });

  it('still mails a code to those who give an address, and makes no guest of them', async () => {
    const { path, threadId } = await scene('ask-live');
    await olga.post(`/threads/${threadId}/live`);
    const browser = new Browser();
    const question = { kind: 'question', body: 'Why figs?', name: 'Ada', email: 'ada-by-code@mail.example' };
    const asked = await browser.sends(path, question);
    expect(asked.status).toBe(202);
    expect(asked.text).toContain('id="code"');
    expect(browser.cookie).toBe('');
  });

  it('is made a guest by no other site, also where it would lose its session', async () => {
    const { path, said } = await scene('vote');
    const vote = { commentId: said['id'] as string, vote: 'on' };
    const foreign = await new Browser().sends(`${path}/votes`, vote, 'https://evil.example');
    expect(foreign).toMatchObject({ status: 403, session: undefined });
    const headers = { origin: 'https://evil.example' };
    const made = await ask(`${world.base}/api/v1/auth/guests`, { method: 'POST', headers });
    expect(made.status).toBe(403);
    expect(made.headers.getSetCookie()).toEqual([]);
    expect(await votesOf(said)).toBe(0);
  });

  it('is told why an address is needed where guests may not vote, and comes back to the comment', async () => {
    const { path, said } = await scene('nothing');
    const id = said['id'] as string;
    const browser = new Browser();
    const [, href] = /<a class="vote" [^>]*href="([^"]*)"/.exec(await browser.get(path))!;
    const page = await browser.get(href!.replaceAll('&amp;', '&'));
    expect(page).toContain('To vote, confirm an e-mail address.');
    const [next, why] = ['next', 'why'].map((name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!);
    const email = 'votes-with-an-address@mail.example';
    const refused = await browser.sends('/sign-in', { next: next!, why: why!, email: 'no address' });
    expect([refused.status, refused.text.includes('To vote, confirm an e-mail address.')]).toEqual([422, true]);
    const before = await world.mails();
    await browser.sends('/sign-in', { next: next!, why: why!, email });
    const code = codeIn(await world.nextMail(before, email));
    expect((await browser.sends('/sign-in', { next: next!, email, code })).to).toBe(`${path}?comment=${id}#c-${id}`);
    expect(await browser.get('/sign-in?next=%2F&why=%3Cb%3E')).not.toContain('<b>');
  });

  it('is told what an invitation is before it signs in to accept one', async () => {
    const page = await new Browser().get('/claim');
    expect(page).toContain('An invitation gives you a role in a conference: speaker, moderator or organizer.');
    expect(page).toContain('Sign in first.');
    expect(page).toContain('href="/sign-in?next=%2Fclaim" data-keeps-fragment');
  });

  it('is not made for a vote for nothing', async () => {
    const { path } = await scene('vote');
    const browser = new Browser();
    const nothing = { commentId: '01a22813-467e-7d4a-9182-19fbe1fdfef0', vote: 'on' };
    expect(await browser.sends(`${path}/votes`, nothing)).toMatchObject({ status: 404, session: undefined });
    expect(browser.cookie).toBe('');
  });

  it('is not made for a vote by the address of another conference, and nobody votes by it', async () => {
    const [closed, open] = [await scene('nothing'), await scene('everything-held')];
    const browser = new Browser();
    const vote = { commentId: closed.said['id'] as string, vote: 'on' };
    expect(await browser.sends(`${open.path}/votes`, vote)).toMatchObject({ status: 404, session: undefined });
    browser.cookie = `session=${olga.token!}`;
    expect((await browser.sends(`${open.path}/votes`, vote)).status).toBe(404);
    expect(await votesOf(closed.said)).toBe(0);
    expect((await browser.sends(`${closed.path}/votes`, vote)).status).toBe(303);
    expect(await votesOf(closed.said)).toBe(1);
  });

  it('has one name when the first form is pressed twice', async () => {
    const { path, threadId, said } = await scene('ask-live');
    await olga.post(`/threads/${threadId}/live`);
    const browser = new Browser();
    await browser.sends(`${path}/votes`, { commentId: said['id'] as string, vote: 'on' });
    const question = { kind: 'question', body: 'Why twice?', name: 'Dora' };
    const both = await Promise.all([browser.sends(path, question), browser.sends(path, question)]);
    expect(both.map(({ status }) => status)).toContain(303);
    const { items } = (await world.person('r').get(`/threads/${threadId}/comments?kind=question`)).body as {
      items: Json[];
    };
    expect(items.filter(({ html }) => (html as string).includes('Why twice?'))).toHaveLength(1);
    const me = await fetch(`${world.base}/api/v1/me`, { headers: { cookie: browser.cookie } });
    expect(((await me.json()) as Json)['personas']).toHaveLength(1);
  });

  it('posts and votes once when its very first form is pressed twice', async () => {
    const { path, threadId, said } = await scene('ask-live');
    await olga.post(`/threads/${threadId}/live`);
    const question = { kind: 'question', body: 'Why at all?', name: 'Dora' };
    const vote = { commentId: said['id'] as string, vote: 'on' };
    for (const [address, form] of [
      [path, question],
      [`${path}/votes`, vote],
    ] as const) {
      const browser = new Browser();
      // A browser gives up the first answer when the button is pressed again.
      const [given, kept] = await Promise.all([
        browser.sendsOnce(address, form),
        new Browser().sendsOnce(address, form),
      ]);
      expect([given.status, kept.status]).toEqual([307, 307]);
      expect((await browser.sendsOnce(given.to!, form)).status).toBe(303);
    }
    const { items } = (await world.person('r').get(`/threads/${threadId}/comments?kind=question`)).body as {
      items: Json[];
    };
    expect(items.filter(({ html }) => (html as string).includes('Why at all?'))).toHaveLength(1);
    expect(await votesOf(said)).toBe(1);
  });

  it('may keep no cookie, and still posts', async () => {
    const { path, threadId } = await scene('everything-held');
    const form = { body: 'Without a cookie', name: 'Eve' };
    const first = await new Browser().sendsOnce(path, form);
    expect((await new Browser().sendsOnce(first.to!, form)).status).toBe(303);
    const { body } = await olga.get(`/threads/${threadId}/desk`);
    expect(JSON.stringify(body['held'])).toContain('Without a cookie');
  });

  it('is led to what the first press has posted, by the second', async () => {
    const { path } = await scene('everything-held');
    const browser = new Browser();
    const form = { body: 'Said once', name: 'Finn' };
    const first = await browser.sends(path, form);
    const second = await browser.sends(path, form);
    expect([first.status, second.status, second.to]).toEqual([303, 303, first.to]);
    world.advance({ minutes: 2 });
    expect((await browser.sends(path, form)).status).toBe(409);
  });

  it('has no profile after a first form that is refused', async () => {
    const { path, threadId } = await scene('everything-held');
    const browser = new Browser();
    const gone = { body: 'A reply to nothing', name: 'Gil', parentId: '01a22813-467e-7d4a-9182-19fbe1fdfef0' };
    const refused = await browser.sends(path, gone);
    expect([refused.status, refused.text.includes('value="Gil"')]).toEqual([404, true]);
    const personas = async (): Promise<unknown> =>
      ((await (await fetch(`${world.base}/api/v1/me`, { headers: { cookie: browser.cookie } })).json()) as Json)[
        'personas'
      ];
    expect(await personas()).toEqual([]);
    expect((await browser.sends(path, { body: 'A comment', name: 'Gil' })).status).toBe(303);
    expect(await personas()).toMatchObject([{ name: 'Gil' }]);
    expect(threadId).toBeTruthy();
  });

  it('cannot make a cookie itself', async () => {
    const { path, said } = await scene('vote');
    const browser = new Browser();
    browser.cookie = `session=${'A'.repeat(43)}`;
    const forged = await browser.sends(`${path}/votes`, { commentId: said['id'] as string, vote: 'on' });
    // A cookie of nobody is no session: the browser becomes a guest, under a token of the forum.
    expect(forged).toMatchObject({ status: 303, session: expect.stringMatching(/^session=/) });
    expect(forged.session).not.toContain('AAAA');
    expect(await votesOf(said)).toBe(1);
  });

  it('reads on its own page what it has and for how long, and how to keep it', async () => {
    const { path, said } = await scene('vote');
    const browser = new Browser();
    await browser.sends(`${path}/votes`, { commentId: said['id'] as string, vote: 'on' });
    const page = await browser.get('/me');
    for (const text of ['You take part as a guest', 'After 30 days without a visit', '/sign-in?next=%2Fme'])
      expect(page).toContain(text);
    expect(page).not.toContain('/me/tokens');
  });

  it('is asked before it signs out, because nothing leads back', async () => {
    const { path, said } = await scene('vote');
    const browser = new Browser();
    await browser.sends(`${path}/votes`, { commentId: said['id'] as string, vote: 'on' });
    const [before, asked] = (await browser.get('/me')).split('<details id="sign-out">') as [string, string];
    expect(before).not.toContain('action="/me/sessions/');
    const [question] = asked.split('</details>') as [string];
    for (const text of ['you cannot return to it', '/sign-in?next=%2Fme', 'action="/me/sessions/'])
      expect(question).toContain(text);
  });
});

describe('an organizer', () => {
  it('says on the conference’s page what guests may do, and ends it by one button', async () => {
    const { slug, path, said } = await scene('vote');
    const browser = new Browser();
    browser.cookie = `session=${olga.token!}`;
    expect(await browser.get(`/organize/${slug}/settings`)).toContain('Require an address from everyone, starting now');
    expect(await browser.sends(`/organize/${slug}/guests`, { guests: 'nothing' })).toMatchObject({ status: 303 });
    const vote = { commentId: said['id'] as string, vote: 'on' };
    expect((await new Browser().sends(`${path}/votes`, vote)).status).toBe(401);
    expect(await browser.get(`/organize/${slug}/settings`)).not.toContain(
      'Require an address from everyone, starting now',
    );
    expect((await browser.sends(`/organize/${slug}/guests`, { guests: 'all' })).status).toBe(422);
  });
});

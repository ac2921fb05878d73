import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeIn, World, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const sends = (person: Person, path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(`${world.base}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: world.base,
      ...(person.token ? { authorization: `Bearer ${person.token}` } : {}),
    },
    body: new URLSearchParams(fields),
  });

const invitation = async (): Promise<string> => {
  const { slug } = await world.conference(olga);
  const made = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'moderator' });
  expect(made.status).toBe(201);
  return made.body['url'] as string;
};

describe('an invitation whose link a mail gateway rewrote', () => {
  it.each([
    [
      'SafeLinks',
      (link: string) =>
        `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=${'0'.repeat(1_200)}`,
    ],
    ['Proofpoint', (link: string) => `https://urldefense.com/v3/__${link.replace('#', '*')}__;Iw!!x!y$`],
    ['Barracuda', (link: string) => `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(link)}&c=E,1,x&typo=1`],
  ])('is taken when the address of %s is pasted', async (name, rewritten) => {
    const pasted = rewritten(await invitation());
    const person = await world.person(`guest-${name.toLowerCase()}`).signsIn();
    const { text } = await person.get(`${world.base}/claim`);
    const most = Number(/<input[^>]*name="token"[^>]*maxlength="(\d+)"/.exec(text)?.[1]);
    expect(most).toBe(2_000);
    expect(pasted.length).toBeLessThan(most);
    const taken = await sends(person, '/claim', { token: pasted });
    expect(taken.status).toBe(303);
    expect((await person.get('/me')).text).toContain('moderator');
  });
});

describe('an address of a mail gateway that hides the link, as Mimecast does', () => {
  const HIDDEN = 'https://protect-eu.mimecast.com/s/AbCdEfGhIjKlMnOpQrStUv?domain=forum.example';

  it('is told from a wrong invitation, with what to do', async () => {
    const person = await world.person('hidden').signsIn();
    const answer = await sends(person, '/claim', { token: HIDDEN });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Open it, or ask for a new invitation.');
  });

  it('is told from a wrong code, with what to do', async () => {
    const answer = await sends(world.person('x'), '/sign-in', { email: 'x@mail.example', code: HIDDEN });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Type the code from that e-mail.');
  });
});

describe('a link to sign in that is pasted where the code belongs', () => {
  const gateways: [string, (link: string) => string][] = [
    ['no gateway', (link) => link],
    ['SafeLinks', (link) => `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=x`],
    ['Proofpoint', (link) => `https://urldefense.com/v3/__${link.replace('#', '*')}__;Iw!!x!y$`],
    ['Barracuda', (link) => `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(link)}&c=E,1,x&typo=1`],
  ];

  it.each(gateways)('signs in, as %s writes it', async (name, rewritten) => {
    const person = world.person(`linked-${name.toLowerCase().replace(' ', '-')}`);
    const before = await world.mails();
    await person.post('/auth/codes', { email: person.email });
    const link = /https?:\S+\/sign-in#[\w-]+/.exec(await world.nextMail(before, person.email))![0];
    const code = rewritten(link);
    expect((await person.post('/auth/sessions', { email: person.email, code })).status).toBe(201);
    expect((await person.post('/auth/sessions', { email: person.email, code })).status).toBe(401);
  });
});

describe('a link to sign in whose secret a mail gateway cut off', () => {
  const fieldsOf = async (path: string): Promise<string[]> => {
    const { text } = await world.person('x').get(`${world.base}${path}`);
    const [form = ''] = /<form[^>]*id="by-code".*?<\/form>/s.exec(text) ?? [];
    return [...form.matchAll(/<input[^>]*name="(\w+)"/g)].map(([, name]) => name!).filter((name) => name !== 'next');
  };

  it('leads to a page that asks for the code first, and takes it', async () => {
    expect(await fieldsOf('/sign-in')).toEqual(['code', 'email']);
    const person = world.person('cut');
    const before = await world.mails();
    await person.post('/auth/codes', { email: person.email });
    const code = codeIn(await world.nextMail(before, person.email));
    expect((await sends(person, '/sign-in', { email: person.email, code })).status).toBe(303);
  });

  it('offers one who typed the address by hand a code, whatever stands in its field, and asks for the e-mail', async () => {
    const person = world.person('by-hand');
    const blank = await sends(person, '/sign-in', { email: '', code: '', send: 'code' });
    expect(blank.status).toBe(200);
    expect(await blank.text()).not.toContain('<div class="refusal"');
    const before = await world.mails();
    const sent = await sends(person, '/sign-in', { email: person.email, code: 'none', send: 'code' });
    const text = await sent.text();
    expect(sent.status).toBe(200);
    expect(text).toContain('name="wrapped"');
    const wrapped = /name="wrapped" value="([^"]+)"/.exec(text)![1]!;
    const code = codeIn(await world.nextMail(before, person.email));
    expect((await sends(person, '/sign-in', { wrapped, code })).status).toBe(303);
  });

  it('is told from a link of a page, which asks for the address first', async () => {
    expect(await fieldsOf('/sign-in?next=%2F')).toEqual(['email']);
    expect(await fieldsOf('/sign-in?step=code&next=%2F')).toEqual(['email', 'code']);
  });
});

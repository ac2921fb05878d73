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

  it('is told from a link of a page, which asks for the address first', async () => {
    expect(await fieldsOf('/sign-in?next=%2F')).toEqual(['email']);
    expect(await fieldsOf('/sign-in?step=code&next=%2F')).toEqual(['email', 'code']);
  });
});

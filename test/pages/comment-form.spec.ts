import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Answer, type Person } from '../support/world.ts';

let world: World;
let olga: Person;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const HEADERS = { 'accept-language': 'en', accept: 'text/html' };
const scene = async (guests: string): Promise<{ path: string; threadId: string }> => {
  const { slug, threadId } = await world.conference(olga, { locale: 'en', settings: { screening: 'none', guests } });
  return { path: `/c/${slug}/t/hallway`, threadId };
};
const pageOf = async (path: string): Promise<string> =>
  (await world.person('reader').ask('GET', world.base + path, undefined, HEADERS)).text;
const sends = (path: string, form: Record<string, string>): Promise<Answer> =>
  world.person('reader').ask('POST', world.base + path, new URLSearchParams(form).toString(), {
    ...HEADERS,
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
  });

/** The words of a field's label. */
const labelOf = (page: string, field: string): string =>
  new RegExp(`<label for="${field}"[^>]*>(.*?)</label>`).exec(page)![1]!.replace(/<[^>]+>/g, '');

describe('the form of a reader without a session', () => {
  it('marks what is required and says what the mark means', async () => {
    const { path } = await scene('nothing');
    const page = await pageOf(path);
    expect(['body', 'name', 'email'].map((field) => labelOf(page, field))).toEqual(['Comment *', 'Name *', 'E-mail *']);
    expect(page).toContain('Required fields are marked *.');
    expect(page).toMatch(/<input[^>]*id="email"[^>]*required/);
  });

  it('leaves the address unmarked where it is optional, and says for what', async () => {
    const { path, threadId } = await scene('ask-live');
    await olga.post(`/threads/${threadId}/live`);
    const page = await pageOf(path);
    expect(labelOf(page, 'email')).toBe('E-mail');
    expect(page).not.toMatch(/<input[^>]*id="email"[^>]*required/);
    expect(page).toMatch(
      /id="email-help">Optional for a question during the live Q&amp;A\. Your address stays hidden\./,
    );
  });

  it('says what is wrong at each field, and keeps what was typed', async () => {
    const { path } = await scene('nothing');
    const missing = (await sends(path, { kind: 'comment', body: 'Plums', name: 'Ada', email: '' })).text;
    expect(missing).toMatch(/id="email-fault"[^>]*>This is needed from guests\./);
    expect(missing).toMatch(/<input[^>]*id="email"[^>]*autofocus/);
    expect(missing).not.toContain('class="refusal"');
    expect(missing).toContain('>Plums</textarea>');
    const short = (await sends(path, { kind: 'comment', body: 'P', name: 'Ada', email: 'ada@mail.example' })).text;
    expect(short).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*aria-describedby="body-fault body-help"/);
    expect(short).toMatch(/id="body-fault"[^>]*>[^<]*2 to 5000 characters/);
  });
});

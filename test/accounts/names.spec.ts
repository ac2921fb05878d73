import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Answer, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let eve: Person;
let slug: string;
let threadId: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  eve = await world.person('eve').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  await olga.calledIn(slug, 'Olga Organizes');
  const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'talk',
    title: 'A talk',
    startsAt: world.clock.now().toISOString(),
    durationMinutes: 30,
    speakers: [{ name: 'Ada Lovelace' }, { name: 'Peter' }, { name: '李小龍' }, { name: 'Νίκος Παππάς' }],
  });
  expect(talk.status).toBe(201);
});
afterAll(() => world.close());

const asks = async (name: string): Promise<Answer> => eve.post(`/conferences/${slug}/personas`, { name });
const reversed = (name: string): string => Array.from(name).toReversed().join('');

describe('a name that looks like that of a speaker or organizer', () => {
  it.each([
    `\u202E${reversed('Ada Lovelace')}`,
    `\u202E${reversed('Ada Lovelace')}\u202C`,
    `\u2067\u202E${reversed('Lovelace')}\u202C\u2069 Ada`,
    'ᴀᴅᴀ ʟᴏᴠᴇʟᴀᴄᴇ',
    'Ꭺꭰꭺ Lovelace',
    'ꓮꓓꓮ ꓡꓳꓦꓰꓡꓮꓚꓰ',
    'Αԁа Lоvеlасе',
    '🅰🅳🅰 🅻🅾🆅🅴🅻🅰🅲🅴',
    'ΝΙΚΟΣ ΠΑΠΠΑΣ',
    '李\u200B小龍',
    'ΟLGΑ ΟRGΑΝΙΖΕS',
  ])('is refused, by what eyes see: %j', async (name) => {
    expect((await asks(name)).body).toMatchObject({ status: 409, type: '/problems/persona-name-reserved' });
  });
});

describe('a name that shows nothing', () => {
  it.each(['\u200B\u200B', '\u2060\u00AD', '\u3164\u3164', '\u2800 \u2800', '\u202E\u202C', '\u{E0041}\u{E0042}'])(
    'is refused with its place: %j',
    async (name) => {
      const answer = await asks(name);
      expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '#/name' }] });
      const guest = { body: 'Words', name, email: 'guest@mail.example' };
      expect((await world.person('x').post(`/threads/${threadId}/comments`, guest)).body).toMatchObject({
        status: 422,
        errors: [{ pointer: '#/name' }],
      });
    },
  );
});

describe('a text that shows nothing', () => {
  it.each([
    '\u200B\u200B',
    '&#8203;&#8203;',
    '&ZeroWidthSpace;&shy;',
    '&nbsp;&nbsp;',
    '[](https://example.org)',
    '&#x2800;&#x3164;',
    '> \u2800',
  ])('is refused with its place: %j', async (body) => {
    const writer = await (await world.person('writer').signsIn()).calledIn(slug, 'Writer');
    const answer = await writer.post(`/threads/${threadId}/comments`, { body });
    expect(answer.body).toMatchObject({ status: 422, errors: [{ pointer: '#/body' }] });
  });
});

describe('the names people have', () => {
  it.each(['李', 'Lê', 'Thế', 'Ô', 'Lá', 'Réal', 'Peter', 'Peter Pan', '👩‍👩‍👧‍👦', 'Mỹ', 'दे'])(
    'are welcome: %s',
    async (name) => {
      const person = await world.person(`p${Math.floor(Math.random() * 1e9)}`).signsIn();
      const made = await person.post(`/conferences/${slug}/personas`, { name });
      expect(made).toMatchObject({ status: 201, body: { name } });
    },
  );

  it('are counted as they are seen', async () => {
    const counted = await world.person('counted').signsIn();
    const make = (name: string): Promise<Answer> => counted.post(`/conferences/${slug}/personas`, { name });
    expect((await make('é'.normalize('NFD').repeat(60))).status).toBe(201);
    expect((await make('👩‍👩‍👧‍👦'.repeat(60))).status).toBe(201);
    for (const name of ['x'.repeat(61), '👩‍👩‍👧‍👦'.repeat(61), `Ada${'\u200B'.repeat(5_000)}`])
      expect((await make(name)).body).toMatchObject({ status: 422, errors: [{ pointer: '#/name' }] });
  });

  it('turn nothing around them', async () => {
    const name = 'Mar\u202Etin\u2069 \u2067x';
    const martin = await (await world.person('martin').signsIn()).calledIn(slug, name);
    const comment = await martin.says(threadId, 'Words in order.');
    expect((comment['author'] as { name: string }).name).toBe(name);
    await martin.says(threadId, 'An answer.', { parentId: comment['id'] });
    const shown = '\u2068Mar\u202Etin \u2067x\u2069\u2069';
    const get = async (path: string): Promise<string> => (await fetch(`${world.base}${path}`)).text();
    const thread = (await get(`/c/${slug}/t/hallway?lang=en`)).replaceAll(/<script[^]*?<\/script>/g, '');
    expect(thread).toContain(shown);
    expect(thread.replaceAll(shown, '')).not.toContain('\u202E');
    for (const feed of ['feed.atom', 'feed.json']) {
      const file = await get(`/c/${slug}/${feed}`);
      expect(file).toContain(`${shown}: Hallway`);
      expect(file.replaceAll(shown, '')).not.toContain('\u202E');
    }
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'turning',
      title: 'Titles \u202Eturn',
      startsAt: world.clock.now().toISOString(),
      durationMinutes: 30,
      speakers: [{ name: 'Zo\u202Eë' }],
    });
    expect(talk.status).toBe(201);
    const page = await get(`/c/${slug}/t/turning?lang=en`);
    expect(page).toContain('<bdi>Zo\u202Eë</bdi>');
    expect(page).toContain('<title>\u2068Titles \u202Eturn\u2069');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { becomes, talkOf } from '../questions/stage.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const SLIDES = { title: 'Slides', url: 'https://pages.example/slides', kind: '' };
const VIDEO = { title: '', url: 'https://pages.example/video', kind: '' };

const put = (who: Person, links: Json[], headers: Record<string, string> = {}): Promise<Answer> =>
  who.ask('PUT', `/talks/${place.talkId}/links`, { links }, headers);
const linksNow = async (): Promise<unknown> => (await ada.get(`/talks/${place.talkId}`)).body['links'];
const address = (): string => `${world.base}/c/${place.slug}/t/on-leaving`;
const page = async (path: string, who: Person): Promise<Answer> =>
  who.get(`${address()}${path}?lang=en`, { accept: 'text/html' });
const send = (who: Person, fields: Record<string, string>): Promise<Answer> =>
  who.ask('POST', `${address()}/links?lang=en`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
  });
const refusalOf = ({ body }: Answer): string => (body['type'] as string).split('/').pop()!;
const versionIn = ({ text }: Answer): string => /name="version" value="([^"]+)"/.exec(text)![1]!;

describe('linking from a talk', () => {
  it('is for its speakers, moderators and organizers, and for nobody else', async () => {
    const other = await talkOf(world, olga);
    const stranger = await becomes(await world.person('stranger').signsIn(), olga, other, 'Stranger');
    expect((await put(world.person('nobody'), [SLIDES])).status).toBe(401);
    for (const who of [ada, stranger]) {
      expect(refusalOf(await put(who, [SLIDES]))).toBe('not-allowed');
      expect((await page('/links', who)).status).toBe(403);
      expect((await send(who, { links: SLIDES.url, version: '' })).status).toBe(403);
    }
    expect(await linksNow()).toEqual([]);
    for (const who of [grace, olga]) expect((await put(who, [])).status).toBe(200);
  });

  it('adds, changes and removes, in the order given', async () => {
    expect((await put(grace, [SLIDES, VIDEO])).body['links']).toEqual([SLIDES, VIDEO]);
    expect((await put(grace, [VIDEO, { ...SLIDES, title: 'The slides' }])).status).toBe(200);
    expect(await linksNow()).toEqual([VIDEO, { ...SLIDES, title: 'The slides' }]);
    expect((await put(grace, [SLIDES])).status).toBe(200);
    expect((await page('', ada)).text).toContain('href="https://pages.example/slides"');
  });

  it('takes web addresses only, and at most fifty', async () => {
    for (const url of ['javascript:alert(1)', 'ftp://pages.example/a', 'slides.pdf', ''])
      expect(refusalOf(await put(grace, [{ url }]))).toBe('invalid-request');
    const many = Array.from({ length: 51 }, (_, i) => ({ url: `https://pages.example/${i}` }));
    expect(refusalOf(await put(grace, many))).toBe('invalid-request');
    expect(refusalOf(await grace.ask('PUT', `/talks/${place.talkId}/links`, {}))).toBe('invalid-request');
    expect(await linksNow()).toEqual([SLIDES]);
  });

  it('happens only to what was read', async () => {
    const { headers } = await grace.get(`/talks/${place.talkId}`);
    const read = { 'if-match': headers.get('etag')! };
    expect((await put(grace, [SLIDES, VIDEO], read)).status).toBe(200);
    expect(refusalOf(await put(olga, [], read))).toBe('version-outdated');
    expect(await linksNow()).toEqual([SLIDES, VIDEO]);
  });

  it('is a form that works without a script and keeps what was typed', async () => {
    const form = await page('/links', grace);
    expect(form.text).toContain('https://pages.example/slides Slides\nhttps://pages.example/video');
    const version = versionIn(form);
    const wrong = await send(grace, { links: 'https://pages.example/code Code\n\nslides.pdf Mine', version });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('https://pages.example/code Code\n\nslides.pdf Mine');
    expect(wrong.text).toContain('Line 3: ');
    await put(olga, [SLIDES]);
    const late = await send(grace, { links: 'https://pages.example/code Code', version });
    expect(late.status).toBe(412);
    expect(late.text).toContain('https://pages.example/code Code');
    expect(late.text).toContain('Slides (https://pages.example/slides)');
    expect(await linksNow()).toEqual([SLIDES]);
    const saved = await send(grace, { links: 'https://pages.example/code Code', version: versionIn(late) });
    expect(saved.status).toBe(303);
    expect(await linksNow()).toEqual([{ title: 'Code', url: 'https://pages.example/code', kind: '' }]);
  });

  it('is reached from the talk and from the desk by those who may', async () => {
    const leads = `href="/c/${place.slug}/t/on-leaving/links"`;
    for (const path of ['', '/desk']) expect((await page(path, grace)).text).toContain(leads);
    expect((await page('', ada)).text).not.toContain(leads);
    expect((await page('', world.person('nobody'))).text).not.toContain(leads);
  });

  it('is in the log of organizers as an act of the speaker', async () => {
    const { items } = (await olga.get(`/admin/conferences/${place.slug}/audit`)).body as { items: Json[] };
    expect(items.find(({ action }) => action === 'talk.linked')).toMatchObject({
      role: 'speaker',
      name: 'Grace',
      subject: place.talkId,
    });
    const log = await olga.get(`${world.base}/organize/${place.slug}/log?lang=en`, { accept: 'text/html' });
    expect(log.text).toContain('changed the links of a talk.');
  });

  it('tells followers in their digest', async () => {
    expect((await ada.put(`/threads/${place.threadId}/follow`)).status).toBe(200);
    await put(grace, [SLIDES, VIDEO]);
    expect((await ada.get('/me/notices')).body['items']).toMatchObject([{ kind: 'followed-link' }]);
  });

  it('is not for a speaker who is suspended', async () => {
    const [{ id }] = (await grace.get('/me')).body['personas'] as [Json];
    const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const sanction = { kind: 'suspend', until, rule: 'respect', reason: 'Of the links.' };
    expect((await olga.post(`/admin/personas/${id as string}/sanctions`, sanction)).status).toBe(201);
    expect((await put(grace, [])).status).toBe(403);
    expect((await send(grace, { links: '', version: '' })).status).toBe(403);
    expect(await linksNow()).toEqual([SLIDES, VIDEO]);
  });
});

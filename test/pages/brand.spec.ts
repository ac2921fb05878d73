import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open({ ORGANIZERS: 'olga@mail.example' });
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const page = async (path: string): Promise<string> =>
  (await ask(world.base + path, { headers: { 'accept-language': 'en' } })).text;
const brandOf = async (slug: string): Promise<Json> =>
  (await world.person('r').get(`/conferences/${slug}`)).body['brand'] as Json;
const brands = (slug: string, brand: Json) => olga.patch(`/admin/conferences/${slug}`, { settings: { brand } });
const sheetIn = (html: string): string | undefined =>
  /<link rel="stylesheet" href="(\/brand\/[^"]+\.css)"/.exec(html)?.[1];

describe('the first page', () => {
  it('is that of the only conference, until there is another', async () => {
    const first = await world.conference(olga, { title: 'The only one' });
    const { status, headers } = await ask(`${world.base}/?lang=fr`);
    expect([status, headers.get('location')]).toEqual([302, `/c/${first.slug}?lang=fr`]);
    expect(headers.get('cache-control')).toBe('no-store');
    await world.conference(olga, { title: 'The other one' });
    expect(await page('/')).toContain('The other one');
  });
});

describe('the brand of a conference', () => {
  it('is nothing at first, and its pages are as light as before', async () => {
    const { slug } = await world.conference(olga);
    expect(await brandOf(slug)).toEqual({
      accent: null,
      stageTheme: 'dark',
      font: 'system',
      logoUrl: null,
      logoDarkUrl: null,
      coverUrl: null,
    });
    const html = await page(`/c/${slug}/t/hallway`);
    expect(sheetIn(html)).toBeUndefined();
    expect(html).toContain('<link rel="icon" href="/icon.svg" type="image/svg+xml"/>');
    expect(html).toContain('<html lang="en">');
  });

  it('is one colour, from which its pages get a stylesheet, an icon and the colour of the browser', async () => {
    const { slug } = await world.conference(olga, { title: 'Plum Days' });
    expect((await brands(slug, { accent: ' #FD0 ' })).body['brand']).toMatchObject({ accent: '#ffdd00' });
    const html = await page(`/c/${slug}/t/hallway`);
    const sheet = await ask(world.base + sheetIn(html)!);
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    // Yellow is no colour for words on white: it is darker there, and as it is on dark backgrounds.
    expect(sheet.text).toMatch(/^:root,html\.light\{--accent:#7[0-9a-f]{5};/);
    expect(sheet.text).toContain('html.dark{--accent:#ffdd00;');
    const icon = await ask(world.base + /<link rel="icon" href="([^"]+)"/.exec(html)![1]!);
    expect(icon.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(icon.text).toMatch(/fill="#7[0-9a-f]{5}"/);
    expect(html).toMatch(/<meta name="theme-color" media="\(prefers-color-scheme: light\)" content="#7[0-9a-f]{5}"/);
    expect(html).toMatch(/<title>[^<]+ · Plum Days<\/title>/);
    expect(await page(`/c/${slug}`)).toContain('<title>Plum Days</title>');
    expect(/<header[^]*<\/header>/.exec(html)![0]).not.toContain('Aftertalk');
  });

  it('changes by the field, and what is left out stays', async () => {
    const { slug } = await world.conference(olga);
    await brands(slug, { accent: '#123456', stageTheme: 'light', font: 'inter' });
    await brands(slug, { font: 'system' });
    expect(await brandOf(slug)).toMatchObject({ accent: '#123456', stageTheme: 'light', font: 'system' });
    await brands(slug, { accent: null });
    expect(await brandOf(slug)).toMatchObject({ accent: null, stageTheme: 'light' });
    expect(await page(`/c/${slug}/t/hallway/stage`)).toMatch(/<html lang="\w\w" class="light">/);
    expect(await page(`/c/${slug}/t/hallway/stage?theme=dark`)).toMatch(/<html lang="\w\w" class="dark">/);
  });

  it.each(['red', '#zzz', '#12345', '', 7, '#123456;}'])('is no colour that is written as %j', async (accent) => {
    const { slug } = await world.conference(olga);
    const answer = await brands(slug, { accent });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/settings/brand/accent' }] } });
    expect(answer.text).toContain('Give a colour in hexadecimal, with three or six digits.');
  });

  it('may be the font that the forum brings, in two files from here', async () => {
    const { slug } = await world.conference(olga);
    await brands(slug, { font: 'inter' });
    const { text } = await ask(world.base + sheetIn(await page(`/c/${slug}`))!);
    const files = [...text.matchAll(/url\(([^)]+)\)/g)].map(([, file]) => file!);
    expect(files).toHaveLength(2);
    expect(text.match(/font-display:swap/g)).toHaveLength(2);
    for (const file of files) {
      const font = await ask(`${world.base}/brand/${file}`);
      expect(font.headers.get('content-type')).toBe('font/woff2');
      expect(font.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(font.text.startsWith('wOF2')).toBe(true);
    }
  });

  it('has no file of another name', async () => {
    for (const file of ['x.css', '12345678901x.usual-times.css', 'zzzzzz.svg', 'inter.woff2', '..%2f..%2fpackage.json'])
      expect([file, (await ask(`${world.base}/brand/${file}`)).status]).toEqual([file, 404]);
    const outdated = await ask(`${world.base}/brand/AAAAAAAAAAAA.123456-inter.css`);
    expect(outdated.headers.get('cache-control')).toBe('public, max-age=86400');
  });
});

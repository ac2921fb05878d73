import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { access, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExportArchive } from '../../src/exports/export-archive.ts';
import { ImportArchive } from '../../src/exports/import-archive.ts';
import { emptyFolder } from '../exports/archive-world.ts';
import { ask } from '../support/ask.ts';
import { asks } from '../questions/stage.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- pictures are made with all of it
const sharp = createRequire(import.meta.url)('sharp') as any;

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open({ ORGANIZERS: 'olga@mail.example' });
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const page = async (path: string): Promise<string> =>
  (await ask(world.base + path, { headers: { accept: 'text/html', 'accept-language': 'en' } })).text;
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
      iconUrl: null,
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

const plain = (width: number, height: number, colour = '#c81e1e') =>
  sharp({ create: { width, height, channels: 4, background: colour } });
const pngOf = (width: number, height: number): Promise<Buffer> => plain(width, height).png().toBuffer();

const sends = (slug: string, kind: string, file: Buffer, type = 'image/png', headers = {}) =>
  olga.ask('PUT', `/admin/conferences/${slug}/brand/${kind}`, file, { 'content-type': type, ...headers });

/** A form with files, as a browser without a script sends it. */
async function submits(slug: string, fields: Record<string, string>, files: Record<string, Buffer> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, bytes] of Object.entries(files))
    form.append(name, new Blob([new Uint8Array(bytes)]), `${name}.png`);
  const request = new Request('http://here.example', { method: 'POST', body: form });
  return ask(`${world.base}/organize/${slug}/appearance`, {
    method: 'POST',
    headers: {
      cookie: `session=${olga.token!}`,
      origin: world.base,
      'accept-language': 'en',
      'content-type': request.headers.get('content-type')!,
    },
    body: new Uint8Array(await request.arrayBuffer()),
  });
}

describe('the images of a conference', () => {
  it('are served from here under an address that changes with them, encoded anew', async () => {
    const { slug } = await world.conference(olga);
    const sent = await sends(slug, 'logo', await pngOf(960, 160));
    expect(sent.status).toBe(200);
    const { logoUrl } = sent.body['brand'] as { logoUrl: string };
    expect(logoUrl).toMatch(/^\/brand\/[\w-]{22}-480x80\.png$/);
    const image = await ask(world.base + logoUrl);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(image.headers.get('content-security-policy')).toBe("default-src 'none'");
    const html = await page(`/c/${slug}/t/hallway`);
    expect(html).toContain(`<img class="brand plate" src="${logoUrl}" alt width="480" height="80"/>`);
    await sends(slug, 'logoDark', await pngOf(64, 64));
    const { logoDarkUrl } = await brandOf(slug);
    expect(await page(`/c/${slug}`)).toContain(
      `<source media="(prefers-color-scheme: dark)" srcset="${logoDarkUrl as string}"/>`,
    );
    await sends(slug, 'logo', await pngOf(320, 320));
    await until('the old logo to be gone', async () => (await ask(world.base + logoUrl)).status === 404);
  });

  it('make the icon of a tab of a square logo, and none of a wide one', async () => {
    const { slug } = await world.conference(olga);
    await sends(slug, 'logo', await pngOf(300, 300));
    const { iconUrl } = await brandOf(slug);
    expect(iconUrl).toMatch(/-64x64\.png$/);
    expect(await page(`/c/${slug}`)).toContain(`<link rel="icon" href="${iconUrl as string}"`);
    await sends(slug, 'logo', await pngOf(300, 60));
    expect((await brandOf(slug))['iconUrl']).toBeNull();
  });

  it('have lost where a photo was taken, and stand upright', async () => {
    const { slug } = await world.conference(olga);
    const photo = await plain(400, 200)
      .withExif({ IFD0: { Copyright: 'Ada Lovelace' }, IFD3: { GPSLatitude: '48/1 51/1 29/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(photo.includes('Ada Lovelace')).toBe(true);
    const { coverUrl } = (await sends(slug, 'cover', photo, 'image/jpeg')).body['brand'] as { coverUrl: string };
    expect(coverUrl).toMatch(/-200x400\.webp$/);
    expect((await ask(world.base + coverUrl)).text).not.toMatch(/Lovelace|Exif/);
    expect(await page(`/c/${slug}`)).toContain(`<img class="cover" src="${coverUrl}" alt width="200"`);
  });

  it('are removed, and then are nowhere', async () => {
    const { slug } = await world.conference(olga);
    const { logoUrl } = (await sends(slug, 'logo', await pngOf(100, 100))).body['brand'] as { logoUrl: string };
    expect((await olga.delete(`/admin/conferences/${slug}/brand/logo`)).status).toBe(204);
    expect(await brandOf(slug)).toMatchObject({ logoUrl: null, iconUrl: null });
    expect((await ask(world.base + logoUrl)).status).toBe(404);
    expect(await world.query('select from brand_images where file = $1', [logoUrl.slice('/brand/'.length)])).toEqual(
      [],
    );
  });

  it.each([
    ['a text that is named as a picture', () => Buffer.from('just words'), 'Choose a PNG, JPEG or WebP image.'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Choose a PNG, JPEG or WebP image.'],
    ['a GIF', () => plain(9, 9).gif().toBuffer(), 'Choose a PNG, JPEG or WebP image.'],
    ['a PNG that is cut off', async () => (await pngOf(300, 300)).subarray(0, 60), 'This image is damaged'],
    ['a long thread of pixels', () => pngOf(10_001, 2), 'Choose an image with sides of at most 10,000 pixels.'],
    ['one of too many pixels', () => pngOf(20_000, 1_300), 'Choose an image of at most 25 million pixels.'],
  ])('are not %s', async (_what, make, sentence) => {
    const { slug } = await world.conference(olga);
    const answer = await sends(slug, 'logo', await (make as () => Promise<Buffer>)());
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/logo' }] } });
    expect(answer.text).toContain(sentence);
    expect((await brandOf(slug))['logoUrl']).toBeNull();
  });

  it('are at most 2 MB, of the types that are named, and of three kinds', async () => {
    const { slug } = await world.conference(olga);
    const large = Buffer.alloc(3 * 1024 * 1024);
    expect(await sends(slug, 'logo', large)).toMatchObject({ status: 413, body: { type: '/problems/body-too-large' } });
    for (const type of ['image/svg+xml', 'image/gif'])
      expect(await sends(slug, 'logo', Buffer.from('<svg/>'), type)).toMatchObject({
        status: 415,
        body: { detail: 'Send a PNG, JPEG or WebP image, and its type as Content-Type.' },
      });
    expect((await sends(slug, 'icon', await pngOf(9, 9))).status).toBe(404);
    const bob = await world.person('bob').signsIn();
    expect((await bob.ask('PUT', `/admin/conferences/${slug}/brand/logo`, large)).status).toBe(403);
  });

  it('are edited in the version that was seen', async () => {
    const { slug } = await world.conference(olga);
    const etag = (await olga.get(`/conferences/${slug}`)).headers.get('etag')!;
    const first = await sends(slug, 'logo', await pngOf(50, 50), 'image/png', { 'if-match': etag });
    expect(first.status).toBe(200);
    expect((await sends(slug, 'cover', await pngOf(50, 50), 'image/png', { 'if-match': etag })).status).toBe(412);
    const next = { 'if-match': first.headers.get('etag')! };
    expect((await sends(slug, 'cover', await pngOf(50, 50), 'image/png', next)).status).toBe(200);
  });
});

describe('the page of the appearance', () => {
  const read = async (slug: string, query = ''): Promise<string> =>
    (
      await ask(`${world.base}/organize/${slug}/appearance${query}`, {
        headers: { cookie: `session=${olga.token!}`, 'accept-language': 'en' },
      })
    ).text;

  it('takes a colour and images in one form, and says what became of the colour', async () => {
    const { slug } = await world.conference(olga);
    const version = /name="version" value="([^"]+)"/.exec(await read(slug))![1]!;
    const fields = { version, accent: '#ffd400', stageTheme: 'light', font: 'inter' };
    const saved = await submits(slug, fields, { logo: await pngOf(200, 50), cover: Buffer.alloc(0) });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `/organize/${slug}/appearance?said=saved`]);
    expect(await brandOf(slug)).toMatchObject({
      accent: '#ffd400',
      stageTheme: 'light',
      font: 'inter',
      coverUrl: null,
    });
    const html = await read(slug);
    expect(html).toMatch(/#ffd400 is hard to read here, so we use a darker #[0-9a-f]{6}\./);
    expect(html).toContain('#ffd400, as it is.');
    expect(html).toMatch(/<dt>On the page<\/dt><dd>4\.\d:1<\/dd>/);
    expect(html).toContain('Remove the logo');
    const outdated = await submits(slug, fields);
    expect(outdated.status).toBe(412);
    const after = /name="version" value="([^"]+)"/.exec(html)![1]!;
    await submits(slug, { version: after, accent: '', logoRemoved: 'yes' });
    expect(await brandOf(slug)).toMatchObject({ accent: null, logoUrl: null, font: 'inter' });
  });

  it('keeps what was typed when something is refused, and changes nothing', async () => {
    const { slug } = await world.conference(olga);
    const words = await submits(slug, { accent: '#123456', font: 'inter' }, { logo: Buffer.from('just words') });
    expect(words.status).toBe(422);
    expect(words.text).toContain('Choose a PNG, JPEG or WebP image.');
    expect(words.text).toContain('value="#123456"');
    const red = await submits(slug, { accent: 'red' });
    expect(red.status).toBe(422);
    expect(red.text).toContain('Give a colour in hexadecimal, with three or six digits.');
    expect(red.text).toContain('value="red"');
    const large = await submits(slug, { accent: '#123456' }, { logo: Buffer.alloc(3 * 1024 * 1024) });
    expect([large.status, large.text.includes('Choose a file of at most 2 MB.')]).toEqual([422, true]);
    expect((await submits(slug, {}, { logo: Buffer.alloc(7 * 1024 * 1024) })).status).toBe(413);
    expect(await brandOf(slug)).toMatchObject({ accent: null, logoUrl: null, font: 'system' });
  });

  it('keeps its colour where something else than a text is sent for it', async () => {
    const { slug } = await world.conference(olga);
    await brands(slug, { accent: '#123456' });
    for (const accent of [['#ffffff'], { hex: '#ffffff' }, 7]) {
      const answer = await ask(`${world.base}/organize/${slug}/appearance`, {
        method: 'POST',
        headers: { cookie: `session=${olga.token!}`, origin: world.base, 'content-type': 'application/json' },
        body: JSON.stringify({ accent }),
      });
      expect([accent, answer.status]).toEqual([accent, 422]);
    }
    expect((await brandOf(slug))['accent']).toBe('#123456');
  });

  it('shows a colour without saving it', async () => {
    const { slug } = await world.conference(olga);
    const html = await read(slug, '?accent=%23ff0000&font=inter&stageTheme=light');
    expect(html).toContain('This is a preview. Save it to keep it.');
    const { text } = await ask(world.base + /href="(\/brand\/preview-ff0000\.css)"/.exec(html)![1]!);
    expect(text).toMatch(/^\.look-light\{[^}]*--accent:#[0-9a-f]{6}/);
    expect((await brandOf(slug))['accent']).toBeNull();
  });
});

const headOf = (html: string): string => /<header class="site"[^]*?<\/header>/.exec(html)![0];

describe('a page of no conference', () => {
  it('wears the brand of the conference that its address or the page to return to names', async () => {
    const { slug } = await world.conference(olga, { title: 'Plum Nights' });
    await brands(slug, { accent: '#7a1fa2' });
    const sheet = sheetIn(await page(`/c/${slug}`))!;
    const talk = encodeURIComponent(`/c/${slug}/t/hallway`);
    for (const path of [`/sign-in?next=${talk}`, `/sign-in?step=code&next=${talk}`, `/c/${slug}/t/no-such-talk`]) {
      const html = await page(path);
      expect([path, sheetIn(html)]).toEqual([path, sheet]);
      expect(headOf(html)).toContain(`<a class="home" href="/c/${slug}">`);
      expect(html).toMatch(/<title>[^<]+ · Plum Nights<\/title>/);
      expect(headOf(html)).not.toContain('Aftertalk');
    }
    const me = await olga.get(`${world.base}/me?conference=${slug}`, { accept: 'text/html' });
    expect(sheetIn(me.text)).toBe(sheet);
  });

  it('is the forum’s where several conferences are here and none is named', async () => {
    const { slug } = await world.conference(olga, { title: 'Cherry Days' });
    await brands(slug, { accent: '#c2185b' });
    await world.conference(olga);
    for (const path of ['/sign-in', '/sign-in?next=%2F', '/privacy', '/claim', '/c/no-such-conference']) {
      const html = await page(path);
      expect([path, sheetIn(html)]).toEqual([path, undefined]);
      expect(headOf(html)).toContain('Aftertalk');
    }
  });

  it('wears the brand of the only conference', async () => {
    const alone = await World.open({ ORGANIZERS: 'olga@mail.example' });
    try {
      const organizer = await alone.person('olga').signsIn();
      const { slug } = await alone.conference(organizer, { title: 'The only one' });
      await organizer.patch(`/admin/conferences/${slug}`, { settings: { brand: { accent: '#7a1fa2' } } });
      const conferencePage = async (): Promise<string> =>
        (await ask(`${alone.base}/c/${slug}`, { headers: { 'accept-language': 'en' } })).text;
      for (const path of ['/sign-in', '/privacy', '/claim', '/accessibility', '/no-such-page', '/problems/not-found']) {
        const { text } = await ask(alone.base + path, { headers: { accept: 'text/html', 'accept-language': 'en' } });
        expect([path, sheetIn(text)]).toEqual([path, sheetIn(await conferencePage())]);
        expect(text).toMatch(/<title>[^<]+ · The only one<\/title>/);
      }
      const before = await alone.mails();
      const ada = alone.person('ada');
      await ada.post('/auth/codes', { email: ada.email });
      expect(await alone.nextMail(before, ada.email)).toContain('>The only one<');
    } finally {
      await alone.close();
    }
  });
});

describe('a brand in an archive', () => {
  it('is there as files, works without the server, and comes back with the conference', async () => {
    const { slug } = await world.conference(olga);
    await brands(slug, { accent: '#25417b', font: 'inter', stageTheme: 'light' });
    await sends(slug, 'logo', await pngOf(200, 50));
    await sends(slug, 'cover', await pngOf(300, 100));
    const dir = await emptyFolder();
    const there = await World.open();
    try {
      await world.app.get(ExportArchive).export(slug, dir);
      const html = await readFile(path.join(dir, 'en/t/hallway.html'), 'utf8');
      const files = [...html.matchAll(/(?:href|src)="(\.\.\/\.\.\/assets\/brand\/[^"]+)"/g)].map(([, file]) => file!);
      expect(files.map((file) => path.extname(file)).toSorted()).toEqual(['.css', '.png', '.svg']);
      for (const file of files) await access(path.join(dir, 'en/t', file));
      const css = await readFile(path.join(dir, 'assets/brand/brand.css'), 'utf8');
      for (const [, font] of css.matchAll(/url\(([^)]+)\)/g)) await access(path.join(dir, 'assets/brand', font!));
      await there.app.get(ImportArchive).import(dir, { fingerprint: null });
      const { body } = await there.person('r').get(`/conferences/${slug}`);
      expect(body['brand']).toMatchObject({ accent: '#25417b', font: 'inter', stageTheme: 'light' });
      expect((await ask(there.base + (body['brand'] as Json)['logoUrl'])).headers.get('content-type')).toBe(
        'image/png',
      );
      expect((body['brand'] as Json)['coverUrl']).toMatch(/-300x100\.webp$/);
    } finally {
      await there.close();
      await rm(dir, { recursive: true, force: true });
    }
  });
});

describe('an e-mail of a conference', () => {
  it('signs in who comes from its pages, while those of others and of none stay the forum’s', async () => {
    const [fig, date] = await Promise.all(
      ['Fig Days', 'Date Days'].map((title) => world.conference(olga, { title, locale: 'en' })),
    );
    const ada = world.person('signs-in-from-a-page');
    const mailFrom = async (next: string): Promise<string> => {
      const before = await world.mails();
      const sent = await fetch(`${world.base}/sign-in`, {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', 'accept-language': 'en' },
        body: new URLSearchParams({ email: ada.email, next }),
      });
      expect(sent.status).toBe(200);
      return world.nextMail(before, ada.email);
    };
    expect(await mailFrom(`/c/${fig!.slug}/t/hallway`)).toContain('>Fig Days<');
    expect(await mailFrom(`/c/${date!.slug}`)).toContain('>Date Days<');
    const plain = await mailFrom('/me');
    expect([plain.includes('Fig Days'), plain.includes('Date Days')]).toEqual([false, false]);
  });

  it('carries its name in its colour, as text and as HTML that loads nothing', async () => {
    const { slug, threadId } = await world.conference(olga, { title: 'Plum & Pear Days' });
    await brands(slug, { accent: '#ffd400' });
    await olga.calledIn(slug, 'Olga');
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const question = await asks(ada, threadId, 'Why plums?');
    const before = await world.mails();
    await olga.post(`/questions/${question['id'] as string}/answers`, { body: 'Because of the stones.' });
    const mail = await world.nextMail(before, ada.email);
    expect(mail).toContain('multipart/alternative');
    expect(mail).toMatch(/color:#7[0-9a-f]{5};font-size:18px;font-weight:700">Plum &#38; Pear Days</);
    expect(mail).not.toMatch(/<img|<link|url\(|src=/);
  });

  it('is one with a code, too, where words in its thread wait for it', async () => {
    const { slug, threadId } = await world.conference(olga, { title: 'Quince Days' });
    await brands(slug, { accent: '#ffd400' });
    const guest = world.person('guest-of-quince');
    const before = await world.mails();
    await guest.post(`/threads/${threadId}/comments`, { body: 'Quinces?', name: 'Quinn', email: guest.email });
    expect(await world.nextMail(before, guest.email)).toMatch(/color:#7[0-9a-f]{5};[^"]*">Quince Days</);
  });
});

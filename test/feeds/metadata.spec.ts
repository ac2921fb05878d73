import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import drawn from '../../src/pages/icons/drawn-icons.json' with { type: 'json' };
import { DRAWN_ICONS } from '../../src/pages/icons/icon-svg.ts';
import { THEME_COLOURS } from '../../web/pages/theme-colours.ts';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { addressesOf, routesOf } from '../support/crawl.ts';
import { World, type Json, type Person } from '../support/world.ts';
import { allOf, documentOf, textOf } from './valid-feed.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let answered: Json;
let open: Json;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  answered = await asks(ada, place.threadId, 'What did you miss?');
  await grace.post(`/questions/${answered['id'] as string}/answers`, { body: 'Mornings & <evenings>.' });
  open = await asks(ada, place.threadId, 'Who is next?');
});
afterAll(() => world.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(world.base + url, {
    headers: { accept: 'text/html', 'accept-language': 'en', ...headers },
    redirect: 'manual',
  });
const textAt = async (url: string): Promise<string> => (await get(url)).text();
const here = (): string => `/c/${place.slug}`;
const structured = (page: string): Json[] =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json!) as Json,
  );
const metas = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
      name!,
      content!,
    ]),
  );
const addressesIn = async (sitemap: string): Promise<string[]> =>
  documentOf(await textAt(sitemap)).children.map((child) => textOf(child, 'loc'));
const NOINDEX = '<meta name="robots" content="noindex"';

describe('structured data', () => {
  it('tells what a hallway is about, also when nobody has said anything there', async () => {
    const [hallway] = structured(await textAt(`${here()}/t/hallway`));
    expect(hallway).toMatchObject({
      '@type': 'DiscussionForumPosting',
      text: '“Hallway”: the discussion at “A conference”.',
      comment: [],
    });
    const [talk] = structured(await textAt(`${here()}/t/on-leaving`));
    expect(talk!['text']).toBe('“On leaving”: the discussion at “A conference”.');
  });

  it('tells where a conference is: its pages, and its venue when that is known', async () => {
    const url = `http://localhost:3000${here()}`;
    const [before] = structured(await textAt(here()));
    expect(before).toMatchObject({ '@type': 'Event', location: [{ '@type': 'VirtualLocation', url }] });
    expect(before).not.toHaveProperty('eventAttendanceMode');
    const venue = 'Messe Leipzig, Seehausener Allee 1, Leipzig';
    expect((await olga.patch(`/admin/conferences/${place.slug}`, { settings: { venue } })).body).toMatchObject({
      settings: { venue },
    });
    const [after] = structured(await textAt(here()));
    expect(after).toMatchObject({
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'Place', name: venue, address: venue },
        { '@type': 'VirtualLocation', url },
      ],
      organizer: { '@type': 'Organization', name: 'A conference' },
    });
    const talk = structured(await textAt(`${here()}/t/on-leaving`))[1];
    expect(talk!['location']).toEqual(after!['location']);
    await olga.patch(`/admin/conferences/${place.slug}`, { settings: { venue: null } });
    expect(structured(await textAt(here()))[0]).toEqual(before);
  });
});

describe('a question, to programs that read it', () => {
  it('is shown by other sites with its answer, or with where it was asked', async () => {
    const page = `http://localhost:3000${here()}/t/on-leaving`;
    expect(metas(await textAt(`${here()}/t/on-leaving/q/${answered['id'] as string}`))).toMatchObject({
      'og:title': 'What did you miss?',
      'og:description': 'Mornings &amp; &lt;evenings>.',
      'og:url': `${page}/q/${answered['id'] as string}`,
      'og:site_name': 'A conference',
      'og:image': `${page}/picture.png`,
      'twitter:card': 'summary_large_image',
    });
    expect(metas(await textAt(`${here()}/t/on-leaving/q/${open['id'] as string}`))['og:description']).toBe(
      '“On leaving”: the discussion at “A conference”.',
    );
  });

  it('stands in the sitemap while it may be read, answered ones first, and not under the one it was merged into', async () => {
    const merged = await asks(ada, place.threadId, 'What was missing?');
    const hidden = await asks(ada, place.threadId, 'Words that will go?');
    await settles(grace, merged, 'merged', { mergedInto: answered['id'] });
    await ada.delete(`/comments/${hidden['id'] as string}`);
    const questions = (await addressesIn(`${here()}/sitemap.xml`)).filter((url) => url.includes('/q/'));
    expect(questions).toEqual(
      [answered, open].map(({ id }) => `http://localhost:3000${here()}/t/on-leaving/q/${id as string}`),
    );
  });
});

describe('what search engines may list', () => {
  it('is no search and no frame, whatever the conference says', async () => {
    for (const path of [`${here()}/search?q=miss`, `${here()}/search`, `/embed/${place.threadId}`, '/sign-in'])
      expect(await textAt(path)).toContain(NOINDEX);
    for (const path of ['', '/t/hallway', '/ledger', '/rules', `/t/on-leaving/q/${answered['id'] as string}`])
      expect(await textAt(here() + path)).not.toContain(NOINDEX);
  });

  it('is no page of a conference that asks for it', async () => {
    const shy = await talkOf(world, olga, { robots: 'noindex', screening: 'none' });
    await ada.calledIn(shy.slug, 'Ada');
    const question = await asks(ada, shy.threadId, 'Who reads this?');
    await olga.put(`/conferences/${shy.slug}/recap`, { markdown: 'What was said', items: [], published: true });
    const ids = {
      c: [shy.slug],
      t: ['on-leaving'],
      q: [question['id'] as string],
      embed: [shy.threadId],
      talks: [shy.talkId],
    };
    const routes = (await routesOf(world)).filter(
      ({ method, path }) => method === 'GET' && /^\/(?:c\/\{conference\}|embed\/|organize\/\{|comments\/)/.test(path),
    );
    const pages: string[] = [];
    const listed: string[] = [];
    for (const address of routes.flatMap((route) =>
      addressesOf(route, { ...ids, organize: [shy.slug], comments: [question['id'] as string] }, {}),
    )) {
      const answer = await olga.ask('GET', world.base + address, undefined, { accept: 'text/html' });
      if (answer.status !== 200 || !/^<!doctype html>/i.test(answer.text)) continue;
      pages.push(address);
      if (!answer.text.includes(NOINDEX)) listed.push(address);
    }
    expect(listed).toEqual([]);
    expect(pages.length).toBeGreaterThan(15);
    for (const file of ['recap.md', 'recap.html']) {
      const { headers } = await olga.ask('GET', `${world.base}/c/${shy.slug}/${file}`);
      expect(headers.get('x-robots-tag')).toBe('noindex');
    }
  });
});

describe('what browsers show around a page', () => {
  it('is an icon, at the addresses where they look by themselves and those the page names', async () => {
    const page = await textAt(here());
    const named = [...page.matchAll(/<link rel="(?:icon|apple-touch-icon|manifest)" href="([^"]+)"/g)].map(
      ([, href]) => href!,
    );
    const manifest = (await (await get('/manifest.webmanifest')).json()) as Json;
    const icons = (manifest['icons'] as Json[]).map(({ src }) => src as string);
    expect(named).toEqual(['/icon.svg', '/manifest.webmanifest']);
    for (const address of ['/favicon.ico', '/favicon%2Eico', '/apple-touch-icon.png', ...named, ...icons]) {
      const answer = await get(address);
      expect({ address, status: answer.status }).toEqual({ address, status: 200 });
      expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
      expect((await get(address, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304);
    }
    // Of pictures no header is of use to another site's page, and a thread has dozens.
    const { headers } = await get('/icon.svg');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBeNull();
    const ico = Buffer.from(await (await get('/favicon.ico')).arrayBuffer());
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.subarray(23, 26).toString()]).toEqual([1, 1, 'PNG']);
    expect(ico.length).toBe(ico.readUInt32LE(14) + ico.readUInt32LE(18));
    for (const side of [192, 512]) {
      const png = Buffer.from(await (await get(`/icon-${side}.png`)).arrayBuffer());
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
    }
  });

  it('is drawn from one picture', async () => {
    const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
    await initWasm(readFileSync(wasm));
    for (const [name, { svg, size }] of Object.entries(DRAWN_ICONS)) {
      const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
      expect(Buffer.from(png).toString('base64')).toBe((drawn as Record<string, string>)[name]);
    }
  });

  it('has the colour of the header, light and dark', async () => {
    const tokens = readFileSync('web/styles/tokens.css', 'utf8');
    const sheets = [...tokens.matchAll(/--sheet: (#[\da-f]{6});/g)].map(([, colour]) => colour);
    expect(sheets.slice(0, 2)).toEqual([THEME_COLOURS.light, THEME_COLOURS.dark]);
    const page = await textAt(here());
    for (const [scheme, colour] of Object.entries(THEME_COLOURS))
      expect(page).toContain(`<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${colour}"`);
  });

  it('searches the discussions of a conference from the address field', async () => {
    const [, href] = /<link rel="search" type="application\/opensearchdescription\+xml" href="([^"]+)"/.exec(
      await textAt(`${here()}/t/hallway`),
    )!;
    const answer = await get(href!);
    expect(answer.headers.get('content-type')).toBe('application/opensearchdescription+xml; charset=utf-8');
    const document = documentOf(await answer.text());
    expect(document.attributes['xmlns']).toBe('http://a9.com/-/spec/opensearch/1.1/');
    // OpenSearch 1.1, 4.1.4 to 4.2.3.
    expect([...textOf(document, 'ShortName')].length).toBeLessThanOrEqual(16);
    expect([...textOf(document, 'LongName')].length).toBeLessThanOrEqual(48);
    const [html] = allOf(document, 'Url').map(({ attributes }) => attributes);
    const template = html!['template']!.replace('http://localhost:3000', '');
    expect(await textAt(template.replace('{searchTerms}', encodeURIComponent('miss')))).toContain('What did you');
    expect(await textAt('/')).not.toContain('rel="search"');
    expect((await get('/c/nowhere/opensearch.xml')).status).toBe(404);
    const long = await world.conference(olga, { title: 'Ein & <sehr> langer Name einer Konferenz über das Netz' });
    expect(textOf(documentOf(await textAt(`/c/${long.slug}/opensearch.xml`)), 'ShortName')).toBe('Ein & <sehr> la…');
  });

  it('leads a password manager to the ways to sign in', async () => {
    const answer = await get('/.well-known/change-password');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/me#passkeys']);
    expect((await olga.ask('GET', `${world.base}/me`, undefined, { accept: 'text/html' })).text).toContain(
      'id="passkeys"',
    );
  });
});

describe('a feed', () => {
  it('has an id of its own, by what it is about and what is left out of it, in either format and at any time', async () => {
    const feeds = [here(), `${here()}/t/on-leaving`, `${here()}/t/hallway`].flatMap((path) =>
      ['', '?kind=answer', '?kind=question', '?kind=comment'].map((query) => ({ path, query })),
    );
    const ids = await Promise.all(
      feeds.map(async ({ path, query }) => textOf(documentOf(await textAt(`${path}/feed.atom${query}`)), 'id')),
    );
    ids.push(textOf(documentOf(await textAt(`${here()}/ledger.atom`)), 'id'));
    expect(new Set(ids).size).toBe(feeds.length + 1);
    world.advance({ days: 1 });
    await ada.says(place.threadId, 'Another day.').catch(() => undefined);
    const again = await Promise.all(
      feeds.map(async ({ path, query }) => textOf(documentOf(await textAt(`${path}/feed.atom${query}`)), 'id')),
    );
    expect(again).toEqual(ids.slice(0, -1));
  });
});

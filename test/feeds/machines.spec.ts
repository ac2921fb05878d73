import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { allOf, documentOf, faultsOfAtom, faultsOfJsonFeed, textOf } from './valid-feed.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let said: Json;
let question: Json;
let answer: Json;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada & <Co>');
  said = await ada.says(place.threadId, 'First **words** & </script><b>more</b>.');
  question = await asks(ada, place.threadId, 'What did you miss?');
  answer = (await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Mornings.' })).body;
});
afterAll(() => world.close());

const get = async (url: string): Promise<{ status: number; text: string; type: string }> => {
  const response = await fetch(world.base + url, { headers: { accept: 'text/html', 'accept-language': 'en' } });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') ?? '' };
};
const here = (): string => `/c/${place.slug}`;
const idsIn = (feed: string): string[] =>
  allOf(documentOf(feed), 'entry').map((entry) => textOf(entry, 'id').replace('urn:uuid:', ''));
const structured = (page: string): Json[] =>
  [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json!) as Json,
  );

describe('feeds', () => {
  it('are what the RFCs demand, of a thread and of a conference, all or answers only', async () => {
    for (const path of [
      '/feed.atom',
      '/feed.atom?kind=answer',
      '/t/on-leaving/feed.atom',
      '/t/on-leaving/feed.atom?kind=question',
      '/t/hallway/feed.atom',
    ])
      expect(faultsOfAtom((await get(here() + path)).text)).toEqual([]);
    for (const path of ['/feed.json', '/feed.json?kind=answer', '/t/on-leaving/feed.json', '/t/hallway/feed.json'])
      expect(faultsOfJsonFeed(JSON.parse((await get(here() + path)).text) as Json)).toEqual([]);
    expect(idsIn((await get(`${here()}/feed.atom?kind=answer`)).text)).toEqual([answer['id']]);
    expect(
      faultsOfAtom((await get(`${here()}/feed.atom`)).text.replace('<published>', '<published>yesterday ')),
    ).not.toEqual([]);
  });

  it('put first what became public last, and say when something of it last changed', async () => {
    expect(idsIn((await get(`${here()}/t/on-leaving/feed.atom`)).text)).toEqual([
      answer['id'],
      question['id'],
      said['id'],
    ]);
    const entryOf = async (id: unknown) =>
      allOf(documentOf((await get(`${here()}/feed.atom`)).text), 'entry').find(
        (entry) => textOf(entry, 'id') === `urn:uuid:${id as string}`,
      )!;
    const asked = await entryOf(question['id']);
    expect(textOf(asked, 'updated') > textOf(asked, 'published')).toBe(true);
    expect(textOf(asked, 'updated')).toBe(textOf(await entryOf(answer['id']), 'published'));
    const screened = await world.conference(olga, { settings: { screening: 'first' } });
    await ada.calledIn(screened.slug, 'Ada');
    await grace.calledIn(screened.slug, 'Grace');
    const held = await ada.says(screened.threadId, 'Written first, seen last.');
    const seen = await grace.says(screened.threadId, 'Written second.');
    await olga.post(`/admin/comments/${seen['id'] as string}/release`, { revision: 1 });
    world.advance({ minutes: 1 });
    await olga.post(`/admin/comments/${held['id'] as string}/release`, { revision: 1 });
    for (const path of ['/feed.atom', '/t/hallway/feed.atom'])
      expect(idsIn((await get(`/c/${screened.slug}${path}`)).text)).toEqual([held['id'], seen['id']]);
  });

  it('give an entry the same time after a vote', async () => {
    const before = (await get(`${here()}/t/on-leaving/feed.atom`)).text;
    world.advance({ minutes: 1 });
    expect((await grace.put(`/comments/${said['id'] as string}/vote`)).status).toBeLessThan(300);
    const after = await until('the vote to reach the feed’s version', async () => {
      const { text } = await get(`${here()}/t/on-leaving/feed.atom`);
      return (await olga.get(`/comments/${said['id'] as string}`)).body['votes'] === 1 && text;
    });
    expect(after).toBe(before);
  });

  it('have an id and a time that feed readers accept, also without an entry', async () => {
    const empty = await world.conference(olga);
    for (const path of ['/feed.atom', '/ledger.atom', '/t/hallway/feed.atom']) {
      const feed = documentOf((await get(`/c/${empty.slug}${path}`)).text);
      expect(Date.parse(textOf(feed, 'updated'))).toBeGreaterThan(Date.parse('2020-01-01'));
      // RFC 4151, 2.1, and RFC 9562 in a URN.
      expect(textOf(feed, 'id')).toMatch(/^(?:tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[^\s#]+|urn:uuid:[0-9a-f-]{36})$/);
    }
  });

  it('are named in the pages they follow', async () => {
    expect((await get(`${here()}/t/on-leaving`)).text).toContain(
      `<link rel="alternate" type="application/atom+xml" href="${here()}/t/on-leaving/feed.atom"`,
    );
    expect((await get(here())).text).toContain(`href="${here()}/feed.json"`);
  });
});

describe('oEmbed', () => {
  const oembed = (query: Record<string, string>) => get(`/oembed?${new URLSearchParams(query).toString()}`);

  it('is found from a thread’s page and says how to show it', async () => {
    const found = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/
      .exec((await get(`${here()}/t/on-leaving`)).text)![1]!
      .replaceAll('&amp;', '&');
    const answer = JSON.parse((await get(found)).text) as Json;
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: 'On leaving',
      provider_name: 'A conference',
      width: 720,
      height: 560,
    });
    expect(answer['html']).toBe(
      `<iframe src="http://localhost:3000/embed/${place.threadId}" title="On leaving" width="720" height="560" ` +
        'style="border:0" loading="lazy"></iframe>',
    );
    const url = `http://localhost:3000${here()}/t/on-leaving`;
    expect(JSON.parse((await oembed({ url, maxwidth: '300', maxheight: '9999' })).text)).toMatchObject({
      width: 300,
      height: 560,
    });
    expect(
      JSON.parse((await oembed({ url: `${url}?comment=${said['id'] as string}`, format: 'json' })).text),
    ).toMatchObject({ title: 'On leaving' });
  });

  it('refuses what is not a thread of this forum, and formats it does not speak', async () => {
    expect((await oembed({ url: 'http://localhost:3000/c/nowhere/t/nothing' })).status).toBe(404);
    expect((await oembed({ url: `http://localhost:3000${here()}` })).status).toBe(404);
    for (const url of ['https://elsewhere.example/c/x/t/y', 'javascript:alert(1)', 'c/x/t/y', ''])
      expect((await oembed({ url })).status).toBe(422);
    expect((await oembed({ url: 'http://localhost:3000/c/%E0%A4%A/t/x' })).status).toBe(404);
    expect((await oembed({ url: `http://localhost:3000${here()}/t/on-leaving`, format: 'xml' })).status).toBe(501);
  });
});

describe('a link shown by other sites', () => {
  const metas = (page: string): Record<string, string> =>
    Object.fromEntries(
      [...page.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
        name!,
        content!,
      ]),
    );

  it('has a title, a description and a picture made of the programme alone', async () => {
    const meta = metas((await get(`${here()}/t/on-leaving`)).text);
    const page = `http://localhost:3000${here()}/t/on-leaving`;
    expect(meta).toMatchObject({
      'og:title': 'On leaving',
      'og:url': page,
      'og:site_name': 'A conference',
      'og:image': `${page}/picture.png`,
      'og:image:width': '1200',
      'twitter:card': 'summary_large_image',
      'og:locale': 'en_GB',
    });
    expect(Object.values(meta).join(' ')).not.toContain('First');
    const answer = await fetch(`${world.base}${here()}/t/on-leaving/picture.png`);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const png = Buffer.from(await answer.arrayBuffer());
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
    expect(metas((await get(here())).text)).toMatchObject({ 'og:title': 'A conference', 'twitter:card': 'summary' });
    expect((await get(`${here()}/t/nothing/picture.png`)).status).toBe(404);
  });

  it('has a picture whatever the title is made of', async () => {
    for (const [i, title] of [
      '<script>&"\'',
      'x'.repeat(300),
      '한국어 العربية 😀',
      'Ceci est un titre long de conférence qui ne tient certainement pas sur une seule ligne et même pas sur ' +
        'deux, à moins que l’on n’écrive bien plus petit que ce que quelqu’un peut lire',
    ].entries()) {
      expect((await olga.post(`/admin/conferences/${place.slug}/threads`, { slug: `odd-${i}`, title })).status).toBe(
        201,
      );
      expect((await fetch(`${world.base}${here()}/t/odd-${i}/picture.png`)).status).toBe(200);
    }
  });
});

describe('a page, to programs that read it', () => {
  it('has one address, whatever the order one reads in', async () => {
    for (const query of ['', '?sort=top', `?comment=${said['id'] as string}`])
      expect((await get(`${here()}/t/on-leaving${query}`)).text).toMatch(
        /<link rel="canonical" href="http:\/\/localhost:\d+\/c\/c\d+\/t\/on-leaving"/,
      );
  });

  it('tells the talk as an event and the discussion with its comments, and nothing that ends the script it stands in', async () => {
    const [discussion, event] = structured((await get(`${here()}/t/on-leaving`)).text);
    expect(event).toMatchObject({
      '@type': 'Event',
      name: 'On leaving',
      eventStatus: 'https://schema.org/EventScheduled',
    });
    expect(discussion).toMatchObject({ '@type': 'DiscussionForumPosting', headline: 'On leaving' });
    const comments = discussion!['comment'] as Json[];
    expect(comments.map(({ text }) => text as string)).toEqual([
      'First words & </script><b>more</b>.',
      'What did you miss?',
    ]);
    expect(comments[0]!['author']).toEqual({ '@type': 'Person', name: 'Ada & <Co>' });
    expect(comments[1]!['comment'][0]).toMatchObject({ '@type': 'Comment', text: 'Mornings.' });
    expect(structured((await get(here())).text)[0]).toMatchObject({ '@type': 'Event', name: 'A conference' });
  });

  it('loses hidden words there too', async () => {
    const gone = await ada.says(place.threadId, 'Words that will go.');
    await ada.delete(`/comments/${gone['id'] as string}`);
    expect((await get(`${here()}/t/on-leaving`)).text).not.toContain('Words that will go');
  });

  it('stands in the sitemap, unless the conference asks not to be listed', async () => {
    const listed = async (url: string): Promise<string[]> =>
      documentOf((await get(url)).text).children.map((child) =>
        textOf(child, 'loc').replace(/^http:\/\/localhost:\d+/, ''),
      );
    expect(await listed('/sitemap.xml')).toContain(`${here()}/sitemap.xml`);
    expect(await listed(`${here()}/sitemap.xml`)).toEqual(
      expect.arrayContaining([here(), `${here()}/t/hallway`, `${here()}/t/on-leaving`]),
    );
    expect((await get('/robots.txt')).text).toMatch(
      /^User-agent: \*\n[^]*\nSitemap: http:\/\/localhost:\d+\/sitemap.xml\n$/,
    );
    const shy = await world.conference(olga, { settings: { robots: 'noindex', screening: 'none' } });
    expect(await listed('/sitemap.xml')).not.toContain(`/c/${shy.slug}/sitemap.xml`);
    expect((await get(`/c/${shy.slug}/sitemap.xml`)).status).toBe(404);
    for (const path of ['', '/t/hallway'])
      expect((await get(`/c/${shy.slug}${path}`)).text).toContain('<meta name="robots" content="noindex"');
    expect((await get(here())).text).not.toContain('noindex');
  });
});

describe('the programme as a file', () => {
  it('leads from each talk to its thread, and can be imported elsewhere', async () => {
    const { text, type } = await get(`${here()}/schedule.json`);
    expect(type).toBe('application/json; charset=utf-8');
    const { schedule } = JSON.parse(text) as Json;
    const [event] = Object.values(schedule.conference.days[0].rooms as Record<string, Json[]>).flat();
    expect(event!['feedback_url']).toMatch(new RegExp(`^http://localhost:\\d+${here()}/t/on-leaving$`));
    expect(event!['date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
    const other = await world.conference(olga);
    const imported = await olga.ask('POST', `/admin/conferences/${other.slug}/imports`, text);
    expect(imported.body).toMatchObject({ added: 1, problems: [] });
    const talkIn = async (slug: string): Promise<Json> =>
      ((await olga.get(`/conferences/${slug}/talks`)).body['items'] as Json[])[0]!;
    const [{ guid, title, startsAt, durationMinutes }, copy] = [await talkIn(place.slug), await talkIn(other.slug)];
    expect(copy).toMatchObject({
      guid,
      title,
      durationMinutes,
      startsAt: `${(startsAt as string).slice(0, 19)}.000Z`,
    });
  });

  it('is a calendar as RFC 5545 has it', async () => {
    const { text, type } = await get(`${here()}/schedule.ics`);
    expect(type).toBe('text/calendar; charset=utf-8');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    const lines = text.replaceAll('\r\n ', '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    for (const name of [
      'VERSION:2.0',
      'PRODID:',
      'UID:',
      'DTSTAMP:',
      'DTSTART:',
      'DTEND:',
      'SUMMARY:On leaving',
      'STATUS:CONFIRMED',
    ])
      expect(lines.filter((line) => line.startsWith(name))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('URL:'))).toContain(`${here()}/t/on-leaving`);
  });
});

describe('the end of a conference', () => {
  it('is said with its days and its reason, leads to the archive, and is told once by a letter to who asked', async () => {
    const day = new Date(world.clock.now().getTime() - 10 * 86_400_000).toISOString().slice(0, 10);
    const { slug } = await world.conference(olga, {
      startsOn: day,
      endsOn: day,
      settings: { readonlyAfterDays: 5, archiveAfterDays: 20, archiveUrl: 'https://archive.example/talks' },
    });
    expect((await get(`/c/${slug}`)).text).toMatch(
      /closed on .*, 5 days after the conference, as planned\. .*archived on /,
    );
    expect((await get(`/c/${slug}/t/hallway`)).text).toMatch(
      /This discussion was closed on .*href="https:\/\/archive\.example\/talks"/,
    );
    // Nobody is answered here, so that these two get no other e-mail.
    const [bea, carl] = [await world.person('bea').signsIn(), await world.person('carl').signsIn()];
    expect((await bea.put(`/conferences/${slug}/closing-letter`, { wanted: true })).body).toEqual({ wanted: true });
    expect((await carl.put(`/conferences/${slug}/closing-letter`, { wanted: true })).status).toBe(200);
    expect((await carl.put(`/conferences/${slug}/closing-letter`, { wanted: false })).body).toEqual({ wanted: false });
    const before = await world.mails();
    world.advance({ days: 15 });
    const mail = await world.nextMail(before, bea.email);
    expect(mail).toContain(`/c/${slug}`);
    expect(mail).toContain('https://archive.example/talks');
    await until('the wish to be gone', async () => (await world.query('select from closing_letters')).length === 0);
    const told = (await world.mailsSince(before, { butTo: olga.email })).filter((mail) =>
      [bea, carl].some(({ email }) => mail.includes(`To: ${email}`)),
    );
    expect(told).toHaveLength(1);
    await until('the page to say so', async () => /closed on .* and archived on /.test((await get(`/c/${slug}`)).text));
    expect((await get(`/c/${slug}/t/hallway`)).text).toMatch(/and archived on/);
  });
});

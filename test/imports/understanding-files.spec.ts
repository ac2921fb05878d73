import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World, type Json, type Person } from '../support/world.ts';
import { conferenceOf, event, importsInto, schedule, talksOf } from './programmes.ts';

let world: World;
let olga: Person;

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const titlesOf = async (slug: string): Promise<unknown[]> => (await talksOf(olga, slug)).map(({ title }) => title);

const MARKDOWN = 'It is **free**, as [the notes](https://example.org/notes) say:\n\n- one\n- two';

describe('understanding a programme file', () => {
  it('reads XML in the encoding that it declares', async () => {
    const slug = await conferenceOf(olga);
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><schedule><conference><title>T</title></conference>' +
      '<day date="2026-05-02"><room name="Amphithéâtre"><event id="1"><title>Été à la mer</title>' +
      '<start>10:00</start><duration>00:30</duration></event></room></day></schedule>';
    expect((await importsInto(olga, slug, Buffer.from(xml, 'latin1'))).body).toMatchObject({ added: 1 });
    expect((await talksOf(olga, slug))[0]).toMatchObject({ title: 'Été à la mer', room: 'Amphithéâtre' });
  });

  it('refuses letters that it cannot read, with their place, and imports none of it', async () => {
    const slug = await conferenceOf(olga);
    const answer = await importsInto(olga, slug, Buffer.from(schedule([event({ title: 'Été' })]), 'latin1'));
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/schedule-refused' } });
    expect(answer.body['place']).toMatch(/^line 1, column \d+$/);
    expect(await titlesOf(slug)).toEqual([]);
  });

  it('takes no file for a success of which it recognises nothing, and says what it found', async () => {
    const slug = await conferenceOf(olga);
    const euroPython =
      '<schedule><day date="2014-07-22"><entry><title>T</title><start>0930</start></entry></day></schedule>';
    const answer = await importsInto(olga, slug, euroPython);
    expect(answer).toMatchObject({ status: 422, body: { type: '/problems/schedule-refused' } });
    expect(answer.body['sentence'] ?? answer.body['detail']).toMatch('1 <entry>');
  });

  it('takes titles in the language of the conference', async () => {
    const slug = await conferenceOf(olga, { locale: 'fr' });
    await importsInto(olga, slug, schedule([event({ title: { de: 'Vom Gehen', fr: 'Partir', en: 'Leaving' } })]));
    expect(await titlesOf(slug)).toEqual(['Partir']);
  });

  it('keeps the first biography of a speaker, says so, and changes nothing the second time', async () => {
    const slug = await conferenceOf(olga);
    const by = (biography: string): Json[] => [{ id: 7, public_name: 'Grace', biography }];
    const file = schedule([
      event({ persons: by('') }),
      event({ guid: 'g2', persons: by('She writes.') }),
      event({ guid: 'g3', persons: by('She speaks.') }),
    ]);
    expect((await importsInto(olga, slug, file)).body['problems']).toEqual([
      { place: 'the speaker "Grace"', sentence: 'The talks give more than one biography; the first was kept.' },
    ]);
    expect((await importsInto(olga, slug, file)).body).toMatchObject({ changed: 0, unchanged: 3 });
    const talks = (await talksOf(olga, slug)) as { speakers: Json[] }[];
    expect(talks.map(({ speakers }) => speakers[0]!['bioHtml'])).toEqual(Array(3).fill('<p>She writes.</p>'));
  });

  it.each([
    ['2026-02-30T10:00:00+01:00', '2026-05-02'],
    ['0000-01-01T00:00:00Z', '2026-05-02'],
    ['9999-12-31T23:59:59-12:00', '2026-05-02'],
    ['', '2026-02-30'],
    ['', '0000-00-00'],
  ])('leaves a talk out whose date does not exist, and says so (%s, day %s)', async (date, day) => {
    const slug = await conferenceOf(olga);
    const of = (talks: Json[], on: string): Json => ({ date: on, rooms: { Aula: talks } });
    const file = JSON.stringify({
      schedule: {
        conference: {
          title: 'T',
          time_zone_name: 'Europe/Paris',
          days: [of([event({ title: 'Known' })], '2026-05-02'), of([event({ guid: 'g2', title: 'Never', date })], day)],
        },
      },
    });
    const { status, body } = await importsInto(olga, slug, file);
    expect({ status, ...body }).toMatchObject({ status: 200, added: 1 });
    const sentences = (body['problems'] as Json[]).map(({ sentence }) => sentence);
    expect(sentences).toEqual([expect.stringContaining('Its date does not exist.')]);
  });

  it('names letters lost before the file was written, and leaves out what has no title to read', async () => {
    const slug = await conferenceOf(olga);
    const talks = [event({ title: 'Caf\uFFFD' }), event({ guid: 'g2', title: '\u200B' })];
    const conference = {
      title: 'T',
      time_zone_name: 'Europe/Paris',
      days: [{ date: '2026-05-02', rooms: { Aula: talks } }],
    };
    const { body } = await importsInto(olga, slug, JSON.stringify({ schedule: { conference } }));
    expect(body).toMatchObject({ added: 1 });
    expect((body['problems'] as { sentence: string }[]).map(({ sentence }) => sentence)).toEqual([
      'Letters were lost (its title) before the file was written; correct them in the source.',
      'It has no title and was left out.',
    ]);
  });

  it('quotes no address of a file, neither in its problems nor where it refuses it', async () => {
    const slug = await conferenceOf(olga);
    const address = 'grace@mail.example';
    const conference = {
      title: 'T',
      time_zone_name: address,
      days: [{ date: '2026-05-02', rooms: { Aula: [event({ title: 'Known' })] } }],
    };
    const odd = {
      ...conference,
      time_zone_name: 'Europe/Paris',
      days: [
        {
          date: address,
          rooms: {
            [address]: [
              event({ title: `By ${address}`, [address]: 'x', start: 'soon' }),
              event({ guid: 'g2', title: 'Known' }),
            ],
          },
        },
      ],
    };
    for (const file of [
      { schedule: { conference } },
      { schedule: { conference: odd } },
      { [address]: 1 },
      { schedule: { [address]: 1 } },
    ]) {
      const { status, text } = await importsInto(olga, slug, JSON.stringify(file));
      expect([200, 422]).toContain(status);
      expect(text).not.toContain(address);
    }
  });

  it('counts in its report, by field, what it did not understand', async () => {
    const slug = await conferenceOf(olga);
    const file = schedule([event({ type: 'lecture' }), event({ guid: 'g2', type: 'lecture', answers: ['private'] })]);
    expect((await importsInto(olga, slug, file, '?dryRun=true')).body['notUnderstood']).toEqual([
      { field: 'event.type', count: 2 },
      { field: 'event.answers', count: 1 },
    ]);
  });

  it('lists the first two hundred problems of its report, and counts the others', async () => {
    const slug = await conferenceOf(olga);
    const many = Array.from({ length: 230 }, (_, i) => event({ guid: `g${i}`, title: `T${i}`, url: 'nowhere' }));
    const { body } = await importsInto(olga, slug, schedule(many), '?dryRun=true');
    expect(body).toMatchObject({ added: 230, problemCount: 230, questionCount: 0 });
    expect(body['problems']).toHaveLength(200);
  });

  it('names what a grid of the pretalx API is (PyConFR 2025), and makes nothing of it', async () => {
    const slug = await conferenceOf(olga);
    const grid = { '2025-11-01': { '510': {}, '530': { '12': { code: '38LRHE', title: 'Accueil' } } } };
    const answer = await importsInto(olga, slug, JSON.stringify({ schedule: grid, rooms: {}, speakers: {} }));
    expect(answer).toMatchObject({ status: 422, body: { place: 'schedule' } });
    expect(answer.body['sentence']).toContain('a grid of talks by day, minute and room');
    expect(await titlesOf(slug)).toEqual([]);
  });

  it('renders Markdown where a text is Markdown, and leaves a tag that it only mentions as it is', async () => {
    const slug = await conferenceOf(olga);
    const abstract = 'Use <b> tags & *stars*\n\n- one\n- two';
    await importsInto(olga, slug, schedule([event({ abstract })]));
    expect((await talksOf(olga, slug))[0]!['abstractHtml']).toBe(
      '<p>Use &#x3C;b> tags &#x26; <em>stars</em></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
    );
  });

  it.each([
    ['frab, without a maker’s name', () => schedule([event({ abstract: MARKDOWN })])],
    [
      'XML of frab',
      () =>
        '<schedule><generator name="frab" version="0.9"/><conference><title>T</title></conference>' +
        `<day date="2026-05-02"><room name="A"><event id="1"><title>T</title><start>10:00</start><duration>0:30` +
        `</duration><abstract>${MARKDOWN}</abstract></event></room></day></schedule>`,
    ],
  ])('renders a Markdown abstract of %s as such, in the API and on the page', async (_kind, file) => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, file());
    const [talk] = await talksOf(olga, slug);
    const html = '<p>It is <strong>free</strong>, as <a href="https://example.org/notes"';
    expect(talk!['abstractHtml']).toContain(html);
    expect(talk!['abstractHtml']).toContain('<ul>\n<li>one</li>\n<li>two</li>\n</ul>');
    const page = await (await fetch(`${world.base}/c/${slug}/t/${talk!['slug'] as string}`)).text();
    expect([page.includes(html), page.includes('**free**')]).toEqual([true, false]);
  });

  it('keeps handles of the Fediverse in names, texts and links, and masks e-mail addresses beside them', async () => {
    const slug = await conferenceOf(olga);
    const talk = event({
      title: 'Leaving, by @ada@social.example',
      abstract: 'Ask **@ada@social.example** or ada@social.example',
      persons: [{ id: 1, public_name: 'Ada (@ada@social.example)', biography: '<p>@ada@social.example</p>' }],
      links: [
        { title: '@ada@social.example', url: 'https://home.example/@ada@social.example' },
        { title: 'Mail', url: 'https://home.example/?to=ada@social.example' },
      ],
      url: 'https://home.example/talk?by=ada@social.example',
    });
    const { problems } = (await importsInto(olga, slug, schedule([talk]))).body;
    const places = (problems as Json[]).map(({ sentence }) => sentence as string);
    expect(places).toEqual([expect.stringMatching(/holds an e-mail address/), expect.stringMatching(/link "Mail"/)]);
    const [found] = await talksOf(olga, slug);
    expect(found).toMatchObject({
      title: 'Leaving, by @ada@social.example',
      abstractHtml: '<p>Ask <strong>@ada@social.example</strong> or •••@•••</p>',
      url: null,
      speakers: [{ name: 'Ada (@ada@social.example)', bioHtml: '<p>@ada@social.example</p>' }],
      links: [{ title: '@ada@social.example', url: 'https://home.example/@ada@social.example' }],
    });
    const there = await conferenceOf(olga);
    const exported = await (await fetch(`${world.base}/c/${slug}/schedule.json`)).text();
    await importsInto(olga, there, exported);
    expect((await talksOf(olga, there))[0]!['abstractHtml']).toBe(found!['abstractHtml']);
  });

  it('reads the characters that HTML writes into titles, names and plain texts', async () => {
    const slug = await conferenceOf(olga);
    const talk = event({
      title: 'Rock&#x27; em &amp; roll',
      room: 'Salle d&#39;honneur',
      abstract: '&quot;Loud&quot; &lt;b&gt; ada&#64;mail.example',
      persons: [{ id: 1, public_name: 'Conan O&apos;Brien', biography: 'It&#x27;s &amp;quot; me' }],
    });
    expect((await importsInto(olga, slug, schedule([talk]))).body).toMatchObject({ added: 1 });
    expect((await talksOf(olga, slug))[0]).toMatchObject({
      title: "Rock' em & roll",
      slug: 'rock-em-roll',
      room: "Salle d'honneur",
      abstractHtml: '<p>"Loud" &#x3C;b> •••@•••</p>',
      speakers: [{ name: "Conan O'Brien", bioHtml: "<p>It's &#x26;quot; me</p>" }],
    });
    expect((await importsInto(olga, slug, schedule([talk]))).body).toMatchObject({ unchanged: 1, changed: 0 });
  });

  it('keeps the handle that an organizer types, and none of a comment', async () => {
    const slug = await conferenceOf(olga);
    const named = { name: '@ada@social.example', bio: 'Or write to ada@social.example' };
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, { slug: 't', title: 'T', speakers: [named] });
    expect(talk.body['speakers']).toMatchObject([
      { name: '@ada@social.example', bioHtml: '<p>Or write to •••@•••</p>' },
    ]);
    await olga.calledIn(slug, 'Olga');
    const said = await olga.says(talk.body['threadId'] as string, 'Ask @ada@social.example');
    expect(said['html']).toBe('<p>Ask @•••@•••</p>');
  });

  it('makes lists of lines that are written as items within HTML', async () => {
    const slug = await conferenceOf(olga);
    await importsInto(olga, slug, schedule([event({ abstract: '<p>I will:\n* show\n* tell</p>' })]));
    expect((await talksOf(olga, slug))[0]!['abstractHtml']).toBe('<p>I will:\n</p><ul><li>show</li><li>tell</li></ul>');
  });

  it('takes several guids with one code as one talk with several times', async () => {
    const slug = await conferenceOf(olga);
    const twice = [event({ code: 'ABCDEF' }), event({ code: 'ABCDEF', guid: 'g2', date: '2026-05-02T16:00:00+02:00' })];
    expect((await importsInto(olga, slug, schedule(twice))).body).toMatchObject({ added: 1, problems: [] });
    expect((await importsInto(olga, slug, schedule(twice))).body).toMatchObject({ added: 0, unchanged: 1 });
  });
});

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

const imported = async (slug: string, events: Json[]): Promise<Json> => {
  const answer = await importsInto(olga, slug, schedule(events));
  if (answer.status !== 200) throw new Error(`an import was refused: ${answer.text}`);
  return answer.body;
};
const threadsOf = async (slug: string): Promise<Record<string, unknown>> =>
  Object.fromEntries((await talksOf(olga, slug)).map(({ title, threadId }) => [title as string, threadId]));
const questionsOf = async (slug: string): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${slug}/import-questions`)).body['items'] as Json[];
const answers = (slug: string, question: Json, answer: string) =>
  olga.post(`/admin/conferences/${slug}/import-questions/${question['id'] as string}/answer`, { answer });
const knitting = { title: 'Knitting for beginners', persons: [{ id: 2, public_name: 'Grace Hopper' }] };

describe('recognising the talks of an earlier file', () => {
  it.each<[string, Json, Json]>([
    ['a file that gains guids', { guid: '', id: 7 }, { guid: 'new', id: 7, title: 'On leaving it all' }],
    ['a domain that changes', { code: 'ABCDEF' }, { code: 'ABCDEF', guid: 'new', title: 'Leaving' }],
    ['guids that change, by title and time', { persons: [] }, { persons: [], guid: 'new' }],
    ['guids that change, by title and people', {}, { guid: 'new', date: '2026-05-02T16:00:00+02:00' }],
    ['a title that changes, by the person’s id', {}, { title: 'Knitting', persons: [{ id: 1, name: 'Countess' }] }],
  ])('keeps the thread in %s', async (_case, before, after) => {
    const slug = await conferenceOf(olga);
    await imported(slug, [event(before)]);
    const [thread] = Object.values(await threadsOf(slug));
    expect(await imported(slug, [event(after)])).toMatchObject({ added: 0, cancelled: 0, questions: [] });
    expect(Object.values(await threadsOf(slug))).toEqual([thread]);
    expect(await imported(slug, [event(after)])).toMatchObject({ unchanged: 1, questions: [] });
  });

  it('keeps each thread with its talk when two trade their keys', async () => {
    const slug = await conferenceOf(olga);
    await imported(slug, [event(), event({ guid: 'g2', ...knitting })]);
    const before = await threadsOf(slug);
    expect(await imported(slug, [event({ guid: 'g2' }), event(knitting)])).toMatchObject({ added: 0, questions: [] });
    expect(await threadsOf(slug)).toEqual(before);
  });

  it('asks about what is likely and not certain, and changes neither until it knows', async () => {
    const slug = await conferenceOf(olga);
    await imported(slug, [event()]);
    const later = event({ guid: 'new', persons: [], date: '2026-05-02T18:00:00+02:00' });
    expect(await imported(slug, [later])).toMatchObject({
      added: 0,
      changed: 0,
      cancelled: 0,
      questions: [{ kind: 'same-talk', title: 'On leaving the network' }],
    });
    expect(await talksOf(olga, slug)).toMatchObject([{ status: 'confirmed', guid: 'g1' }]);
  });

  it('lets small programmes lose a talk, and refuses to drop more than a fifth of eight', async () => {
    const slug = await conferenceOf(olga);
    const of = (n: number): Json[] => Array.from({ length: n }, (_, i) => event({ guid: `g${i}`, title: `Talk ${i}` }));
    await imported(slug, of(7));
    expect(await imported(slug, of(5))).toMatchObject({ cancelled: 2 });
    await imported(slug, of(8));
    expect((await importsInto(olga, slug, schedule(of(6)))).body).toMatchObject({ dropped: 2, total: 8 });
  });
});

describe('a key that was given to another talk', () => {
  const reused = async (): Promise<{ slug: string; question: Json; thread: unknown }> => {
    const slug = await conferenceOf(olga);
    await imported(slug, [event()]);
    const [thread] = Object.values(await threadsOf(slug));
    expect(await imported(slug, [event(knitting)])).toMatchObject({ added: 0, changed: 0, cancelled: 0 });
    const [question] = await questionsOf(slug);
    expect(question).toMatchObject({ title: 'On leaving the network', foundTitle: knitting.title, answer: null });
    return { slug, question: question!, thread };
  };

  it('keeps its thread when the organizer says that it is the same talk, and is not asked about again', async () => {
    const { slug, question, thread } = await reused();
    expect((await answers(slug, question, 'same')).status).toBe(204);
    expect(await threadsOf(slug)).toEqual({ [knitting.title]: thread });
    expect(await imported(slug, [event(knitting)])).toMatchObject({ unchanged: 1, questions: [] });
  });

  it('is another talk with a thread of its own when the organizer says so, and stays it', async () => {
    const { slug, question, thread } = await reused();
    expect((await answers(slug, question, 'new')).status).toBe(204);
    const threads = await threadsOf(slug);
    expect(threads['On leaving the network']).toBe(thread);
    expect(threads[knitting.title]).not.toBe(thread);
    expect(await imported(slug, [event(knitting)])).toMatchObject({ unchanged: 1, cancelled: 0, questions: [] });
    const byTitle = Object.fromEntries((await talksOf(olga, slug)).map((talk) => [talk['title'], talk]));
    expect(byTitle[knitting.title]).toMatchObject({ guid: 'g1', status: 'confirmed' });
    expect(byTitle['On leaving the network']).toMatchObject({ status: 'cancelled' });
  });

  it('is decided on the page too, where the question stands', async () => {
    const { slug, question } = await reused();
    const here = `${world.base}/organize/${slug}/import`;
    expect((await olga.ask('GET', here)).text).toMatch(/Knitting for beginners[^]*On leaving the network/);
    const form = new URLSearchParams({ questionId: question['id'] as string, answer: 'same' }).toString();
    const answer = await olga.ask('POST', `${here}/answers`, form, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(303);
    expect((await olga.ask('GET', here)).text).toMatch(/Nothing to decide[^]*The same talk/);
  });

  it('is decided once', async () => {
    const { slug, question } = await reused();
    await answers(slug, question, 'same');
    expect((await answers(slug, question, 'new')).body['type']).toBe('/problems/import-question-answered');
    expect((await questionsOf(slug))[0]).toMatchObject({ answer: 'same' });
  });

  it('is decided by a word that answers the question', async () => {
    const { slug, question } = await reused();
    expect((await answers(slug, question, 'cancelled')).body).toMatchObject({ errors: [{ pointer: '#/answer' }] });
  });
});

describe('a title that may say that a talk is cancelled', () => {
  it.each(['Leaving (CANCELLED)', 'Annulé : partir', '[Canceled] Leaving'])('%s is a question', async (title) => {
    const slug = await conferenceOf(olga);
    expect(await imported(slug, [event({ title })])).toMatchObject({ added: 1, questions: [{ kind: 'cancelled' }] });
    expect(await talksOf(olga, slug)).toMatchObject([{ status: 'confirmed' }]);
    await answers(slug, (await questionsOf(slug))[0]!, 'cancelled');
    expect(await talksOf(olga, slug)).toMatchObject([{ status: 'cancelled' }]);
    expect(await imported(slug, [event({ title })])).toMatchObject({ unchanged: 1, questions: [] });
    expect(await imported(slug, [event({ title: 'Leaving' })])).toMatchObject({ changed: 1 });
    expect(await talksOf(olga, slug)).toMatchObject([{ status: 'confirmed' }]);
  });

  it('is no question any more once the talk is said to take place', async () => {
    const slug = await conferenceOf(olga);
    await imported(slug, [event({ title: 'Leaving (cancelled)' })]);
    await answers(slug, (await questionsOf(slug))[0]!, 'takes-place');
    expect(await imported(slug, [event({ title: 'Leaving (cancelled)' })])).toMatchObject({
      unchanged: 1,
      questions: [],
    });
  });
});

describe('what a programme says besides', () => {
  it('is stored, shown and exported, and is the same when it is imported elsewhere', async () => {
    const [here, there] = [await conferenceOf(olga), await conferenceOf(olga)];
    const besides = {
      do_not_record: true,
      recording_license: 'CC BY 4.0',
      links: [{ title: 'Slides', url: 'https://example.org/slides' }],
      attachments: [{ title: 'Paper', url: 'https://example.org/paper.pdf' }],
    };
    await imported(here, [event(besides)]);
    const shown = {
      doNotRecord: true,
      licence: 'CC BY 4.0',
      links: besides.links,
      attachments: besides.attachments,
    };
    const [talk] = await talksOf(olga, here);
    expect(talk).toMatchObject(shown);
    const page = await fetch(`${world.base}/c/${here}/t/${talk!['slug'] as string}`, {
      headers: { accept: 'text/html' },
    });
    expect(await page.text()).toMatch(/This talk is not recorded[^]*example\.org\/slides[^]*example\.org\/paper\.pdf/);
    const exported = await (await fetch(`${world.base}/c/${here}/schedule.json`)).text();
    expect(exported).toMatch(/"do_not_record":true/);
    await importsInto(olga, there, exported);
    expect(await talksOf(olga, there)).toMatchObject([shown]);
  });

  it('is what an organizer has made of it, whatever the next file says', async () => {
    const slug = await conferenceOf(olga);
    const besides = { recording_license: 'CC0', links: [{ title: 'Old', url: 'https://example.org/old' }] };
    await imported(slug, [event(besides)]);
    const { id, speakers } = (await talksOf(olga, slug))[0] as Json;
    const changed = {
      licence: 'CC BY 4.0',
      doNotRecord: true,
      links: [{ title: 'Slides', url: 'https://example.org/slides', kind: 'slides' }],
      attachments: [{ title: '', url: 'https://example.org/a.pdf', kind: '' }],
    };
    const answer = await olga.patch(`/admin/talks/${id as string}`, {
      ...changed,
      speakers: [{ name: 'Ada Lovelace' }, { name: 'Grace Hopper', bio: 'Ships' }],
    });
    expect(answer).toMatchObject({ status: 200, body: changed });
    expect(answer.body['speakers']).toMatchObject([
      { id: speakers[0].id as string, name: 'Ada Lovelace' },
      { name: 'Grace Hopper', bioHtml: '<p>Ships</p>' },
    ]);
    await imported(slug, [event({ ...besides, title: 'Renamed', recording_license: 'MIT' })]);
    expect((await talksOf(olga, slug))[0]).toMatchObject({
      ...changed,
      title: 'Renamed',
      speakers: [{ name: 'Ada Lovelace' }, { name: 'Grace Hopper' }],
    });
  });

  it('has no link that is none, or that holds an e-mail address', async () => {
    const slug = await conferenceOf(olga);
    await imported(slug, [event()]);
    const [{ id }] = (await talksOf(olga, slug)) as [Json];
    for (const url of ['javascript:alert(1)', 'mailto:a@b.example', 'https://x.example/?m=a@b.example', 'x'])
      expect(await olga.patch(`/admin/talks/${id as string}`, { links: [{ title: 'x', url }] })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '#/links/0/url' }] },
      });
    expect(await olga.patch(`/admin/talks/${id as string}`, { url: 'https://x.example/a@b.example' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/url' }] },
    });
  });

  it('keeps its other times when the first one is moved', async () => {
    const slug = await conferenceOf(olga);
    const twice = [event({ code: 'ABCDEF' }), event({ code: 'ABCDEF', guid: 'g2', date: '2026-05-03T16:00:00+02:00' })];
    await imported(slug, twice);
    const [{ id }] = (await talksOf(olga, slug)) as [Json];
    const moved = await olga.patch(`/admin/talks/${id as string}`, { startsAt: '2026-05-02T09:00:00.000Z' });
    expect(moved.body['slots']).toMatchObject([
      { startsAt: '2026-05-02T09:00:00.000Z' },
      { startsAt: '2026-05-03T14:00:00.000Z' },
    ]);
  });

  it('exports each slot under a guid and a number that stay when talks move or are added', async () => {
    const [here, there] = [await conferenceOf(olga), await conferenceOf(olga)];
    const twice = [event({ code: 'ABCDEF' }), event({ code: 'ABCDEF', guid: 'g2', date: '2026-05-02T16:00:00+02:00' })];
    await imported(here, twice);
    const exportOf = async (): Promise<{ text: string; ids: [unknown, unknown][] }> => {
      const text = await (await fetch(`${world.base}/c/${here}/schedule.json`)).text();
      const { days } = (JSON.parse(text) as Json)['schedule'].conference;
      const events = (days as Json[]).flatMap(({ rooms }) => Object.values(rooms as Record<string, Json[]>).flat());
      return { text, ids: events.map(({ guid, id }) => [guid, id] as [unknown, unknown]) };
    };
    const before = await exportOf();
    expect(new Set(before.ids.flat()).size).toBe(4);
    const first = event({ guid: 'g0', title: 'Opening', persons: [], date: '2026-05-02T08:00:00+02:00' });
    await imported(here, [first, event({ code: 'ABCDEF', date: '2026-05-02T11:00:00+02:00' }), twice[1]!]);
    const after = await exportOf();
    expect(after.ids).toEqual(expect.arrayContaining(before.ids));
    expect((await importsInto(olga, there, after.text)).body).toMatchObject({ added: 2, problems: [], questions: [] });
  });
});

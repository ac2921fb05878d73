import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conferenceOf, event, importsInto, schedule } from '../imports/programmes.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

const TALKS = 120;
let world: World;
let olga: Person;
let slug: string;
let here: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  slug = await conferenceOf(olga);
  here = `/organize/${slug}`;
  const talks = Array.from({ length: TALKS }, (_, n) =>
    event({ guid: `g${n}`, title: n === 57 ? 'Été à la mer' : `Talk ${n}`, persons: [] }),
  );
  expect((await importsInto(olga, slug, schedule(talks))).body).toMatchObject({ added: TALKS });
});
afterAll(() => world.close());

const sees = (path: string): Promise<Answer> =>
  olga.get(`${world.base}${path}${path.includes('?') ? '&' : '?'}lang=en`, { accept: 'text/html' });
const sends = (path: string, fields: Record<string, string>): Promise<Answer> =>
  olga.ask('POST', world.base + path, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
  });
const sectionIn = (text: string): string => /<section id="threads">[^]*?<\/section>/.exec(text)![0];
const titlesIn = (text: string): string[] =>
  [...sectionIn(text).matchAll(/\/t\/[\w-]+">([^<]+)<\/a>/g)].map(([, title]) => title!);

describe('the discussions of a large conference', () => {
  it('are counted and all of them reached, page after page', async () => {
    const seen: string[] = [];
    let { text } = await sees(here);
    expect(text).toContain(`Discussions (${TALKS})`);
    expect(sectionIn(text)).toContain('1–50 of 120');
    for (let pages = 1; ; pages += 1) {
      seen.push(...titlesIn(text));
      const next = /rel="next" href="([^"]+)#threads"/.exec(sectionIn(text))?.[1];
      if (next === undefined) {
        expect(pages).toBe(3);
        break;
      }
      ({ text } = await sees(next.replaceAll('&amp;', '&')));
    }
    expect(new Set(seen).size).toBe(TALKS);
  });

  it('are filtered by words of their titles, whatever their accents, and by their state', async () => {
    expect(titlesIn((await sees(`${here}?q=ete+MER`)).text)).toEqual(['Été à la mer']);
    expect((await sees(`${here}?q=nothing+like+it`)).text).toContain('No discussion is like that.');
    const { items } = (await olga.get(`/conferences/${slug}/threads?limit=1`)).body as { items: Json[] };
    const { id, title } = items[0] as Json;
    await olga.patch(`/admin/threads/${id as string}`, { state: 'locked', reason: 'A rest' });
    const locked = await sees(`${here}?state=locked`);
    expect(titlesIn(locked.text)).toEqual([title]);
    expect(sectionIn(locked.text)).toContain('locked (1)');
    expect(titlesIn((await sees(`${here}?page=9999&state=None`)).text).length).toBeGreaterThan(0);
  });

  it('are where one was in the list, after one of them was locked', async () => {
    const { text } = await sees(`${here}?q=Talk&page=2`);
    const [, action] = /<form method="post" action="([^"]+)" class="inline">/.exec(sectionIn(text))!;
    const [, threadId] = /name="threadId" value="([\w-]+)"/.exec(sectionIn(text))!;
    const answer = await sends(action!.replaceAll('&amp;', '&'), {
      threadId: threadId!,
      state: 'locked',
      reason: 'Rest',
    });
    expect(answer.headers.get('location')).toBe(`${here}?q=Talk&page=2#threads`);
  });

  it('offer each talk to invite a speaker of it, and name the talk of each right and link', async () => {
    const { text } = await sees(here);
    const [form] = /<form[^>]*id="invite-speaker">[^]*?<\/form>/.exec(text)!;
    expect(form.match(/<option /g)).toHaveLength(TALKS);
    const talkId = /<option value="([\w-]+)">Talk 7</.exec(form)![1]!;
    await sends(`${here}/invitations`, { role: 'speaker', talkId, name: 'Ada' });
    expect((await sees(here)).text).toMatch(/<section id="invitations">[^]*Talk 7[^]*<\/section>/);
  });
});

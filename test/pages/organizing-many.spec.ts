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
const partIn = (text: string, id: string): string => new RegExp(`<section id="${id}">[^]*?</section>`).exec(text)![0];
/** Follows a list from page to page; answers what is on each. */
async function pagesOf(path: string, id: string, row: RegExp): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const part = partIn((await sees(next)).text, id);
    pages.push([...part.matchAll(row)].map(([, one]) => one!));
    next = new RegExp(`rel="next" href="([^"]+)#${id}"`).exec(part)?.[1]?.replaceAll('&amp;', '&');
  }
  return pages;
}
const list = (): string => `${here}/discussions`;
const team = (): string => `${here}/team`;
const sectionIn = (text: string): string => /<section id="threads">[^]*?<\/section>/.exec(text)![0];
const titlesIn = (text: string): string[] =>
  [...sectionIn(text).matchAll(/\/t\/[\w-]+">([^<]+)<\/a>/g)].map(([, title]) => title!);

describe('the discussions of a large conference', () => {
  it('are counted and all of them reached, page after page', async () => {
    const seen: string[] = [];
    let { text } = await sees(list());
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
    expect(titlesIn((await sees(`${list()}?q=ete+MER`)).text)).toEqual(['Été à la mer']);
    expect((await sees(`${list()}?q=nothing+like+it`)).text).toContain('No discussions found.');
    const { items } = (await olga.get(`/conferences/${slug}/threads?limit=1`)).body as { items: Json[] };
    const { id, title } = items[0] as Json;
    await olga.patch(`/admin/threads/${id as string}`, { state: 'locked', reason: 'A rest' });
    const locked = await sees(`${list()}?state=locked`);
    expect(titlesIn(locked.text)).toEqual([title]);
    expect(sectionIn(locked.text)).toContain('locked (1)');
    expect(titlesIn((await sees(`${list()}?page=9999&state=None`)).text).length).toBeGreaterThan(0);
  });

  it('are where one was in the list, after one of them was locked', async () => {
    const { text } = await sees(`${list()}?q=Talk&page=2`);
    const [, action] = /<form method="post" action="([^"]+)" class="inline">/.exec(sectionIn(text))!;
    const [, threadId] = /name="threadId" value="([\w-]+)"/.exec(sectionIn(text))!;
    const answer = await sends(action!.replaceAll('&amp;', '&'), {
      threadId: threadId!,
      state: 'locked',
      reason: 'Rest',
    });
    expect(answer.headers.get('location')).toBe(`${list()}?q=Talk&page=2#threads`);
  });

  it('offer each talk to invite a speaker of it, and name the talk of each right and link', async () => {
    const { text } = await sees(team());
    const [form] = /<form[^>]*id="invite-speaker">[^]*?<\/form>/.exec(text)!;
    expect(form.match(/<option /g)).toHaveLength(TALKS);
    const talkId = /<option value="([\w-]+)">Talk 7</.exec(form)![1]!;
    await sends(`${here}/invitations`, { role: 'speaker', talkId, name: 'Ada' });
    expect((await sees(team())).text).toMatch(/<section id="invitations">[^]*Talk 7[^]*<\/section>/);
  });
});

describe('other lists of a large conference', () => {
  it('has a line to embed for each discussion, counted, filtered, page after page', async () => {
    const pages = await pagesOf(`${here}/embedding`, 'threads', /id="line-([\w-]{36})"/g);
    expect([pages.map(({ length }) => length), new Set(pages.flat()).size]).toEqual([[50, 50, 20], TALKS]);
    const { text } = await sees(`${here}/embedding?q=ete+mer`);
    expect(partIn(text, 'threads')).toContain(`(${TALKS})`);
    expect(partIn(text, 'threads').match(/id="line-[\w-]{36}"/g)).toHaveLength(1);
  });

  it('has all rights, counted, filtered by name and role, on pages and in the API', async () => {
    const [conference] = await world.query<{ id: string }>('select id from conferences where slug = $1', [slug]);
    await world.query(
      `with people as (
         insert into accounts (id, address_cipher, address_key_id, address_index, locale, settings, created_on)
         select gen_random_uuid(), 'x', 'x', ('grant' || n)::bytea, 'en', '{}', current_date
         from generate_series(1, 1100) n
         returning id
       ), numbered as (select id, row_number() over () n from people)
       insert into grants (id, account_id, conference_id, role, name)
       select gen_random_uuid(), id, $1, case when n <= 3 then 'moderator' else 'organizer' end,
         case when n = 2 then 'Zoé Müller' else 'Person ' || n end
       from numbered`,
      [conference!.id],
    );
    const pages = await pagesOf(team(), 'grants', /name="grantId" value="([\w-]+)"/g);
    const total = pages.flat().length;
    expect([total >= 1100, new Set(pages.flat()).size, pages[0]!.length]).toEqual([true, total, 50]);
    const found = partIn((await sees(`${team()}?who=zoe+muller`)).text, 'grants');
    expect(found).toContain(`Team (${total.toLocaleString('en')})`);
    expect(found.match(/name="grantId"/g)).toHaveLength(1);
    const moderators = partIn((await sees(`${team()}?role=moderator`)).text, 'grants');
    expect([moderators.match(/name="grantId"/g)?.length, moderators.includes('moderator (3)')]).toEqual([3, true]);
    const [, action] = /action="([^"]+\/grants[^"]*)"/.exec(moderators)!;
    const [, grantId] = /name="grantId" value="([\w-]+)"/.exec(moderators)!;
    const answer = await sends(action!.replaceAll('&amp;', '&'), { grantId: grantId! });
    expect(answer.headers.get('location')).toBe(`${team()}?role=moderator#grants`);
    const ids = new Set<string>();
    for (let cursor = ''; ;) {
      const { body } = await olga.get(`/admin/conferences/${slug}/grants?limit=100${cursor}`);
      for (const { id } of body['items'] as Json[]) ids.add(id as string);
      if (body['next'] === null) break;
      cursor = `&cursor=${body['next'] as string}`;
    }
    expect(ids.size).toBe(total - 1);
  });

  it('has all sanctions that last, counted, filtered by name and kind', async () => {
    const [conference] = await world.query<{ id: string }>('select id from conferences where slug = $1', [slug]);
    await world.query(
      `with people as (
         insert into accounts (id, address_cipher, address_key_id, address_index, locale, settings, created_on)
         select gen_random_uuid(), 'x', 'x', ('standing' || n)::bytea, 'en', '{}', current_date
         from generate_series(1, 620) n
         returning id
       ), numbered as (select id, row_number() over () n from people)
       insert into standings (id, account_id, conference_id, kind, until, reason)
       select gen_random_uuid(), id, $1, case when n <= 7 then 'suspended' else 'muted' end, null, 'Reason ' || n
       from numbered`,
      [conference!.id],
    );
    const pages = await pagesOf(`${here}/rules`, 'sanctions', /(Reason \d+)/g);
    expect([pages.length, new Set(pages.flat()).size]).toEqual([13, 620]);
    const suspended = partIn((await sees(`${here}/rules?kind=suspended`)).text, 'sanctions');
    expect(suspended.match(/Reason \d+/g)).toHaveLength(7);
    expect(suspended).toContain('(620)');
    expect(partIn((await sees(`${here}/rules?who=nobody`)).text, 'sanctions')).toContain('No sanctions found.');
  });
});

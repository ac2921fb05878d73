import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { talkOf } from '../questions/stage.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

/** The forms of a forum in use, each pressed twice at once, as by an impatient finger on a slow connection. */
let world: World;
let olga: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let persona: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  await olga.calledIn(place.slug, 'Olga');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  persona = ((await ada.get('/me')).body['personas'] as Json[])[0]!['id'] as string;
});
afterAll(() => world.close());

const press = (who: Person, path: string, fields: Record<string, string>): Promise<Answer> =>
  who.ask('POST', `${world.base}${path}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    'accept-language': 'en',
  });
/** Presses twice at once, and once more; no answer is a failure of ours. */
async function pressTwice(who: Person, path: string, fields: Record<string, string>): Promise<Answer[]> {
  const answers = await Promise.all([press(who, path, fields), press(who, path, fields)]);
  answers.push(await press(who, path, fields));
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(answers.some(({ status }) => status < 400)).toBe(true);
  return answers;
}
/** The fields of a page's form as its reader gets them, with what they type. */
async function typedInto(who: Person, path: string, action: string, fields: Record<string, string>) {
  const { text } = await who.ask('GET', `${world.base}${path}`);
  const [form] = new RegExp(`<form[^>]*action="${action}"[^]*?</form>`).exec(text)!;
  const hidden = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return { ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])), ...fields };
}
async function count(sql: string, values: unknown[] = []): Promise<number> {
  const [row] = await world.query<{ n: number }>(`select count(*)::int n from ${sql}`, values);
  return row!.n;
}
const here = (): string => `/organize/${place.slug}`;

describe('a button that is pressed twice', () => {
  it.each(['mute', 'suspend'])('imposes one sanction: %s', async (kind) => {
    const fields = { personaId: persona, kind, days: '7', rule: 'respect', reason: `Enough, ${kind}.` };
    const answers = await pressTwice(olga, `${here()}/sanctions`, fields);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await count(`decisions where kind = $1`, [kind])).toBe(1);
    expect(await count('statements s join decisions d on d.id = s.decision_id where d.kind = $1', [kind])).toBe(1);
    // Another end, or another reason, is another decision.
    await press(olga, `${here()}/sanctions`, { ...fields, days: '8' });
    expect(await count(`decisions where kind = $1`, [kind])).toBe(2);
  });

  it('ends a sanction once', async () => {
    const [row] = await world.query<{ id: string }>(`select id from standings where kind = 'muted'`);
    await pressTwice(olga, `${here()}/sanctions/${row!.id}`, { reason: 'Peace.' });
    expect(await count(`decisions where kind = 'unmute'`)).toBe(1);
    const [other] = await world.query<{ id: string }>(`select id from standings where kind = 'suspended'`);
    await press(olga, `${here()}/sanctions/${other!.id}`, { reason: 'Peace.' });
  });

  it('locks a discussion once', async () => {
    const page = await olga.ask('GET', `${world.base}/c/${place.slug}/t/on-leaving/moderation/lock?lang=en`);
    const version = /name="version" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
    const fields = { threadId: place.threadId, state: 'locked', reason: 'A pause.', version };
    await pressTwice(olga, `/c/${place.slug}/t/on-leaving/moderation/lock`, fields);
    expect(await count(`decisions where kind = 'lock'`)).toBe(1);
    await olga.patch(`/admin/threads/${place.threadId}`, { state: 'open', reason: 'Done.' });
  });

  it('hides a comment once', async () => {
    const { id } = await ada.says(place.threadId, 'Words to hide');
    await pressTwice(olga, `/c/${place.slug}/t/on-leaving/moderation/hide`, {
      commentId: id as string,
      rule: 'topic',
      reason: 'Off topic.',
    });
    expect(await count(`decisions where kind = 'withhold'`)).toBe(1);
  });

  it('adds one profile, and another when the form was changed', async () => {
    const fields = await typedInto(ada, `/me?conference=${place.slug}`, '/me/personas', {
      conference: place.slug,
      name: 'Second persona',
      tagline: '',
    });
    await pressTwice(ada, '/me/personas', fields);
    expect(await count(`personas where name = 'Second persona'`)).toBe(1);
    await pressTwice(ada, '/me/personas', { ...fields, name: 'Third persona' });
    expect(await count(`personas where name = 'Third persona'`)).toBe(1);
  });

  it('can be pressed again after a refusal', async () => {
    const fields = await typedInto(ada, `/me?conference=${place.slug}`, '/me/personas', { conference: place.slug });
    const refused = await press(ada, '/me/personas', { ...fields, name: 'Olga' });
    expect(refused.status).toBe(409);
    expect((await press(ada, '/me/personas', { ...fields, name: 'Olga' })).status).toBe(409);
  });

  it('adds one talk', async () => {
    const programme = `${here()}/programme`;
    const title = 'A talk pressed twice';
    await pressTwice(olga, programme, await typedInto(olga, `${programme}/new`, programme, { title }));
    expect(await count(`talks where title = $1`, [title])).toBe(1);
  });

  it('opens one discussion', async () => {
    const discussions = `${here()}/discussions`;
    const fields = await typedInto(olga, discussions, discussions, { title: 'Pressed twice' });
    await pressTwice(olga, discussions, fields);
    expect(await count(`threads where title = 'Pressed twice'`)).toBe(1);
  });

  it('makes one link', async () => {
    const fields = await typedInto(olga, `${here()}/team`, `${here()}/invitations`, {
      role: 'moderator',
      name: 'Mona',
    });
    const answers = await pressTwice(olga, `${here()}/invitations`, fields);
    expect(await count(`invitations where name = 'Mona'`)).toBe(1);
    const links = answers.map(({ text }) => /\/claim#[\w-]+/.exec(text)?.[0]);
    expect(new Set(links).size).toBe(1);
    expect(links[0]).toBeDefined();
  });

  it('creates one conference', async () => {
    await pressTwice(olga, '/organize', {
      title: 'Pressed conference',
      startsOn: '2031-09-01',
      endsOn: '2031-09-02',
      timeZone: 'Europe/Paris',
      locale: 'en',
    });
    expect(await count(`conferences where title = 'Pressed conference'`)).toBe(1);
  });

  it('makes one recap', async () => {
    const path = `/c/${place.slug}/recaps/new`;
    const bob = await (await world.person('bob').signsIn()).calledIn(place.slug, 'Bob');
    const fields = await typedInto(bob, path, path, { title: 'My day', markdown: 'It was good.', act: 'publish' });
    await pressTwice(bob, path, fields);
    expect(await count('recaps where not is_official')).toBe(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conferenceOf, event, importsInto, schedule, talksOf } from '../imports/programmes.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let slug: string;
let talks: Json[];
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());
beforeEach(async () => {
  slug = await conferenceOf(olga);
  const titled = (title: string, n: number): Json =>
    event({
      guid: `g${n}`,
      title,
      persons: [{ id: n, public_name: `Person ${n}` }],
      track: 'Fruit',
      subtitle: 'Short',
    });
  await importsInto(olga, slug, schedule(['On figs', 'On pears', 'On plums'].map(titled)));
  talks = await talksOf(olga, slug);
});

const idOf = (title: string): string => talks.find((talk) => talk['title'] === title)!['id'] as string;
const talk = async (title: string): Promise<Json> => (await olga.get(`/talks/${idOf(title)}`)).body;
const programme = (query = ''): string => `/organize/${slug}/programme${query}`;
const sees = (path: string): Promise<Answer> =>
  olga.ask('GET', world.base + path, undefined, { accept: 'text/html', 'accept-language': 'en' });
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** The row of a talk, unfolded or not. */
const rowOf = (html: string, title: string): string =>
  new RegExp(`<tr[^>]* id="talk-${idOf(title)}"[^]*?</tr>`).exec(html)?.[0] ??
  new RegExp(`<tr id="talk-${idOf(title)}"[^]*?</tr>`).exec(html)![0];

/** A form as it is shown, with the values that a browser would send. */
function formIn(html: string): { action: string; fields: Record<string, string> } {
  const [, action, inside] = /<form method="post" action="([^"]*programme\/[^"]*)"[^>]*>([^]*?)<\/form>/.exec(html)!;
  const inputs = [...inside!.matchAll(/<input([^>]*)>/g)].map(([, attributes]) => attributes!);
  const valueOf = (attributes: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  const fields = [
    ...inputs
      .filter((attributes) => !attributes.includes('type="checkbox"') || attributes.includes('checked'))
      .map((attributes) => [
        valueOf(attributes, 'name'),
        valueOf(attributes, 'value') || (attributes.includes('checkbox') ? 'on' : ''),
      ]),
    ...[...inside!.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^]*?)<\/textarea>/g)].map(([, name, value]) => [
      name,
      value!,
    ]),
  ].map(([name, value]) => [name!, unescaped(value!)]);
  return { action: unescaped(action!), fields: Object.fromEntries(fields) as Record<string, string> };
}

/** The form of an unfolded row, and a way to send it with some of its fields changed. */
async function unfolds(title: string, query = '') {
  const page = await sees(programme(`?edit=${idOf(title)}${query}`));
  const { action, fields } = formIn(rowOf(page.text, title));
  return {
    page,
    fields,
    action,
    previews: (typed: Record<string, string>): Promise<Answer> => {
      const [, address] = / formaction="([^"]*)"/.exec(rowOf(page.text, title))!;
      return send(unescaped(address!), { ...fields, ...typed });
    },
    sends: (typed: Record<string, string>): Promise<Answer> => send(action, { ...fields, ...typed }),
  };
}
const send = (action: string, fields: Record<string, string>): Promise<Answer> =>
  olga.ask('POST', world.base + action.split('#')[0]!, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
    'accept-language': 'en',
  });

describe('editing a talk in its row', () => {
  it('unfolds the row as a form among the others, and folds it again once it is saved', async () => {
    const shut = await sees(programme());
    expect(rowOf(shut.text, 'On pears')).toContain(`href="${programme(`?edit=${idOf('On pears')}`)}#talk-`);
    const { page, action, fields, sends } = await unfolds('On pears');
    expect(page.text.match(/<form method="post" action="[^"]*\/programme\//g)).toHaveLength(1);
    expect(rowOf(page.text, 'On figs')).not.toContain('<form');
    expect(action).toMatch(/#talk-[0-9a-f-]+$/);
    expect(fields).toMatchObject({ title: 'On pears', room: 'Aula', day: '2026-05-02', time: '10:00', track: 'Fruit' });
    const saved = await sends({ title: 'On ripe pears', time: '11:15', room: 'Attic', speakers: 'Ada\nCarl' });
    expect(saved.status).toBe(303);
    expect(saved.headers.get('location')).toBe(`${programme()}?said=saved#talk-${idOf('On pears')}`);
    expect(await talk('On pears')).toMatchObject({
      title: 'On ripe pears',
      startsAt: '2026-05-02T09:15:00.000Z',
      room: 'Attic',
      speakers: [{ name: 'Ada' }, { name: 'Carl' }],
    });
  });

  it('says that a day is none of the conference’s, and takes the night after its last one', async () => {
    const { sends } = await unfolds('On pears');
    for (const [day, time, said] of [
      ['2026-05-04', '00:30', 'saved'],
      ['2026-05-04', '10:00', 'saved-outside'],
      ['2026-05-01', '23:00', 'saved-outside'],
      ['2026-05-02', '10:00', 'saved'],
    ] as const) {
      const { fields } = await unfolds('On pears');
      const saved = await sends({ version: fields['version']!, was: fields['was']!, day, time });
      expect(saved.headers.get('location')).toContain(`said=${said}#`);
    }
    const page = await sees(programme('?said=saved-outside'));
    expect(page.text).toContain('outside the dates of the conference');
  });

  it('stays where it is searched for', async () => {
    const { page, action, sends } = await unfolds('On pears', '&q=pears');
    expect(page.text).not.toContain('On figs');
    expect(action).toContain('q=pears');
    const saved = await sends({ room: 'Attic' });
    expect(saved.headers.get('location')).toContain('/programme?q=pears&said=saved#talk-');
  });

  it('shows a talk first that is elsewhere in the list, and none of another conference', async () => {
    const page = await sees(programme(`?q=figs&edit=${idOf('On plums')}`));
    expect(page.text.indexOf(`talk-${idOf('On plums')}`)).toBeLessThan(page.text.indexOf(`talk-${idOf('On figs')}`));
    const other = await conferenceOf(olga);
    expect((await sees(`/organize/${other}/programme?edit=${idOf('On figs')}`)).status).toBe(404);
    expect((await sees(programme('?edit=nothing'))).status).toBe(404);
    const { fields } = await unfolds('On figs');
    const elsewhere = `/organize/${other}/programme/${idOf('On figs')}?edit=${idOf('On figs')}`;
    expect((await send(elsewhere, fields)).status).toBe(404);
  });

  it('says what is wrong in the row, at its field, and keeps what was typed', async () => {
    const { sends } = await unfolds('On pears');
    const refused = await sends({ time: '', url: 'nowhere', room: 'Attic', cancelled: 'on' });
    expect(refused.status).toBe(422);
    const row = rowOf(refused.text, 'On pears');
    expect(row).toContain('role="alert"');
    expect(row).toMatch(/id="time-fault"[^>]*>Give the time at which it begins/);
    expect(row).toContain('id="url-fault"');
    expect(refused.text.match(/class="refusal"/g)).toHaveLength(1);
    const { fields, action } = formIn(row);
    expect(fields).toMatchObject({ room: 'Attic', url: 'nowhere', cancelled: 'on' });
    expect((await send(action, { ...fields, time: '12:00', url: '' })).status).toBe(303);
    expect(await talk('On pears')).toMatchObject({ room: 'Attic', status: 'cancelled' });
    for (const [typed, said] of [
      ['-5', 'Give whole minutes.'],
      ['half an hour', 'Give whole minutes.'],
      ['20000', 'Give at most 10000 minutes.'],
    ] as const) {
      const { text } = await (await unfolds('On pears')).sends({ durationMinutes: typed });
      expect(rowOf(text, 'On pears')).toContain(`id="durationMinutes-fault" role="alert">${said}`);
    }
  });

  it('tells the second of two organizers, keeps what both changed, and names the field that both changed', async () => {
    const [first, second] = [await unfolds('On pears'), await unfolds('On pears')];
    expect((await first.sends({ title: 'On green pears', room: 'Attic', licence: 'CC BY 4.0' })).status).toBe(303);
    const refused = await second.sends({ room: 'Cellar', subtitle: 'Long' });
    expect(refused.status).toBe(412);
    const row = rowOf(refused.text, 'On pears');
    expect(row).toContain('This was changed in the meantime');
    expect(row).toContain('Saved by somebody else meanwhile: Attic');
    expect(row.match(/meanwhile:/g)).toHaveLength(1);
    const { fields, action } = formIn(row);
    expect(fields).toMatchObject({
      title: 'On green pears',
      licence: 'CC BY 4.0',
      room: 'Cellar',
      subtitle: 'Long',
    });
    expect(await talk('On pears')).toMatchObject({ room: 'Attic', subtitle: 'Short' });
    expect((await send(action, fields)).status).toBe(303);
    expect(await talk('On pears')).toMatchObject({
      title: 'On green pears',
      licence: 'CC BY 4.0',
      room: 'Cellar',
      subtitle: 'Long',
    });
  });

  it('tells the second also after a mistake of theirs, or a look at the abstract', async () => {
    const wrong = await unfolds('On pears');
    const mistaken = formIn(rowOf((await wrong.sends({ time: '' })).text, 'On pears'));
    const looked = formIn(rowOf((await wrong.previews({ subtitle: 'Long' })).text, 'On pears'));
    expect((await (await unfolds('On pears')).sends({ room: 'Attic' })).status).toBe(303);
    expect((await send(mistaken.action, { ...mistaken.fields, time: '09:00' })).status).toBe(412);
    expect((await send(looked.action, looked.fields)).status).toBe(412);
    expect(await talk('On pears')).toMatchObject({ room: 'Attic', subtitle: 'Short' });
  });

  it.each(['', 'nonsense', '[]', 'null', '{"room":3}'])(
    'loses nothing typed when the form has forgotten what it showed: %p',
    async (was) => {
      const { sends } = await unfolds('On pears');
      expect((await (await unfolds('On pears')).sends({ room: 'Attic' })).status).toBe(303);
      const refused = await sends({ room: 'Cellar', was });
      expect(refused.status).toBe(412);
      expect(formIn(rowOf(refused.text, 'On pears')).fields).toMatchObject({ room: 'Cellar', title: 'On pears' });
    },
  );

  it('shows what a typed abstract will look like, before it is saved', async () => {
    const before = await talk('On pears');
    const { previews } = await unfolds('On pears');
    const looked = await previews({ abstract: 'Now **sweet** <b>ones</b>', room: 'Attic' });
    expect(looked.status).toBe(200);
    const row = rowOf(looked.text, 'On pears');
    expect(/<section id="preview"[^]*?<\/section>/.exec(row)![0]).toContain('Now <strong>sweet</strong> &#x3C;b>ones');
    expect(formIn(row).fields).toMatchObject({
      room: 'Attic',
      abstract: 'Now **sweet** <b>ones</b>',
    });
    expect(await talk('On pears')).toEqual(before);
    const added = await send(`${programme()}/new/preview`, { title: 'On dates', abstract: '*Soon*' });
    expect([added.status, added.text.includes('<em>Soon</em>')]).toEqual([200, true]);
    expect(await talksOf(olga, slug)).toHaveLength(3);
  });

  it('takes the longest abstract in any script, from programs and from its form', async () => {
    const abstract = 'été '.repeat(12_500).trim();
    expect((await olga.patch(`/admin/talks/${idOf('On figs')}`, { abstract })).status).toBe(200);
    const form = await unfolds('On figs');
    expect(form.fields['abstract']).toBe(abstract);
    expect((await form.previews({})).status).toBe(200);
    const saved = await form.sends({ abstract: `${abstract.slice(0, -3)}fin`, subtitle: 'Long' });
    expect(saved.status).toBe(303);
    expect(await talk('On figs')).toMatchObject({ subtitle: 'Long' });
    const late = await form.sends({ abstract: `${abstract.slice(0, -3)}soir` });
    expect([late.status, late.text.includes('soir')]).toEqual([412, true]);
  });

  it('offers the stored abstract as Markdown, and writes it anew only where it was changed', async () => {
    await importsInto(
      olga,
      slug,
      schedule([
        event({
          guid: 'h1',
          title: 'On quinces',
          persons: [],
          abstract: '<p>Hard, <b>sour</b> &amp;amp; https://fruit.example/a_b</p><table><tr><td>cell</td></tr></table>',
        }),
        ...['On figs', 'On pears', 'On plums'].map((title, n) => event({ guid: `g${n}`, title })),
      ]),
    );
    talks = await talksOf(olga, slug);
    const stored = (await talk('On quinces'))['abstractHtml'] as string;
    const { fields, sends } = await unfolds('On quinces');
    expect(fields['abstract']).toContain('Hard, **sour** \\&amp; <https://fruit.example/a_b>');
    expect((await sends({ room: 'Cellar' })).status).toBe(303);
    expect((await talk('On quinces'))['abstractHtml']).toBe(stored);
    const again = await unfolds('On quinces');
    const changed = again.fields['abstract']!.replace('Hard', 'Very *hard*');
    expect((await again.sends({ abstract: changed })).status).toBe(303);
    const html = (await talk('On quinces'))['abstractHtml'] as string;
    expect(html).toContain(
      '<p>Very <em>hard</em>, <strong>sour</strong> &#x26;amp; <a href="https://fruit.example/a_b"',
    );
    // Emptied, it goes; a form that has no such field leaves it.
    const { fields: known, action, sends: clears } = await unfolds('On quinces');
    const without = Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'abstract'));
    expect((await send(action, { ...without, room: 'Attic' })).status).toBe(303);
    expect((await talk('On quinces'))['abstractHtml']).toBe(html);
    expect((await clears({ abstract: '' })).status).toBe(412);
    const last = await unfolds('On quinces');
    expect((await last.sends({ abstract: '' })).status).toBe(303);
    expect((await talk('On quinces'))['abstractHtml']).toBe('');
  });
});

describe('the grid of the programme', () => {
  const inRoom = (n: number, room: string, fields: Json = {}): Json =>
    event({ guid: `r${n}`, title: `Talk ${n}`, persons: [], ...fields, room });

  /** A conference of two days with eight rooms on the first. */
  async function ofManyRooms(): Promise<string> {
    const many = await conferenceOf(olga);
    const rooms = Array.from({ length: 8 }, (_, n) => [`Room ${n + 3}`, [inRoom(n, `Room ${n + 3}`)]]);
    const days = [
      { date: '2026-05-02', rooms: Object.fromEntries(rooms) as Json },
      { date: '2026-05-03', rooms: { Aula: [inRoom(8, 'Aula', { date: '2026-05-03T10:00:00+02:00' })] } },
    ];
    await importsInto(olga, many, schedule([], { end: '2026-05-03', days }));
    const without = { title: 'Nowhere yet', durationMinutes: '30' };
    expect((await send(`/organize/${many}/programme`, without)).status).toBe(303);
    return many;
  }
  const columns = (html: string): string[] =>
    [...html.matchAll(/<th scope="col">(Room \d+|Aula)<\/th>/g)].map(([, room]) => room!);

  it('has rooms side by side in the order in which people count, six at a time', async () => {
    const many = await ofManyRooms();
    const first = await sees(`/organize/${many}/programme?layout=grid`);
    expect(columns(first.text)).toEqual([3, 4, 5, 6, 7, 8].map((n) => `Room ${n}`));
    expect(first.text).toContain('Room 9 – Room 10');
    const second = await sees(`/organize/${many}/programme?layout=grid&rooms=2`);
    expect(columns(second.text)).toEqual(['Room 9', 'Room 10']);
    const sunday = await sees(`/organize/${many}/programme?layout=grid&day=2026-05-03`);
    expect(columns(sunday.text)).toEqual(['Aula']);
    for (const wrong of ['&day=2031-01-01', '&day=x', '&rooms=0', '&rooms=x'])
      expect(columns((await sees(`/organize/${many}/programme?layout=grid${wrong}`)).text)).toHaveLength(6);
    expect(columns((await sees(`/organize/${many}/programme?layout=grid&rooms=99`)).text)).toHaveLength(2);
  });

  it('lists below what has no time or no room, and is empty where nothing has', async () => {
    const many = await ofManyRooms();
    const { text } = await sees(`/organize/${many}/programme?layout=grid`);
    expect(text.slice(text.indexOf('Not in the grid'))).toContain('Nowhere yet');
    const empty = await sees(`/organize/${await conferenceOf(olga)}/programme?layout=grid`);
    expect([empty.status, empty.text.includes('Nothing has a time and a room')]).toEqual([200, true]);
  });

  it('leads to the form of a talk, and back to the same rooms and day', async () => {
    const { text } = await sees(programme('?layout=grid'));
    const [, address] = new RegExp(`<a href="([^"]*)">On pears</a>`).exec(text)!;
    const page = await sees(unescaped(address!).split('#')[0]!);
    expect(columns(page.text)).toEqual(['Aula']);
    const { action, fields } = formIn(page.text);
    const refused = await send(action, { ...fields, time: '' });
    expect([refused.status, columns(refused.text), refused.text.includes('id="time-fault"')]).toEqual([
      422,
      ['Aula'],
      true,
    ]);
    const saved = await send(action, { ...fields, room: 'Attic' });
    expect(saved.headers.get('location')).toContain('/programme?layout=grid&day=2026-05-02&said=saved#talk-');
  });
});

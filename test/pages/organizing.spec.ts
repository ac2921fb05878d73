import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, schedule } from '../imports/programmes.ts';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const sees = (who: Person, path: string): Promise<Answer> =>
  who.get(`${world.base}${path}${path.includes('?') ? '&' : '?'}lang=en`, { accept: 'text/html' });
const sends = (who: Person, path: string, fields: Record<string, string>): Promise<Answer> =>
  who.ask('POST', `${world.base}${path}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'text/html',
    'accept-language': 'en',
  });

/** Sends a form with a file, as browsers do. */
async function uploads(who: Person, path: string, fields: Record<string, string>, file: string): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file], { type: 'application/json' }), 'schedule.json');
  const answer = await fetch(`${world.base}${path}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { authorization: `Bearer ${who.token!}`, origin: 'http://localhost:3000', 'accept-language': 'en' },
  });
  return { status: answer.status, headers: answer.headers, body: {}, text: await answer.text() };
}

const NEW = {
  title: 'Été du libre',
  startsOn: '2031-09-01',
  endsOn: '2031-09-02',
  timeZone: 'Europe/Paris',
  locale: 'fr',
};
/** A new conference, made by the form; its path for organizers. */
async function made(title: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await sends(olga, '/organize', { ...NEW, title, ...fields });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get('location')!, world.base).pathname;
}
const slugIn = (here: string): string => here.split('/')[2]!;
/** The values of the fields of a page's form, as a browser would send them again. */
function fieldsIn(text: string, action: string): Record<string, string> {
  const [form] = new RegExp(`<form[^>]*action="${action}"[^]*?</form>`).exec(text)!;
  const inputs = [...form.matchAll(/<input([^>]*)>/g)].map(([, attributes]) => attributes!);
  const valueOf = (attributes: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  return Object.fromEntries([
    ...inputs
      .filter((attributes) => !attributes.includes('type="checkbox"') || attributes.includes('checked'))
      .map((attributes) => [valueOf(attributes, 'name'), valueOf(attributes, 'value')]),
    ...[...form.matchAll(/<select[^>]*name="(\w+)"[^]*?<\/select>/g)].map(([select, name]) => [
      name,
      /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '',
    ]),
    ...[...form.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^]*?)<\/textarea>/g)].map(([, name, value]) => [
      name,
      value!.trim(),
    ]),
  ]) as Record<string, string>;
}

describe('a new conference', () => {
  it('is made from its name, its days and its zone, under an address made of the name', async () => {
    const here = await made('Été du libre');
    expect(here).toBe('/organize/ete-du-libre');
    expect((await sees(olga, here)).text).toContain('Before you open');
    expect((await olga.get('/conferences/ete-du-libre')).body).toMatchObject({ title: 'Été du libre', locale: 'fr' });
    expect((await sees(olga, '/organize')).text).toContain('href="/organize/ete-du-libre"');
  });

  it('is refused at the field that is wrong, and what was typed is kept', async () => {
    const backwards = await sends(olga, '/organize', { ...NEW, title: 'Backwards', endsOn: '2031-08-01' });
    expect(backwards.status).toBe(422);
    expect(backwards.text).toContain('value="Backwards"');
    expect(backwards.text).toMatch(/id="endsOn-fault"[^>]*>Let the conference end on its first day or later\./);
    const nowhere = await sends(olga, '/organize', { ...NEW, title: 'Nowhere', timeZone: 'Middle-earth' });
    expect(nowhere.text).toMatch(/id="timeZone-fault"[^>]*>Give an IANA time zone/);
    await made('Taken twice', { slug: 'taken-twice' });
    expect((await sends(olga, '/organize', { ...NEW, slug: 'taken-twice' })).status).toBe(409);
  });

  it('comes whole from the file of a programme, and never changes one that is there', async () => {
    const file = schedule([event({ guid: 'f1', title: 'From a file', persons: [] })]);
    const answer = await uploads(olga, '/organize/programmes', { locale: 'en', timeZone: 'Europe/Paris' }, file);
    expect(answer.status).toBe(303);
    const [path] = answer.headers.get('location')!.split('?');
    expect((await sees(olga, path!)).text).toContain('From a file');
    expect((await uploads(olga, '/organize/programmes', { locale: 'en', timeZone: 'Europe/Paris' }, file)).status).toBe(
      409,
    );
    expect((await uploads(olga, '/organize/programmes', { locale: 'en', timeZone: '' }, 'no programme')).status).toBe(
      422,
    );
  });

  it('leads to the programme that is there, whatever its file would have changed in it', async () => {
    const talks = Array.from({ length: 10 }, (_, n) => event({ guid: `t${n}`, title: `Talk ${n}`, persons: [] }));
    const fields = { locale: 'en', timeZone: 'Europe/Paris' };
    const whole = schedule(talks, { acronym: 'ten', title: 'Ten talks' });
    expect((await uploads(olga, '/organize/programmes', fields, whole)).status).toBe(303);
    const before = (await olga.get('/conferences/ten/talks')).text;
    for (const file of [schedule(talks.slice(0, 2), { acronym: 'ten', title: 'Ten talks' }), whole]) {
      const refused = await uploads(olga, '/organize/programmes', fields, file);
      expect([refused.status, refused.text.includes('This file is the programme of “ten”')]).toEqual([409, true]);
      expect(refused.text).toContain('href="/organize/ten/programme#import"');
    }
    expect((await olga.get('/conferences/ten/talks')).text).toBe(before);
  });

  it('is told at once of what its file says and no import reads', async () => {
    const file = schedule([event({ guid: 's1', title: 'Sung', persons: [], duration: '00:00', melody: 'C major' })], {
      acronym: 'sung',
      title: 'Sung talks',
    });
    const made = await uploads(olga, '/organize/programmes', { locale: 'en', timeZone: 'Europe/Paris' }, file);
    expect(made.status).toBe(200);
    const report = /<section class="notice" role="status" id="report">[^]*?<\/section>/.exec(made.text)![0];
    expect(report).toContain('1 talk added');
    expect(report).toContain('The talk has no length');
    expect(report).toContain('melody (1)');
    // The page is one of the conference, though its address names none.
    expect(made.text).toContain('href="/organize/sung/settings"');
    expect((await olga.get('/conferences/sung/talks')).body['items']).toHaveLength(1);
  });

  it('is made with its programme or not at all, so that the next attempt begins anew', async () => {
    const file = schedule([event({ guid: 'k1', title: 'Written last', persons: [] })], {
      acronym: 'whole',
      title: 'Whole or not',
    });
    const fields = { locale: 'en', timeZone: 'Europe/Paris' };
    // The database fails behind the conference, as a process does that ends at this moment.
    await world.query(
      `create function refuse_talks() returns trigger language plpgsql as
       $$ begin raise exception 'no talk today'; end $$`,
    );
    await world.query('create trigger refuse_talks before insert on talks execute function refuse_talks()');
    expect((await uploads(olga, '/organize/programmes', fields, file)).status).toBe(500);
    expect((await olga.get('/conferences/whole')).status).toBe(404);
    await world.query('drop trigger refuse_talks on talks');
    const made = await uploads(olga, '/organize/programmes', fields, file);
    expect([made.status, made.headers.get('location')]).toEqual([303, expect.stringContaining('/organize/whole/')]);
    expect((await olga.get('/conferences/whole/talks')).body['items']).toMatchObject([{ title: 'Written last' }]);
  });

  it('is for organizers of the whole forum; others see their own conferences alone', async () => {
    const ida = await world.person('ida').signsIn();
    expect((await sends(ida, '/organize', NEW)).status).toBe(403);
    const { text } = await sees(ida, '/organize');
    expect(text).toContain('You organize no conference on this forum.');
    expect(text).not.toContain('id="new"');
    expect((await sees(world.person('nobody'), '/organize')).status).toBe(401);
  });
});

describe('the settings of a conference', () => {
  it('are changed in words, and shown again with the dates that follow', async () => {
    const here = await made('Settled');
    const { text } = await sees(olga, `${here}/settings`);
    const fields = fieldsIn(text, `${here}/settings`);
    expect(fields).toMatchObject({ title: 'Settled', screening: 'first', guests: 'ask-live', readonlyAfterDays: '90' });
    const changed = {
      ...fields,
      screening: 'all',
      readonlyAfterDays: '10',
      venue: 'Town hall, Paris',
      robots: 'noindex',
    };
    expect((await sends(olga, `${here}/settings`, changed)).status).toBe(303);
    expect((await olga.get(`/conferences/${slugIn(here)}`)).body['settings']).toMatchObject({
      screening: 'all',
      readonlyAfterDays: 10,
      venue: 'Town hall, Paris',
      robots: 'noindex',
    });
    expect((await sees(olga, `${here}/settings`)).text).toContain('13 Sept 2031');
  });

  it('slow the whole conference down, with a reason, until they say otherwise', async () => {
    const here = await made('Slow');
    const fields = async () => fieldsIn((await sees(olga, `${here}/settings`)).text, `${here}/settings`);
    const slowMode = async (): Promise<unknown> =>
      ((await olga.get(`/conferences/${slugIn(here)}`)).body['settings'] as Json)['slowMode'];
    expect(await fields()).toMatchObject({ interval: '0', slowReason: '', slowUntil: '' });
    const untold = await sends(olga, `${here}/settings`, { ...(await fields()), interval: '300' });
    expect([untold.status, untold.text.includes('value="300" selected')]).toEqual([422, true]);
    const slow = { ...(await fields()), interval: '300', slowReason: 'A rush.' };
    expect((await sends(olga, `${here}/settings`, slow)).status).toBe(303);
    expect(await slowMode()).toEqual({ interval: 300, reason: 'A rush.', until: null });
    expect((await sends(olga, `${here}/settings`, { ...(await fields()), interval: '0' })).status).toBe(303);
    expect(await slowMode()).toBeNull();
  });

  it('are refused at their field, and for the second of two organizers who change them at once', async () => {
    const here = await made('Twice');
    const fields = fieldsIn((await sees(olga, `${here}/settings`)).text, `${here}/settings`);
    const wrong = await sends(olga, `${here}/settings`, { ...fields, readonlyAfterDays: 'soon', title: 'Kept' });
    expect([wrong.status, wrong.text.includes('value="soon"'), wrong.text.includes('value="Kept"')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(wrong.text).toContain('id="readonlyAfterDays-fault"');
    expect((await sends(olga, `${here}/settings`, { ...fields, title: 'First' })).status).toBe(303);
    expect((await sends(olga, `${here}/settings`, { ...fields, title: 'Second' })).status).toBe(412);
    expect((await olga.get(`/conferences/${slugIn(here)}`)).body['title']).toBe('First');
  });

  it('close every discussion by one press once the last day is over, and open them again', async () => {
    const day = (days: number): string =>
      new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const ahead = await made('Ahead', { startsOn: day(3), endsOn: day(4) });
    expect((await sends(olga, `${ahead}/closing`, { do: 'close' })).status).toBe(422);
    const here = await made('Over', { startsOn: day(-9), endsOn: day(-8) });
    expect((await sees(olga, `${here}/settings`)).text).toContain('Close now');
    expect((await sends(olga, `${here}/closing`, { do: 'close' })).status).toBe(303);
    expect((await olga.get(`/conferences/${slugIn(here)}`)).body['phase']).toBe('readonly');
    expect((await sees(olga, `${here}/settings`)).text).toContain('Reopen for 30 days');
    expect((await sends(olga, `${here}/closing`, { do: 'reopen' })).status).toBe(303);
    expect((await olga.get(`/conferences/${slugIn(here)}`)).body['phase']).toBe('after');
  });
});

describe('the programme on its page', () => {
  it('takes a talk by hand, in the zone of the conference, and changes it', async () => {
    const here = await made('By hand');
    const talk = {
      title: 'On figs',
      speakers: 'Ada B.\nCarl',
      day: '2031-09-01',
      time: '14:30',
      durationMinutes: '45',
      room: 'Hall',
    };
    expect((await sends(olga, `${here}/programme`, talk)).status).toBe(303);
    const [item] = (await olga.get(`/conferences/${slugIn(here)}/talks`)).body['items'] as Json[];
    expect(item).toMatchObject({
      title: 'On figs',
      startsAt: '2031-09-01T12:30:00.000Z',
      durationMinutes: 45,
      room: 'Hall',
    });
    expect((item!['speakers'] as Json[]).map(({ name }) => name as string)).toEqual(['Ada B.', 'Carl']);
    const edit = `${here}/programme/${item!['id'] as string}`;
    const fields = fieldsIn((await sees(olga, edit)).text, edit);
    expect(fields).toMatchObject({ day: '2031-09-01', time: '14:30', speakers: 'Ada B.\nCarl' });
    expect((await sends(olga, edit, { ...fields, room: 'Attic', cancelled: 'on' })).status).toBe(303);
    expect((await olga.get(`/talks/${item!['id'] as string}`)).body).toMatchObject({
      room: 'Attic',
      status: 'cancelled',
    });
    expect((await sends(olga, edit, { ...fields, room: 'Cellar' })).status).toBe(412);
    expect((await sees(olga, `${here}/programme?q=figs`)).text).toContain('On figs');
    expect((await sees(olga, `${here}/programme?q=pears`)).text).toContain('No talk found.');
  });

  it('takes links and files a line each, keeps their titles, and names the line that is no address', async () => {
    const here = await made('With links');
    const talk = { title: 'On dates', speakers: '', day: '2031-09-01', time: '14:30', durationMinutes: '45' };
    const links = 'https://example.org/slides Slides of it\r\nhttps://example.org/more';
    const added = { ...talk, links, attachments: 'https://example.org/paper.pdf Paper', licence: 'CC BY 4.0' };
    expect((await sends(olga, `${here}/programme`, added)).status).toBe(303);
    const talks = async (): Promise<Json[]> =>
      (await olga.get(`/conferences/${slugIn(here)}/talks`)).body['items'] as Json[];
    const [first] = await talks();
    expect(first).toMatchObject({
      links: [{ title: 'Slides of it', url: 'https://example.org/slides' }, { url: 'https://example.org/more' }],
      attachments: [{ title: 'Paper', url: 'https://example.org/paper.pdf' }],
      licence: 'CC BY 4.0',
    });
    const edit = `${here}/programme/${first!['id'] as string}`;
    const fields = fieldsIn((await sees(olga, edit)).text, edit);
    expect((await sends(olga, edit, fields)).status).toBe(303);
    expect(await talks()).toEqual([first]);
    const wrong = await sends(olga, edit, { ...fields, links: 'example without an address' });
    expect([wrong.status, wrong.text.includes('id="links-fault"'), wrong.text.includes('id="url-fault"')]).toEqual([
      422,
      true,
      false,
    ]);
    expect((await sends(olga, edit, { ...fields, links: '' })).status).toBe(303);
    expect((await talks())[0]).toMatchObject({ links: [], attachments: [{ title: 'Paper' }] });
  });

  it('takes a second talk of the same title, under an address of its own', async () => {
    const here = await made('Break-outs');
    for (let i = 0; i < 2; i += 1)
      expect((await sends(olga, `${here}/programme`, { title: 'Break-out', durationMinutes: '30' })).status).toBe(303);
    const talks = (await olga.get(`/conferences/${slugIn(here)}/talks`)).body['items'] as Json[];
    expect(talks.map(({ slug }) => slug as string).toSorted()).toEqual(['break-out', 'break-out-2']);
  });

  it('refuses a time that is none at its field, and shows no talk of another conference', async () => {
    const here = await made('Times of discussions');
    const wrong = await sends(olga, `${here}/programme`, {
      title: 'Late',
      day: '2031-09-01',
      time: '',
      durationMinutes: '30',
    });
    expect([wrong.status, wrong.text.includes('id="time-fault"'), wrong.text.includes('value="Late"')]).toEqual([
      422,
      true,
      true,
    ]);
    for (const time of ['99:99', '24:00'])
      expect(
        (await sends(olga, `${here}/programme`, { title: 'Late', day: '2031-09-01', time, durationMinutes: '30' }))
          .status,
      ).toBe(422);
    const elsewhere = await made('Elsewhere');
    await sends(olga, `${elsewhere}/programme`, { title: 'There', durationMinutes: '30' });
    const [item] = (await olga.get(`/conferences/${slugIn(elsewhere)}/talks`)).body['items'] as Json[];
    expect((await sees(olga, `${here}/programme/${item!['id'] as string}`)).status).toBe(404);
  });

  it('says what a file would change, then imports it', async () => {
    const here = await made('Imported');
    const file = schedule([event({ guid: 'i1', title: 'First talk', persons: [] })]);
    const tried = await uploads(olga, `${here}/imports`, { do: 'try' }, file);
    expect([tried.status, tried.text.includes('1 talk added')]).toEqual([200, true]);
    expect((await olga.get(`/conferences/${slugIn(here)}/talks`)).body['items']).toEqual([]);
    expect((await uploads(olga, `${here}/imports`, { do: 'import' }, file)).text).toContain(
      'The programme is imported.',
    );
    expect((await uploads(olga, `${here}/imports`, { do: 'import' }, file)).text).toContain('1 talk unchanged');
  });

  it('lists what a file changes of each talk, in words', async () => {
    const here = await made('Changing');
    const file = (fields: Json): string =>
      schedule([
        event({ guid: 'i1', title: 'First talk', persons: [], ...fields }),
        event({ guid: 'i2', title: 'Same' }),
      ]);
    await uploads(olga, `${here}/imports`, { do: 'import' }, file({}));
    const { text } = await uploads(
      olga,
      `${here}/imports`,
      { do: 'try' },
      file({ title: 'Second', duration: '01:00' }),
    );
    const words = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(words).toContain('Changed Second Title: First talk becomes Second Minutes: 45 becomes 60');
    expect(words).not.toContain('Unchanged');
  });
});

describe('a discussion without a talk', () => {
  it('is opened by its title, which no other has', async () => {
    const here = await made('Halls');
    expect((await sends(olga, `${here}/discussions`, { title: 'Carpooling' })).status).toBe(303);
    expect((await sees(olga, `${here}/discussions`)).text).toContain('Discussions (1)');
    const twice = await sends(olga, `${here}/discussions`, { title: 'CARPOOLING' });
    expect([twice.status, twice.text.includes('value="CARPOOLING"')]).toEqual([422, true]);
  });

  it('is renamed, slowed down and screened on its row, and what is left as it was is no decision', async () => {
    const here = await made('Rows');
    await sends(olga, `${here}/discussions`, { title: 'Jobs' });
    const fields = fieldsIn((await sees(olga, `${here}/discussions`)).text, `${here}/discussions/settings`);
    expect((await sends(olga, `${here}/discussions/settings`, fields)).status).toBe(303);
    const ledger = async (): Promise<Json[]> =>
      (await olga.get(`/conferences/${slugIn(here)}/ledger`)).body['items'] as Json[];
    expect(await ledger()).toEqual([]);
    const change = { ...fields, title: 'Jobs and flats', screening: 'all', interval: '60', slowReason: 'A rush.' };
    expect((await sends(olga, `${here}/discussions/settings`, change)).status).toBe(303);
    const thread = (await olga.get(`/threads/${fields['threadId']!}`)).body;
    expect(thread).toMatchObject({ title: 'Jobs and flats', screening: 'all', slowMode: { interval: 60 } });
    expect((await ledger()).length).toBeGreaterThan(0);
  });
});

describe('the times of a discussion', () => {
  it('are set on its row by the clock of the conference, and its slow mode ends by itself', async () => {
    const here = await made('Times');
    await sends(olga, `${here}/discussions`, { title: 'Jobs' });
    const action = `${here}/discussions/settings`;
    const fields = async () => fieldsIn((await sees(olga, `${here}/discussions`)).text, action);
    const shown = await fields();
    expect(shown['readonlyAt']).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d$/);
    const end = world.clock.in({ hours: 48 }).toISOString().slice(0, 10);
    const change = { ...shown, readonlyAt: '2031-10-01T18:30', interval: '60', slowReason: 'A rush.' };
    expect((await sends(olga, action, { ...change, slowUntil: `${end}T12:00` })).status).toBe(303);
    const thread = (await olga.get(`/threads/${shown['threadId']!}`)).body;
    expect(thread).toMatchObject({
      phases: { readonlyAt: '2031-10-01T16:30:00.000Z' },
      slowMode: { interval: 60, until: expect.stringMatching(`^${end}T1[01]:00:00`) },
    });
    expect(await fields()).toMatchObject({ readonlyAt: '2031-10-01T18:30', slowUntil: `${end}T12:00` });
    const wrong = await sends(olga, action, { ...(await fields()), archivedAt: '2031-09-01T10:00' });
    expect(wrong.status).toBe(422);
  });
});

describe('inviting by e-mail', () => {
  it('shows the e-mail first, then sends it to each address, and says how each fares', async () => {
    const here = await made('Inviting');
    const fields = { addresses: 'mona@mail.example\nmax@mail.example', role: 'moderator', talkId: '' };
    const looked = await sends(olga, `${here}/invitations/emails`, { ...fields, do: 'preview' });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('Inviting');
    expect(looked.text).toContain('mona@mail.example\nmax@mail.example</textarea>');
    const before = await world.mails();
    const sent = await sends(olga, `${here}/invitations/emails`, { ...fields, do: 'send' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${here}/team?said=invitations-sent`]);
    expect((await sees(olga, sent.headers.get('location')!)).text).toContain('The invitations are on their way.');
    for (const name of ['mona', 'max'])
      expect(await world.nextMail(before, `${name}@mail.example`)).toMatch(/\/claim#/);
    await until('both to be sent', async () => {
      const { text } = await sees(olga, `${here}/team`);
      return text.match(/class="badge">sent</g)?.length === 2;
    });
    expect((await sees(olga, `${here}/team`)).text).not.toContain('mona@mail.example');
  });

  it('reads addresses as mail programs copy them, and names the line in which something is none', async () => {
    const here = await made('Pasted');
    const fields = { role: 'moderator', talkId: '', do: 'send' };
    const pasted = [
      'Mina Été <mina@mail.example>; bo@mail.example,',
      '',
      '"Lovelace, Ada" <ada.l@mail.example>, "Max" <max.p@mail.example>',
    ].join('\n');
    const wrong = await sends(olga, `${here}/invitations/emails`, { ...fields, addresses: `${pasted}\nonly a name` });
    expect([wrong.status, wrong.text.match(/Line \d+ has/g)]).toEqual([422, expect.arrayContaining(['Line 4 has'])]);
    expect(wrong.text).not.toMatch(/Line [123] has/);
    const before = await world.mails();
    expect((await sends(olga, `${here}/invitations/emails`, { ...fields, addresses: pasted })).status).toBe(303);
    for (const name of ['mina', 'bo', 'ada.l', 'max.p'])
      expect(await world.nextMail(before, `${name}@mail.example`)).toMatch(/\/claim#/);
    const again = await sends(olga, `${here}/invitations/emails`, { ...fields, addresses: `\n${pasted}` });
    expect(again.text).toContain('bo@mail.example');
    expect((await sees(olga, `${here}/team`)).text.match(/class="badge">(?:sent|prepared)</g)).toHaveLength(4);
  });

  it('invites nobody when one line is no address, names the line, and keeps what was typed', async () => {
    const here = await made('Wrong lines');
    const before = await world.mails();
    const fields = { addresses: 'good@mail.example\nno address', role: 'moderator', talkId: '', do: 'send' };
    const refused = await sends(olga, `${here}/invitations/emails`, fields);
    expect([refused.status, refused.text.includes('Line 2 has something that is no e-mail address.')]).toEqual([
      422,
      true,
    ]);
    expect(refused.text).toContain('good@mail.example');
    expect(await world.mails()).toEqual(before);
    const needsTalk = await sends(olga, `${here}/invitations/emails`, {
      ...fields,
      addresses: 'a@mail.example',
      role: 'speaker',
    });
    expect(needsTalk.status).toBe(422);
  });
});

describe('a list of people to invite', () => {
  it('gives each person one e-mail in each role, however often they are in it', async () => {
    const here = await made('Twice in a list');
    const people = Array.from({ length: 5 }, () => ({ email: 'same@mail.example', role: 'moderator' }));
    const route = `/admin/conferences/${slugIn(here)}/invitations/batch`;
    const answer = await olga.post(route, { people });
    expect([answer.status, (answer.body['items'] as Json[]).length]).toEqual([201, 1]);
    expect((await olga.post(route, { people: [{ email: 'nobody', role: 'moderator' }] })).status).toBe(422);
  });
});

describe('the log of a conference', () => {
  it('has what was done, and nothing that was only tried or looked at', async () => {
    const here = await made('Tried first');
    const slug = slugIn(here);
    const acts = async (): Promise<string[]> =>
      ((await olga.get(`/admin/conferences/${slug}/audit`)).body['items'] as Json[]).map(({ action }) =>
        String(action).replace(/^(\w+) .*\/(\w+)$/, '$1 $2'),
      );
    const file = schedule([event({ guid: 'l1', title: 'Logged', persons: [{ id: 1, public_name: 'Ada' }] })]);
    const before = await acts();
    const imports = `/admin/conferences/${slug}/imports`;
    const asJson = { 'content-type': 'application/json' };
    expect((await olga.ask('POST', `${imports}?dryRun=true`, file, asJson)).status).toBe(200);
    expect((await uploads(olga, `${here}/imports`, { do: 'try' }, file)).status).toBe(200);
    const people = { addresses: 'mona@mail.example', role: 'moderator', talkId: '' };
    expect((await sends(olga, `${here}/invitations/emails`, { ...people, do: 'preview' })).status).toBe(200);
    expect((await sends(olga, `${here}/speakers/invitations`, { kind: 'test' })).status).toBe(200);
    expect(await acts()).toEqual(before);
    const done = await olga.ask('POST', imports, file, asJson);
    const undo = `${imports}/${done.body['importId'] as string}/undo`;
    expect((await olga.post(`${undo}?dryRun=true`)).status).toBe(200);
    expect((await uploads(olga, `${here}/imports`, { do: 'import' }, file)).text).toContain('1 talk unchanged');
    expect(await acts()).toEqual(['POST imports', ...before]);
    expect((await olga.post(undo)).status).toBe(200);
    expect(await acts()).toEqual(['POST undo', 'POST imports', ...before]);
  });
});

describe('the rules of a conference', () => {
  it('are rows whose keys stay, and new ones get a key of their title', async () => {
    const here = await made('Ruled');
    const fields = fieldsIn((await sees(olga, `${here}/rules`)).text, `${here}/rules`);
    expect(fields['key0']).toBe('respect');
    const rows = {
      ...fields,
      title0: 'Be kind',
      title1: '',
      title5: 'Pas d’attaques',
      contactEmail: 'desk@conference.example',
    };
    expect((await sends(olga, `${here}/rules`, rows)).status).toBe(303);
    const { rules } = (await olga.get(`/conferences/${slugIn(here)}`)).body['settings'] as Json;
    expect((rules as Json[])[0]).toEqual({ key: 'respect', title: 'Be kind' });
    expect(rules as Json[]).toContainEqual({ key: 'pas-d-attaques', title: 'Pas d’attaques' });
    expect((rules as Json[]).map(({ key }) => key as string)).not.toContain('topic');
    const { text } = await sees(world.person('nobody'), `/c/${slugIn(here)}/rules`);
    expect(text).toContain('mailto:desk@conference.example');
    expect((await sees(olga, `${here}/log`)).text).toContain('changed the rules, the words to review or the contact.');
  });

  it('are read in the reader’s language, with what they mean, and follow the conference’s', async () => {
    const here = await made('Rules in two languages', { locale: 'fr' });
    const slug = slugIn(here);
    const fields = fieldsIn((await sees(olga, `${here}/rules`)).text, `${here}/rules`);
    const rows = {
      ...fields,
      title0: 'Rester aimable',
      text0: 'Même quand on n’est pas d’accord.\r\nSurtout alors.',
      otherTitle0: 'Be kind',
      otherText0: 'Even when you disagree.',
      title1: 'Une règle sans traduction',
    };
    expect((await sends(olga, `${here}/rules`, rows)).status).toBe(303);
    const stored = async (): Promise<Json[]> =>
      ((await olga.get(`/conferences/${slug}`)).body['settings'] as Json)['rules'] as Json[];
    expect((await stored()).slice(0, 3)).toEqual([
      {
        key: 'respect',
        title: 'Rester aimable',
        text: 'Même quand on n’est pas d’accord.\nSurtout alors.',
        translations: { en: { title: 'Be kind', text: 'Even when you disagree.' } },
      },
      { key: 'topic', title: 'Une règle sans traduction' },
      { key: 'spam', title: 'Pas de publicité' },
    ]);
    const reads = async (lang: string): Promise<string> =>
      (await world.person('nobody').get(`${world.base}/c/${slug}/rules?lang=${lang}`, { accept: 'text/html' })).text;
    const [english, french] = [await reads('en'), await reads('fr')];
    for (const said of ['Be kind', 'Even when you disagree.', 'Une règle sans traduction', 'No advertising'])
      expect(english).toContain(said);
    for (const said of ['Rester aimable', 'Surtout alors.', 'Pas de publicité']) expect(french).toContain(said);
    expect([english.includes('Rester aimable'), french.includes('Be kind')]).toEqual([false, false]);
    const untitled = await sends(olga, `${here}/rules`, { ...rows, otherTitle0: '' });
    expect([untitled.status, untitled.text.includes('id="otherTitle0-fault"')]).toEqual([422, true]);
    await olga.patch(`/admin/conferences/${slug}`, { locale: 'en' });
    expect((await stored()).slice(0, 3)).toMatchObject([
      { title: 'Be kind', translations: { fr: { title: 'Rester aimable' } } },
      { title: 'Une règle sans traduction' },
      { title: 'No advertising' },
    ]);
  });

  it('keep every row of a refused form, with the error at its row', async () => {
    const here = await made('Refused rules');
    const fields = fieldsIn((await sees(olga, `${here}/rules`)).text, `${here}/rules`);
    const refused = await sends(olga, `${here}/rules`, { ...fields, title1: 'x', contactEmail: 'nobody' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="title1-fault"');
    expect(refused.text).toContain('id="contact-email-fault"');
    expect(refused.text).toContain(`value="${fields['title0']!}"`);
  });
});

describe('the organizers’ pages', () => {
  it('are refused to strangers, speakers and moderators, and absent from the menu of moderators', async () => {
    const here = await made('Without rights');
    const ida = await world.person('ida').signsIn();
    const parts = ['programme', 'programme/new', 'team', 'settings', 'export', 'highlights', 'log'];
    for (const part of parts)
      expect({ part, status: (await sees(ida, `${here}/${part}`)).status }).toEqual({ part, status: 403 });
    const { body } = await olga.post(`/admin/conferences/${slugIn(here)}/invitations`, { role: 'moderator' });
    const mona = await world.person('mona').signsIn();
    await mona.post('/claims', { token: String(body['url']).split('#')[1] });
    for (const part of parts)
      expect({ part, status: (await sees(mona, `${here}/${part}`)).status }).toEqual({ part, status: 403 });
    const { text } = await sees(mona, here);
    expect(text).toContain(`href="${here}/queue"`);
    for (const part of parts) expect(text).not.toContain(`href="${here}/${part}"`);
    expect((await sends(mona, `${here}/discussions`, { title: 'Mine' })).status).toBe(403);
  });
});

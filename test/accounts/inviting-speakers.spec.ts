import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

interface TwoTalks {
  slug: string;
  talks: string[];
}

/** A conference with two talks of Ada, the second with Grace. */
async function programme(): Promise<TwoTalks> {
  const { slug } = await world.conference(olga);
  const talk = async (title: string, speakers: string[], room: string): Promise<string> => {
    const startsAt = world.clock.in({ hours: 2 }).toISOString();
    const made = await olga.post(`/admin/conferences/${slug}/talks`, {
      title,
      slug: title.toLowerCase().replace(' ', '-'),
      startsAt,
      durationMinutes: 30,
      room,
    });
    if (made.status !== 201) throw new Error(made.text);
    const id = made.body['id'] as string;
    await olga.patch(`/admin/talks/${id}`, { speakers: speakers.map((name) => ({ name })) });
    return id;
  };
  return {
    slug,
    talks: [
      await talk('On engines', ['Ada Byron'], 'Hall 1'),
      await talk('On bugs', ['Ada Byron', 'Grace H'], 'Hall 2'),
    ],
  };
}
const post = (who: Person, slug: string, end: string, fields: Record<string, string>): Promise<Answer> =>
  who.ask('POST', `${world.base}/organize/${slug}/${end}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    'accept-language': 'en',
  });
const page = async (slug: string): Promise<string> =>
  (await olga.ask('GET', `${world.base}/organize/${slug}/speakers?lang=en`)).text;
const speakersIn = async (slug: string): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${slug}/speakers`)).body['items'] as Json[];
const mails = (slug: string, kind: string): Promise<Answer> =>
  olga.post(`/admin/conferences/${slug}/speakers/invitations`, { kind });
const allSent = (): Promise<unknown> =>
  until('every e-mail to be sent', async () => {
    await world.runNow('accounts/mail-invitations');
    return (await world.query('select from invitation_emails where sent_at is null')).length === 0;
  });
const mailsSince = async (before: readonly string[]): Promise<string[]> =>
  Promise.all(
    (await world.mails())
      .filter((name) => !before.includes(name))
      .map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
  );
const tokenIn = (text: string): string => /\/claim#([\w-]+)/.exec(text)![1]!;

describe('inviting the speakers of a programme', () => {
  it('mails each person once, with all their talks, and a second press sends nothing', async () => {
    const { slug, talks } = await programme();
    const before = await world.mails();
    const typed = 'Ada Byron, ada.b@mail.example\nGrace H <grace.h@mail.example>\nNobody yet,';
    expect((await post(olga, slug, 'speakers/addresses', { addresses: typed })).status).toBe(303);
    expect((await speakersIn(slug)).map(({ name, state }) => [name, state])).toEqual([
      ['Ada Byron', 'ready'],
      ['Grace H', 'ready'],
    ]);
    const pressed = await Promise.all(
      [1, 2].map(() => post(olga, slug, 'speakers/invitations', { kind: 'invitation' })),
    );
    expect(pressed.filter(({ text }) => text.includes('2 e-mails are on their way'))).toHaveLength(1);
    await allSent();
    const third = await post(olga, slug, 'speakers/invitations', { kind: 'invitation' });
    expect(third.text).toContain('There was nothing new to send.');
    expect(third.text).toMatch(/2 people were already written to.*Already sent: <time datetime="2/s);
    expect(await mailsSince(before)).toHaveLength(2);
    const mail = await world.nextMail(before, 'ada.b@mail.example', /\/claim#/);
    expect(mail).toMatch(/On engines [^]*Hall 1[^]*On bugs [^]*Hall 2/);
    expect(mail).not.toContain('grace.h');

    // One link gives both talks, and leads to a page that says so.
    const ada = await world.person('ada').signsIn();
    const accepted = await ada.ask(
      'POST',
      `${world.base}/claim`,
      new URLSearchParams({ token: tokenIn(mail) }).toString(),
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
    );
    const there = await ada.ask('GET', `${world.base}${accepted.headers.get('location')!}&lang=en`);
    expect(there.text).toContain('You are a speaker of “On engines”');
    expect(there.text).toMatch(/Your other talks[^]*On bugs/);
    expect(((await ada.get('/me')).body['grants'] as Json[]).map(({ talkId }) => talkId as string).toSorted()).toEqual(
      talks.toSorted(),
    );
    expect((await speakersIn(slug)).map(({ name, state }) => [name, state])).toEqual([
      ['Ada Byron', 'taken'],
      ['Grace H', 'sent'],
    ]);
    // Her address is gone, and was never shown.
    const [left] = await world.query('select count(*)::int n from invitation_emails where speaker_id is not null');
    expect(left).toEqual({ n: 1 });
    expect(await page(slug)).not.toMatch(/ada\.b|grace\.h|•••/);
  });

  it('reminds only those who have not come, a day later, with the same link', async () => {
    const { slug } = await programme();
    await post(olga, slug, 'speakers/addresses', { addresses: 'Grace H;grace2@mail.example' });
    const before = await world.mails();
    expect((await mails(slug, 'invitation')).body).toEqual({ sent: 1, alreadySent: 0, withoutAddress: 1 });
    await allSent();
    const first = await world.nextMail(before, 'grace2@mail.example', /\/claim#/);
    expect((await mails(slug, 'reminder')).body).toMatchObject({ sent: 0, alreadySent: 1 });
    world.advance({ hours: 25 });
    await olga.signsIn();
    const later = await world.mails();
    expect((await mails(slug, 'reminder')).body).toMatchObject({ sent: 1 });
    await allSent();
    expect(tokenIn(await world.nextMail(later, 'grace2@mail.example', /\/claim#/))).toBe(tokenIn(first));
  });

  it('ends the link that went to a wrong address when the address is corrected', async () => {
    const { slug } = await programme();
    const before = await world.mails();
    await post(olga, slug, 'speakers/addresses', { addresses: 'Ada Byron\twrong@mail.example' });
    await mails(slug, 'invitation');
    await allSent();
    const wrong = tokenIn(await world.nextMail(before, 'wrong@mail.example', /\/claim#/));
    await post(olga, slug, 'speakers/addresses', { addresses: 'Ada Byron\tright@mail.example' });
    expect((await mails(slug, 'invitation')).body).toMatchObject({ sent: 1 });
    await allSent();
    const right = tokenIn(await world.nextMail(before, 'right@mail.example', /\/claim#/));
    const [other, owner] = [await world.person('wrong').signsIn(), await world.person('right').signsIn()];
    expect((await other.post('/claims', { token: wrong })).body['type']).toBe('/problems/invitation-spent');
    expect((await owner.post('/claims', { token: right })).status).toBe(200);
  });

  it('sends a test to oneself, whose link does nothing', async () => {
    const { slug } = await programme();
    const before = await world.mails();
    const { text } = await post(olga, slug, 'speakers/invitations', { kind: 'test' });
    expect(text).toContain('A test is on its way to your own address.');
    const test = await world.nextMail(before, 'olga@mail.example', /On engines/);
    expect(test).toMatch(/\/claim#(?![\w-]{20})/);
    expect(
      await world.query(
        'select from invitation_emails e join conferences c on c.id = e.conference_id where c.slug = $1',
        [slug],
      ),
    ).toEqual([]);
  });

  it('lists the same link of each speaker every time, one a person, until it is accepted', async () => {
    const { slug } = await programme();
    const links = async (): Promise<string> => (await post(olga, slug, 'speaker-links', {})).text;
    const first = await links();
    expect(first.split('\r\n')).toEqual([
      '\uFEFFtalk,speaker,link',
      expect.stringMatching(/^"On engines; On bugs","Ada Byron","http.*\/claim#[\w-]+"$/),
      expect.stringMatching(/^"On bugs","Grace H","http.*\/claim#[\w-]+"$/),
      '',
    ]);
    expect(await links()).toBe(first);
    world.advance({ days: 31 });
    await olga.signsIn();
    expect(await links()).toBe(first);
    // The e-mail has the link of the list.
    const before = await world.mails();
    await post(olga, slug, 'speakers/addresses', { addresses: 'Ada Byron, list@mail.example' });
    await mails(slug, 'invitation');
    await allSent();
    expect(first).toContain(tokenIn(await world.nextMail(before, 'list@mail.example', /\/claim#/)));
    const [stored] = await world.query<{ text: string }>(
      `select string_agg(i::text, ' ') text from invitations i where i.speaker_id is not null`,
    );
    expect(stored!.text).not.toContain(tokenIn(first));
  });

  it('names each line that cannot be used, and keeps nothing', async () => {
    const { slug } = await programme();
    const refused = await post(olga, slug, 'speakers/addresses', {
      addresses: 'Ada Byron, ada3@mail.example\nJohn Doe, john@mail.example\nGrace H, grace@',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Line 2 names no speaker of the programme.');
    expect(refused.text).toContain('John Doe, john@mail.example');
    expect((await speakersIn(slug)).map(({ state }) => state as string)).toEqual(['none', 'none']);
    const wrong = await olga.put(`/admin/conferences/${slug}/speakers/addresses`, {
      people: [{ speakerId: (await speakersIn(slug))[0]!['id'] as string, email: 'no address' }],
    });
    expect(wrong.body['errors']).toMatchObject([{ pointer: '#/people/0/email' }]);
  });

  it('is for organizers alone', async () => {
    const { slug } = await programme();
    const eve = await world.person('eve').signsIn();
    expect((await eve.get(`/admin/conferences/${slug}/speakers`)).status).toBe(403);
    expect((await post(eve, slug, 'speakers/invitations', { kind: 'invitation' })).status).toBe(403);
  });
});

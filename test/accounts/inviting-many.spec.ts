import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until, World, type Answer, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  // With the limits of a real forum.
  world = await World.open({ RATE_LIMITS: 'on' });
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

const sends = (slug: string, fields: Record<string, string>, end = 'invitations/emails'): Promise<Answer> =>
  olga.ask('POST', `${world.base}/organize/${slug}/${end}`, new URLSearchParams(fields).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    'accept-language': 'en',
  });
const batch = (slug: string, people: Json[]): Promise<Answer> =>
  olga.post(`/admin/conferences/${slug}/invitations/batch`, { people });
const moderators = (...names: string[]): Json[] =>
  names.map((name) => ({ email: `${name}@mail.example`, role: 'moderator' }));
const invitationsIn = async (slug: string): Promise<Json[]> =>
  (await olga.get(`/admin/conferences/${slug}/invitations?limit=100`)).body['items'] as Json[];
const allSent = (): Promise<unknown> =>
  until('every e-mail to be sent', async () => {
    await world.runNow('accounts/mail-invitations');
    const [row] = await world.query<{ n: number }>(
      'select count(*)::int n from invitation_emails where sent_at is null',
    );
    return row!.n === 0;
  });
/** Number of e-mails to an address since. */
async function mailsTo(name: string, before: readonly string[] = []): Promise<number> {
  const files = (await world.mails()).filter((file) => !before.includes(file));
  const mails = await Promise.all(files.map((file) => readFile(path.join(world.dataDir, 'outbox', file), 'utf8')));
  return mails.filter((mail) => mail.includes(`To: ${name}@mail.example`)).length;
}

describe('inviting a list of people', () => {
  it('invites all of them or nobody, and names the lines', async () => {
    const { slug } = await world.conference(olga);
    const wrong = await batch(slug, [...moderators('good'), { email: 'bad', role: 'moderator' }]);
    expect([wrong.status, wrong.body['errors']]).toEqual([
      422,
      [expect.objectContaining({ pointer: '#/people/1/email' })],
    ]);
    const foreign = await batch(slug, [
      ...moderators('good'),
      { email: 'speaker@mail.example', role: 'speaker', talkIds: ['00000000-0000-4000-8000-000000000000'] },
    ]);
    expect(foreign.body['errors']).toMatchObject([{ pointer: '#/people/1/talkIds' }]);
    expect(await invitationsIn(slug)).toEqual([]);
  });

  it('sends nothing twice when the button is pressed twice, also at once, and says when it was sent', async () => {
    const { slug } = await world.conference(olga);
    const before = await world.mails();
    const fields = { addresses: 'twice1@mail.example\ntwice2@mail.example', role: 'moderator', talkId: '', do: 'send' };
    const both = await Promise.all([sends(slug, fields), sends(slug, fields)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 303]);
    const late = await sends(slug, { ...fields, addresses: `${fields.addresses}\nnew1@mail.example` });
    expect(late.text).toMatch(/line 2, already sent · <time datetime="2/);
    expect(late.text).not.toContain('line 3');
    expect(late.text).toContain('1 e-mail is on its way.');
    await allSent();
    for (const name of ['twice1', 'twice2', 'new1']) expect(await mailsTo(name, before)).toBe(1);
    expect(await invitationsIn(slug)).toHaveLength(3);
    const [again] = (await batch(slug, moderators('twice1'))).body['items'] as Json[];
    expect(again).toMatchObject({ state: 'sent', mailedAt: expect.stringMatching(/Z$/) });
  });

  it('gives the same link again for the same person, role and talk', async () => {
    const { slug } = await world.conference(olga);
    const invites = (): Promise<Answer> =>
      olga.post(`/admin/conferences/${slug}/invitations`, { role: 'organizer', email: 'once@mail.example' });
    const [first, second] = [await invites(), await invites()];
    expect([first.status, second.body['url']]).toEqual([201, first.body['url']]);
    expect(await invitationsIn(slug)).toHaveLength(1);
  });

  it('writes again, with one link to all, when a talk is added', async () => {
    const { slug } = await world.conference(olga);
    const talks = await Promise.all(
      ['One', 'Two'].map((title) =>
        olga.post(`/admin/conferences/${slug}/talks`, { title, slug: title.toLowerCase() }),
      ),
    );
    const [one, two] = talks.map(({ body }) => body['id'] as string);
    const before = await world.mails();
    const person = { email: 'more@mail.example', role: 'speaker' };
    await batch(slug, [{ ...person, talkIds: [one] }]);
    await allSent();
    const { body } = await batch(slug, [{ ...person, talkIds: [one, two] }]);
    expect((body['items'] as Json[]).map(({ talkId }) => talkId as string)).toEqual([one, two]);
    await allSent();
    expect(await mailsTo('more', before)).toBe(2);
    const mail = await world.nextMail(before, 'more@mail.example', /2 interventions/);
    const token = /\/claim#([\w-]+)/.exec(mail)![1];
    const more = await world.person('more').signsIn();
    expect((await more.post('/claims', { token })).status).toBe(200);
    const grants = (await more.get('/me')).body['grants'] as Json[];
    expect(new Set(grants.map(({ talkId }) => talkId as string))).toEqual(new Set([one, two]));
    expect((await more.post('/claims', { token })).body['type']).toBe('/problems/invitation-spent');
  });

  it('writes to one address three times an hour at most, by whichever conference, and names the line', async () => {
    for (let i = 0; i < 3; i += 1) {
      const { slug } = await world.conference(olga);
      expect((await batch(slug, moderators('popular'))).status).toBe(201);
    }
    const { slug } = await world.conference(olga);
    const refused = await batch(slug, moderators('fresh', 'popular'));
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/invited-too-often' } });
    expect(refused.body).toMatchObject({ lines: '2', limit: 3, minutes: 60 });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(await invitationsIn(slug)).toEqual([]);
    world.advance({ minutes: 61 });
    expect((await batch(slug, moderators('fresh', 'popular'))).status).toBe(201);
  });

  it('lets an organizer write to a thousand a day, and the next day again', async () => {
    const { slug } = await world.conference(olga);
    await world.query(
      `insert into invitations_mailed (id, recipient_mark, maker_account_id, at)
       select gen_random_uuid(), 'x', a.maker_account_id, $1
       from (select maker_account_id from invitations_mailed limit 1) a, generate_series(1, 999)`,
      [world.clock.now()],
    );
    const refused = await batch(slug, moderators('thousand1', 'thousand2'));
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/invitations-too-many', limit: 1_000 } });
    world.advance({ hours: 25 });
    await olga.signsIn();
    expect((await batch(slug, moderators('thousand1', 'thousand2'))).status).toBe(201);
    await world.runNow('accounts/forget-invited-addresses');
    const [counted] = await world.query('select count(*)::int n from invitations_mailed');
    expect(counted).toEqual({ n: 2 });
  });

  it('reminds those who have not come, once a day, and keeps their address no longer than needed', async () => {
    const { slug } = await world.conference(olga);
    await batch(slug, moderators('comes', 'waits'));
    await allSent();
    const before = await world.mails();
    const comes = await world.person('comes').signsIn();
    const mail = await world.nextMail([], 'comes@mail.example', /\/claim#/);
    expect((await comes.post('/claims', { token: /\/claim#([\w-]+)/.exec(mail)![1] })).status).toBe(200);
    expect((await sends(slug, {}, 'invitations/reminders')).text).toContain('There was nothing new to send.');
    world.advance({ hours: 25 });
    await olga.signsIn();
    const reminded = await sends(slug, {}, 'invitations/reminders');
    expect(reminded.text).toContain('1 e-mail is on its way.');
    await allSent();
    expect((await olga.post(`/admin/conferences/${slug}/invitations/reminders`)).body).toEqual({
      sent: 0,
      alreadySent: 1,
    });
    const reminder = await world.nextMail(before, 'waits@mail.example', /rappel/);
    expect(reminder).toContain(/\/claim#[\w-]+/.exec(await world.nextMail([], 'waits@mail.example', /\/claim#/))![0]);
    const kept = (): Promise<Json[]> =>
      world.query('select from invitation_emails e join conferences c on c.id = e.conference_id where c.slug = $1', [
        slug,
      ]);
    expect(await kept()).toHaveLength(1);
    world.advance({ days: 32 });
    await world.runNow('accounts/forget-invited-addresses');
    expect(await kept()).toEqual([]);
  });

  it('sends sixty e-mails a minute at most', async () => {
    await olga.signsIn();
    const { slug } = await world.conference(olga);
    world.advance({ minutes: 2 });
    const before = await world.mails();
    await batch(slug, moderators(...Array.from({ length: 70 }, (_, i) => `paced${i}`)));
    const sent = async (): Promise<number> =>
      (
        await world.query<{ n: number }>(
          `select count(*)::int n from invitation_emails e join conferences c on c.id = e.conference_id
           where c.slug = $1 and e.sent_at is not null`,
          [slug],
        )
      )[0]!.n;
    await until('sixty to be sent', async () => (await sent()) === 60);
    await world.runNow('accounts/mail-invitations');
    expect(await sent()).toBe(60);
    world.advance({ minutes: 2 });
    await until('the others to be sent', async () => (await sent()) === 70);
    expect((await world.mails()).length - before.length).toBe(70);
  });
});

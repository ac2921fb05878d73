import { afterAll, beforeAll, expect, describe, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { until, World, type Person } from '../support/world.ts';
import { asks, becomes, talkOf } from './stage.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  [grace, ada] = (await Promise.all(['grace', 'ada'].map((name) => world.person(name).signsIn()))) as [Person, Person];
  await becomes(grace, olga, place, 'Grace');
  await ada.calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const mailsTo = async (to: string): Promise<string[]> => {
  const all = await Promise.all(
    (await world.mails()).map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')),
  );
  return all
    .filter((mail) => mail.includes(`To: ${to}`))
    .map((mail) => mail.replace(/=\r\n/g, '').replace(/=3D/g, '='))
    .filter((mail) => mail.includes('?comment='));
};
const isDealtWith = (questionId: unknown): Promise<unknown> =>
  until('the letter to be dealt with', async () => {
    await world.runNow('threads/read-logs');
    await world.runNow('notifications/tell-notices');
    return (
      (await world.query('select from email_notices where comment_id = $1 and fate is not null', [questionId])).length >
      0
    );
  });
/** Past the time in which answers to one person are collected. */
const settled = async (questionId: unknown): Promise<unknown> => {
  await world.runNow('threads/read-logs');
  world.advance({ minutes: 11 });
  return isDealtWith(questionId);
};

describe('who asked', () => {
  it('gets one letter when the question is answered, with a link and no words of either', async () => {
    const question = await asks(ada, place.threadId, 'Why did you leave the network?');
    expect(
      (await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'To find out what stays.' })).status,
    ).toBe(201);
    await settled(question['id']);
    const [mail, ...more] = await mailsTo(ada.email);
    expect(more).toEqual([]);
    expect(mail).toContain(`?comment=${question['id'] as string}#c-`);
    expect(mail).not.toMatch(/leave the network|find out/);
    expect(await mailsTo(grace.email)).toEqual([]);
  });

  it('gets one e-mail at once for the first answer, and one for all that follow within ten minutes', async () => {
    const carol = await (await world.person('carol').signsIn()).calledIn(place.slug, 'Carol');
    const questions = [];
    for (const word of ['One', 'Two', 'Three', 'Four'])
      questions.push(await asks(carol, place.threadId, `${word} more question?`));
    const ids = questions.map((question) => question['id'] as string);
    for (const [i, id] of ids.entries()) {
      expect((await grace.post(`/questions/${id}/answers`, { body: `Answer ${i}` })).status).toBe(201);
      if (i === 0) await isDealtWith(id);
    }
    expect(await mailsTo(carol.email)).toHaveLength(1);
    await world.runNow('threads/read-logs');
    await world.runNow('notifications/tell-notices');
    world.advance({ minutes: 11 });
    await isDealtWith(ids[3]);
    const [first, second, ...more] = await mailsTo(carol.email);
    const about = (mail: string): string[] => ids.filter((id) => mail.includes(`?comment=${id}#c-`));
    expect([about(first!), about(second!), more]).toEqual([ids.slice(0, 1), ids.slice(1), []]);
    expect(second).toContain('of your questions were answered');
    expect(second).toMatch(/^List-Unsubscribe:/m);
    expect(second).not.toMatch(/more question|Answer 3/);
  });

  it('gets none after having asked for none', async () => {
    expect((await ada.patch('/me', { settings: { answersByMail: false } })).body['settings']).toEqual({
      answersByMail: false,
    });
    expect((await ada.patch('/me', { settings: { answersByMail: 'no' } })).body['errors']).toEqual([
      { pointer: '#/settings/answersByMail', detail: 'Choose true or false.' },
    ]);
    expect((await ada.patch('/me', { settings: { loud: true } })).status).toBe(422);
    const before = (await mailsTo(ada.email)).length;
    const question = await asks(ada, place.threadId, 'And what did you miss?');
    expect((await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Nothing much.' })).status).toBe(
      201,
    );
    await settled(question['id']);
    expect((await mailsTo(ada.email)).length).toBe(before);
  });

  it('ends them with one press of the button behind the letter’s link, or of the mail program’s, without signing in', async () => {
    const bob = await (await world.person('bob').signsIn()).calledIn(place.slug, 'Bob');
    const question = await asks(bob, place.threadId, 'Who wrote to you first?');
    expect((await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'My mother.' })).status).toBe(
      201,
    );
    await settled(question['id']);
    const [mail] = await mailsTo(bob.email);
    const [, link] = /^List-Unsubscribe:\s+<([^>]+)>/m.exec(mail!)!;
    expect(mail).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(mail!.slice(mail!.indexOf('\r\n\r\n'))).toContain(link);
    const route = world.base + new URL(link!).pathname + new URL(link!).search;
    const wanted = async (): Promise<unknown> => (await bob.get('/me')).body['settings'].answersByMail ?? true;

    const page = await fetch(route, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await page.text()).toContain('<form method="post" action="/letters/end?of=');
    // Programs that open links end nothing.
    expect(await wanted()).toBe(true);
    const press = (url: string): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
    const known = await press(route);
    expect([known.status, await wanted()]).toEqual([200, false]);
    expect((await bob.patch('/me', { settings: { answersByMail: true } })).status).toBe(200);
    const parts = await fetch(route, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    });
    expect([parts.status, await wanted()]).toEqual([200, false]);
    const unknown = await press(route.replace(/of=[^&]*/, 'of=00000000-0000-4000-8000-000000000000'));
    const bare = async (answer: Response): Promise<string> =>
      (await answer.text()).replaceAll(/[\da-f]{8}-[\da-f-]{27}/g, 'token');
    expect([unknown.status, await bare(unknown)]).toEqual([200, await bare(known)]);
    for (const odd of ['', '?of=', '?of=nothing', '?of=1&of=2', '?of=%27%20or%201=1'])
      expect((await press(world.base + new URL(link!).pathname + odd)).status).toBe(200);
  });
});

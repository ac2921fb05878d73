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
  [grace, ada] = await Promise.all(['grace', 'ada'].map((name) => world.person(name).signsIn())) as [Person, Person];
  await becomes(grace, olga, place, 'Grace');
  await ada.calledIn(place.slug, 'Ada');
});
afterAll(() => world.close());

const letters = async (to: string): Promise<string[]> => {
  const all = await Promise.all((await world.mails()).map((name) => readFile(path.join(world.dataDir, 'outbox', name), 'utf8')));
  return all.filter((mail) => mail.includes(`To: ${to}`)).map((mail) => mail.replace(/=\r\n/g, '').replace(/=3D/g, '=')).filter((mail) => mail.includes('?comment='));
};
const settled = (questionId: unknown): Promise<unknown> => until('the letter to be dealt with', async () => (await world.query('select from account_notices where comment_id = $1 and letter_left_at is not null', [questionId])).length > 0);

describe('who asked', () => {
  it('gets one letter when the question is answered, with a link and no words of either', async () => {
    const question = await asks(ada, place.threadId, 'Why did you leave the network?');
    expect((await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'To find out what stays.' })).status).toBe(201);
    await settled(question['id']);
    const [letter, ...more] = await letters(ada.email);
    expect(more).toEqual([]);
    expect(letter).toContain(`?comment=${question['id'] as string}#c-`);
    expect(letter).not.toMatch(/leave the network|find out/);
    expect(await letters(grace.email)).toEqual([]);
  });

  it('gets none after having asked for none', async () => {
    expect((await ada.patch('/me', { settings: { answersByMail: false } })).body['settings']).toEqual({ answersByMail: false });
    expect((await ada.patch('/me', { settings: { answersByMail: 'no' } })).body['errors']).toEqual([{ pointer: '#/settings/answersByMail', detail: 'Choose true or false.' }]);
    expect((await ada.patch('/me', { settings: { loud: true } })).status).toBe(422);
    const before = (await letters(ada.email)).length;
    const question = await asks(ada, place.threadId, 'And what did you miss?');
    expect((await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Nothing much.' })).status).toBe(201);
    await settled(question['id']);
    expect((await letters(ada.email)).length).toBe(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ages, forum, reports, withholds, type ModeratedForum } from '../moderation/forum.ts';
import { asks, becomes, settles } from '../questions/stage.ts';
import type { Answer, Json, Person } from '../support/world.ts';

/**
 * The ways in which the words came to be hidden: before anybody saw them, by reports, by a moderator, by their author.
 */
const STATES = ['never', 'never-withheld', 'reported', 'withheld', 'withdrawn'] as const;
type HiddenState = (typeof STATES)[number];

const WORD: Record<HiddenState, string> = {
  never: 'yonder',
  'never-withheld': 'wallaby',
  reported: 'xylem',
  withheld: 'walrus',
  withdrawn: 'violet',
};

let f: ModeratedForum;
let slug: string;
let threadId: string;
let grace: Person;
let fred: Person;
let reporters: Person[];
let hidden: Record<HiddenState, Json[]>;

beforeAll(async () => {
  f = await forum();
  const { world, olga, ada, bob, carl } = f;
  ({ slug } = await world.conference(olga));
  const startsAt = new Date(world.clock.now().getTime() - 600_000).toISOString();
  const { body: talk } = await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'on-words',
    title: 'On words',
    startsAt,
  });
  threadId = talk['threadId'] as string;
  await Promise.all([
    ada.calledIn(slug, 'Ada'),
    bob.calledIn(slug, 'Bob'),
    becomes(f.mona, olga, { slug, role: 'moderator' }, 'Mona'),
  ]);
  grace = await becomes(await world.person('grace').signsIn(), olga, { slug, talkId: talk['id'] as string }, 'Grace');
  fred = await becomes(await world.person('fred').signsIn(), olga, { slug, role: 'moderator' }, 'Fred', 'Fred');
  reporters = [bob, carl, await world.person('dora').signsIn()];
  await ages(world);
  const pair = async (state: HiddenState): Promise<Json[]> => [
    await ada.says(threadId, `A ${WORD[state]} said`),
    await asks(ada, threadId, `A ${WORD[state]} asked?`),
  ];
  const shown = {
    reported: await pair('reported'),
    withheld: await pair('withheld'),
    withdrawn: await pair('withdrawn'),
  };
  await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
  hidden = { ...shown, never: await pair('never'), 'never-withheld': await pair('never-withheld') };
  await olga.patch(`/admin/threads/${threadId}`, { screening: 'none' });
  for (const comment of [...hidden['never-withheld'], ...hidden.withheld])
    expect((await withholds(f.mona, comment)).status).toBe(200);
  for (const comment of hidden.withdrawn)
    expect((await ada.delete(`/comments/${comment['id'] as string}`)).status).toBe(204);
  for (const comment of hidden.reported) for (const reporter of reporters) await reports(reporter, comment);
  await ends('Fred');
});
afterAll(() => f.world.close());

/** Takes a moderator's right away. */
async function ends(name: string): Promise<void> {
  const { body } = await f.olga.get(`/admin/conferences/${slug}/grants`);
  const grant = (body['items'] as Json[]).find((each) => each['name'] === name)!;
  expect((await f.olga.delete(`/admin/grants/${grant['id'] as string}`)).status).toBe(204);
}

/** Every request that names a comment and answers something; `open` is a question everybody may see. */
const requestsAbout = (id: string, open: string): [method: string, path: string, body?: Json][] => [
  ...['', '/replies', '/revisions', '/source'].map((end): [string, string] => ['GET', `/comments/${id}${end}`]),
  ['PUT', `/comments/${id}/kind`, { kind: 'question' }],
  ['PUT', `/comments/${id}/kind`, { kind: 'comment' }],
  ['PUT', `/comments/${id}/kind`, { kind: 'question' }],
  ['PUT', `/questions/${id}/status`, { status: 'taken' }],
  ['PUT', `/questions/${id}/status`, { status: 'open' }],
  ['PUT', `/questions/${id}/status`, { status: 'answered', note: 'Said aloud' }],
  ['PUT', `/questions/${id}/status`, { status: 'declined', reason: 'Another talk' }],
  ['PUT', `/questions/${id}/status`, { status: 'merged', mergedInto: open }],
  ['PUT', `/questions/${open}/status`, { status: 'merged', mergedInto: id }],
  ['POST', `/questions/${id}/answers`, { body: 'An answer' }],
  ['POST', `/threads/${threadId}/comments`, { body: 'A reply', parentId: id }],
  ['PATCH', `/comments/${id}`, { body: 'Mine now' }],
  ['PUT', `/comments/${id}/vote`],
  ['DELETE', `/comments/${id}/vote`],
  ['POST', `/comments/${id}/reports`, { rule: 'spam', reason: 'A reason' }],
  ['DELETE', `/comments/${id}`],
  ['PUT', `/admin/comments/${id}/claim`],
  ['DELETE', `/admin/comments/${id}/claim`],
  ['POST', `/admin/comments/${id}/withhold`, { rule: 'spam', reason: 'A reason' }],
  ['POST', `/admin/comments/${id}/restore`, { reason: 'A reason' }],
  ['POST', `/admin/comments/${id}/release`, { revision: 1 }],
  ['PUT', `/threads/${threadId}/recap`, { markdown: 'A recap', items: [id], published: false }],
  ...[
    'mine',
    'desk',
    'comments',
    'comments?kind=question',
    'changes?after=0',
    'recap',
    'questions/similar?q=asked',
  ].map((end): [string, string] => ['GET', `/threads/${threadId}/${end}`]),
];

const seenIn = (texts: readonly string[]): string[] =>
  STATES.filter((state) => texts.some((text) => text.includes(WORD[state])));

const again = (person: Person, method: string, path: string, body: Json, key: string): Promise<Answer> =>
  person.ask(method, path, body, { 'idempotency-key': key });

describe('hidden words', () => {
  it('are in no answer to a speaker, a participant, or somebody who moderated once, whatever they ask', async () => {
    const open = (await asks(f.bob, threadId, 'An open question?'))['id'] as string;
    const found: string[] = [];
    let asked = 0;
    for (const person of [grace, f.bob, fred]) {
      for (const comment of Object.values(hidden).flat()) {
        for (const [method, path, body] of requestsAbout(comment['id'] as string, open)) {
          const answer = await person.ask(method, path, body);
          expect([path, answer.status >= 500]).toEqual([path, false]);
          const seen = seenIn([answer.text]);
          if (seen.length > 0) found.push(`${person.email} reads ${seen.join()} by ${method} ${path}`);
          asked += 1;
        }
      }
    }
    expect(found).toEqual([]);
    expect(asked).toBeGreaterThan(900);
  });

  it('are in no answer that is repeated after they were hidden', async () => {
    const question = await asks(f.ada, threadId, 'A walrus repeated?');
    const said = await f.ada.says(threadId, 'A walrus remark');
    const id = question['id'] as string;
    const writes: [string, string, Json][] = [
      ['PUT', `/questions/${id}/status`, { status: 'taken' }],
      ['PUT', `/comments/${said['id'] as string}/kind`, { kind: 'question' }],
      ['PUT', `/threads/${threadId}/recap`, { markdown: 'A recap', items: [id], published: false }],
    ];
    for (const [i, [method, path, body]] of writes.entries()) {
      const first = await again(grace, method, path, body, `repeated ${i}`);
      expect({ path, status: first.status, words: first.text.includes('walrus') }).toEqual({
        path,
        status: 200,
        words: true,
      });
    }
    for (const comment of [question, said]) expect((await withholds(f.mona, comment)).status).toBe(200);
    for (const [i, [method, path, body]] of writes.entries()) {
      const repeat = await again(grace, method, path, body, `repeated ${i}`);
      expect([repeat.status, repeat.headers.get('idempotency-replayed'), seenIn([repeat.text])]).toEqual([
        200,
        'true',
        [],
      ]);
    }
    expect((await again(grace, ...writes[0]!, 'repeated 0')).body).toMatchObject({ id, state: 'withheld', html: '' });
  });

  it('are in no answer that is repeated by a moderator who is none any more', async () => {
    const mina = await becomes(
      await f.world.person('mina').signsIn(),
      f.olga,
      { slug, role: 'moderator' },
      'Mina',
      'Mina',
    );
    await f.olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
    const held = await f.ada.says(threadId, 'A yonder remark');
    await f.olga.patch(`/admin/threads/${threadId}`, { screening: 'none' });
    const path = `/comments/${held['id'] as string}/kind`;
    expect((await again(mina, 'PUT', path, { kind: 'question' }, 'mina')).text).toContain('yonder');
    expect((await again(mina, 'PUT', path, { kind: 'question' }, 'mina')).text).toContain('yonder');
    await ends('Mina');
    expect(await again(mina, 'PUT', path, { kind: 'question' }, 'mina')).toMatchObject({
      status: 404,
      text: expect.not.stringContaining('yonder'),
    });
  });

  it('are still answered to their author and to who moderates', async () => {
    const [said] = hidden.never as [Json, Json];
    for (const person of [f.ada, f.mona, f.olga]) {
      expect((await person.put(`/comments/${said['id'] as string}/kind`, { kind: 'comment' })).body).toMatchObject({
        state: 'held',
        html: expect.stringContaining('yonder'),
      });
    }
    const [asked] = hidden.reported as [Json, Json];
    expect((await settles(f.mona, asked, 'taken')).status).not.toBe(500);
  });
});

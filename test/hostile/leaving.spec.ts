import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompleteDepartures } from '../../src/comments/complete-departures.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

const ACCOUNTS = 6;
const PERSONAS = 3;

let world: World;
let olga: Person;
let slug: string;
let threads: string[];
let people: Person[];
/** By persona: the number of its account. */
const accountOf = new Map<string, number>();
const nameless: string[] = [];
const wanted: string[] = [];

beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  const { slug: made, threadId } = await world.conference(olga);
  slug = made;
  threads = [
    threadId,
    (await olga.post(`/admin/conferences/${slug}/threads`, { slug: 'garden', title: 'Garden' })).body['id'] as string,
  ];
  await olga.calledIn(slug, 'Olga');
  people = await Promise.all(Array.from({ length: ACCOUNTS }, (_, i) => world.person(`leaver${i}`).signsIn()));
  for (let i = 0; i < ACCOUNTS; i += 1)
    wanted.push((await olga.says(threads[0]!, `Something to vote for, ${i}`))['id'] as string);
  for (let n = 0; n < PERSONAS; n += 1) {
    for (const [account, person] of people.entries()) {
      const personaId = (
        await person.post(`/conferences/${slug}/personas`, {
          name: `Persona ${n} of nobody ${(account * 7) % 5}${account}`,
        })
      ).body['id'] as string;
      accountOf.set(personaId, account);
      await Promise.all(threads.map((thread) => person.says(thread, `Said by ${personaId}`, { personaId })));
    }
  }
  for (const [account, person] of people.entries()) {
    const [personaId] = [...accountOf].find(([, owner]) => owner === account)!;
    nameless.push(
      (
        await person.post(`/threads/${threads[0]!}/questions`, {
          body: `Who asks number ${account}?`,
          anonymous: true,
          personaId,
        })
      ).body['id'] as string,
    );
    for (const comment of wanted.slice(0, 3)) await person.put(`/comments/${comment}/vote`);
  }
});
afterAll(() => world.close());

interface ChangedRow extends Json {
  id: string;
  changedSeq: number;
}

/** Everything a reader without a session sees changing in a thread after a number, in the order of the numbers. */
async function changesIn(threadId: string, after: number): Promise<ChangedRow[]> {
  const { body } = await world.person('reader').get(`/threads/${threadId}/changes?after=${after}`);
  expect(body['reset']).toBe(false);
  return body['comments'] as ChangedRow[];
}

const numbers = (): Promise<number[]> =>
  Promise.all(threads.map(async (id) => (await world.person('reader').get(`/threads/${id}`)).body['seq'] as number));

/** Ends all that is due, also the server's own tasks. */
async function everythingDue(): Promise<void> {
  await world.app.get(CompleteDepartures).complete();
  await until(
    'everything that is due to have gone',
    async () => (await world.query('select from departures where due_at <= $1', [world.clock.now()])).length === 0,
  );
}

/** Number of neighbours in a list that belong to one account. */
const neighbours = (owners: readonly number[]): number =>
  owners.filter((owner, i) => i > 0 && owners[i - 1] === owner).length;

describe('an observer of everything public, while several accounts leave', () => {
  let before: number[];
  /** By comment: whose persona said it. */
  const ownerOf = new Map<string, number>();

  it('sees nothing at the moment they leave: neither a number nor a picture that is gone', async () => {
    for (const thread of threads)
      for (const row of await changesIn(thread, 0))
        if (accountOf.has(row['author']?.id as string)) ownerOf.set(row.id, accountOf.get(row['author'].id as string)!);
    before = await numbers();
    const left = await Promise.all(
      people.map((person, i) => person.ask('DELETE', '/me', { posts: i % 2 === 0 ? 'keep' : 'remove' })),
    );
    expect(left.map(({ status }) => status)).toEqual(people.map(() => 200));
    await world.app.get(CompleteDepartures).complete();
    expect(await numbers()).toEqual(before);
    for (const personaId of accountOf.keys())
      expect((await fetch(`${world.base}/avatars/${personaId}.svg`)).status).toBe(200);
    // Nor does the database know any more: what follows them names no account.
    expect(
      await world.query('select from personas where account_id is not null and id = any($1)', [[...accountOf.keys()]]),
    ).toEqual([]);
    expect(await world.query('select from votes group by account_id having count(*) > 1')).toEqual([]);
  });

  it('sees every persona go within half an hour, one at a time, in an order that groups no account', async () => {
    world.advance({ minutes: 30 });
    await everythingDue();
    for (const [i, thread] of threads.entries()) {
      const rows = await changesIn(thread, before[i]!);
      expect(rows.filter(({ id }) => ownerOf.has(id)).map(({ author }) => author as unknown)).toEqual(
        Array.from({ length: ACCOUNTS * PERSONAS }, () => null),
      );
      expect(new Set(rows.map(({ changedSeq }) => changedSeq)).size).toBe(rows.length);
      // Drawn at random about two neighbours are one account's; in the order of accounts it would be twelve.
      expect(neighbours(rows.map(({ id }) => ownerOf.get(id)!))).toBeLessThan(ACCOUNTS * (PERSONAS - 1) - 2);
    }
    const gone = await Promise.all(
      [...accountOf.keys()].map(async (id) => (await fetch(`${world.base}/avatars/${id}.svg`)).status),
    );
    expect(new Set(gone)).toEqual(new Set([404]));
  });

  it('sees no vote and no question without a name go in that half hour; they follow one by one, within a day', async () => {
    const seen = await numbers();
    const standing = await changesIn(threads[0]!, 0);
    expect(standing.filter(({ id }) => nameless.includes(id)).map(({ state }) => state as string)).toEqual(
      nameless.map(() => 'visible'),
    );
    expect(standing.filter(({ id }) => wanted.slice(0, 3).includes(id)).map(({ votes }) => votes as number)).toEqual([
      ACCOUNTS,
      ACCOUNTS,
      ACCOUNTS,
    ]);
    world.advance({ hours: 24 });
    await everythingDue();
    const rows = await changesIn(threads[0]!, seen[0]!);
    expect(new Set(rows.map(({ changedSeq }) => changedSeq)).size).toBe(rows.length);
    const states = new Map((await changesIn(threads[0]!, 0)).map(({ id, state }) => [id, state as string]));
    expect(nameless.map((id) => states.get(id))).toEqual(people.map((_, i) => (i % 2 === 0 ? 'visible' : 'withdrawn')));
    expect(
      (await changesIn(threads[0]!, 0)).filter(({ id }) => wanted.includes(id)).map(({ votes }) => votes as number),
    ).toEqual(wanted.map(() => 0));
    const log = await world.query<{ kind: string; comments: number }>(
      `select kind, count(distinct comment_id)::int comments
       from thread_log
       where thread_id = $1 and seq > $2
       group by kind, seq`,
      [threads[0], seen[0]],
    );
    expect(log.every(({ comments }) => comments === 1)).toBe(true);
    expect(await world.query('select from departures')).toEqual([]);
    expect(await world.query('select from personas where id = any($1)', [[...accountOf.keys()]])).toEqual([]);
  });
});

describe('what still follows an account that has left', () => {
  const leaver = async (name: string): Promise<{ personaId: string; said: Json }> => {
    const person = await (await world.person(name).signsIn()).calledIn(slug, `Called ${name}`);
    const said = await person.says(threads[1]!, `Said by ${name}`);
    expect((await person.ask('DELETE', '/me', { posts: 'remove' })).status).toBe(200);
    return { said, personaId: said['author'].id as string };
  };
  const stateOf = async (comment: Json): Promise<string> =>
    (await world.person('reader').get(`/comments/${comment['id'] as string}`)).body['state'] as string;

  it('is taken over from a node that was killed while it was busy with it', async () => {
    const { personaId, said } = await leaver('killed');
    await world.query('update departures set claimed_until = $2 where subject_id = $1', [
      personaId,
      world.clock.in({ minutes: 30, seconds: 50 }),
    ]);
    world.advance({ minutes: 30 });
    await world.runNow('comments/depart');
    expect(await stateOf(said)).toBe('visible');
    world.advance({ seconds: 51 });
    await world.runNow('comments/depart');
    expect(await stateOf(said)).toBe('withdrawn');
  });

  it('is drawn anew by a server that starts late, so that it does not go all at once', async () => {
    const { personaId } = await leaver('late');
    world.advance({ hours: 2 });
    await world.query('update departures set claimed_until = $2 where subject_id = $1', [
      personaId,
      world.clock.in({ minutes: 1 }),
    ]);
    await world.app.get(CompleteDepartures).redrawLate();
    const [row] = (await world.query<{ dueAt: Date }>('select due_at "dueAt" from departures where subject_id = $1', [
      personaId,
    ])) as [{ dueAt: Date }];
    expect(row.dueAt.getTime()).toBeGreaterThan(world.clock.ago({ minutes: 1 }).getTime());
    expect(row.dueAt.getTime()).toBeLessThanOrEqual(world.clock.in({ minutes: 5 }).getTime());
  });
});

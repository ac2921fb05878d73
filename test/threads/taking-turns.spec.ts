import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { PostComment } from '../../src/comments/post-comment.ts';
import { World } from '../support/world.ts';

let world: World;
let threadId: string;
const accounts = new Map<string, string>();
let said = 0;

beforeAll(async () => {
  world = await World.open();
  const conference = await world.conference(await world.person('olga').signsIn());
  threadId = conference.threadId;
  for (const name of ['Ada', 'Ben']) {
    await (await world.person(name.toLowerCase()).signsIn()).calledIn(conference.slug, name);
    const [row] = await world.query<{ id: string }>('select account_id id from personas where name = $1', [name]);
    accounts.set(name, row!.id);
  }
});
afterAll(() => world.close());

/** Lets everything that `send` submits arrive while the thread is locked elsewhere, then answers how each ended. */
async function whileLocked(send: () => Promise<unknown>[]): Promise<PromiseSettledResult<unknown>[]> {
  const elsewhere = new pg.Client({ connectionString: world.databaseUrl });
  await elsewhere.connect();
  await elsewhere.query('begin');
  await elsewhere.query('select from thread_heads where thread_id = $1 for update', [threadId]);
  const sent = send();
  await elsewhere.query('rollback');
  await elsewhere.end();
  return Promise.allSettled(sent);
}

const posts = (name: string, count: number): Promise<unknown>[] => {
  const post = world.app.get(PostComment);
  return Array.from({ length: count }, () =>
    post.post(accounts.get(name)!, { threadId, kind: 'comment', body: `${name} says ${(said += 1)}` }),
  );
};

const namesInOrder = async (): Promise<string[]> =>
  (
    await world.query<{ name: string }>('select author_name name from comments where thread_id = $1 order by seq', [
      threadId,
    ])
  ).map(({ name }) => name);

describe('many writes of one account in a thread', () => {
  it('let the next write of everybody else through in its turn', async () => {
    const ended = await whileLocked(() => [...posts('Ada', 40), ...posts('Ben', 1)]);
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
    const names = await namesInOrder();
    expect(names).toHaveLength(41);
    expect(names.indexOf('Ben')).toBeLessThanOrEqual(2);
  });

  it('are refused untouched beyond a hundred that wait, and those of others are not', async () => {
    const before = (await namesInOrder()).length;
    const ended = await whileLocked(() => [...posts('Ada', 140), ...posts('Ben', 1)]);
    const refused = ended.flatMap((one) => (one.status === 'rejected' ? [(one.reason as Error).message] : []));
    expect(new Set(refused)).toEqual(new Set(['thread-busy']));
    expect(refused.length).toBeGreaterThanOrEqual(39);
    expect(ended.at(-1)!.status).toBe('fulfilled');
    expect((await namesInOrder()).length - before).toBe(141 - refused.length);
  });
});

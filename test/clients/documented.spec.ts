import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PackedClient } from '../support/packed-client.ts';
import { codeIn, until, World, type Json, type Person } from '../support/world.ts';

/** Most lines of an example. */
const MOST = 20;
const FORUM = 'https://forum.example';

let packed: PackedClient;
let world: World;
let olga: Person;
let ada: Person;
let conference: string;
let threadId: string;
let examples: Map<string, string>;
beforeAll(async () => {
  const page = await readFile('docs/api.md', 'utf8');
  const found = page.split(/^### /m).map((part) => [/^.+/.exec(part)![0], /^```ts\n([^]*?)^```$/m.exec(part)?.[1]]);
  examples = new Map(found.filter((each): each is [string, string] => each[1] !== undefined));
  [packed, world] = await Promise.all([PackedClient.install(), World.open()]);
  olga = await world.person('olga').signsIn();
  ({ slug: conference, threadId } = await world.conference(olga));
  await olga.calledIn(conference, 'Olga');
  ada = await (await world.person('ada').signsIn()).calledIn(conference, 'Ada');
});
afterAll(async () => {
  await world.close();
  await packed.remove();
});

interface RunningExample {
  /** The text printed so far. */
  output(): string;
  types(line: string): void;
  interrupt(): void;
  /** Resolves once it has ended; throws unless it ended well. */
  end(): Promise<string>;
}

/** Runs an example of the page as it stands there, but for the address of the forum. */
async function runs(title: string, env: Record<string, string> = {}): Promise<RunningExample> {
  const source = examples.get(title)!.replaceAll(FORUM, world.base);
  const child = packed.start(await packed.program(title.replaceAll(/\W/g, '-'), source), env);
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null]>;
  return {
    output: () => output,
    types: (line) => child.stdin!.write(`${line}\n`),
    interrupt: () => child.kill('SIGINT'),
    end: async () => {
      const [code] = await closed;
      if (code !== 0) throw new Error(`it ended with ${code}: ${output}`);
      return output;
    },
  };
}

/** A token as its owner makes one on their page. */
const tokenOf = async (person: Person, scope: string): Promise<string> =>
  (await person.post('/me/tokens', { name: 'Program', scopes: [scope], conferenceId: conference })).body[
    'token'
  ] as string;

describe('the programs in docs/api.md', () => {
  it(`are five of at most ${MOST} lines`, () => {
    expect([...examples.keys()]).toEqual(['Sign in', 'Post', 'Follow', 'Page', 'Moderate']);
    for (const code of examples.values()) expect(code.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST);
  });

  it('sign in with a code that was mailed', async () => {
    const before = await world.mails();
    const program = await runs('Sign in');
    await until('the first question', () => program.output().includes('address'));
    program.types('ada@mail.example');
    const mail = await world.nextMail(before, 'ada@mail.example');
    await until('the second question', () => program.output().includes('code'));
    program.types(codeIn(mail));
    const output = await program.end();
    expect(output).toContain('a•••@mail.example');
    const token = /TOKEN=(\S+)/.exec(output)![1]!;
    expect((await world.person('ada').get('/me', { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('post once, however often they are started, and say what was refused', async () => {
    const env = { TOKEN: await tokenOf(ada, 'comments:write'), THREAD: threadId };
    const posted = async (): Promise<Json[]> =>
      (await ada.get(`/threads/${threadId}/comments`)).body['items'] as Json[];
    await (await runs('Post', env)).end();
    await (await runs('Post', env)).end();
    expect(await posted()).toHaveLength(1);
    const stranger = await tokenOf(await world.person('stranger').signsIn(), 'comments:write');
    expect(await (await runs('Post', { ...env, TOKEN: stranger })).end()).toContain('persona');
    expect(await posted()).toHaveLength(1);
  });

  it('follow a thread until they are interrupted', async () => {
    const program = await runs('Follow', { THREAD: threadId });
    await until('what was there', () => program.output().includes('1 comment'));
    await ada.says(threadId, 'Said while it follows.');
    await until('what is said', () => program.output().includes('Said while it follows.'));
    program.interrupt();
    expect(await program.end()).toContain('Ada');
  });

  it('page through lists of more than one page', async () => {
    for (const slug of ['breakfast', 'lunch', 'dinner'])
      await olga.post(`/admin/conferences/${conference}/threads`, { slug, title: slug });
    const output = await (await runs('Page', { CONFERENCE: conference })).end();
    for (const slug of ['breakfast', 'lunch', 'dinner', 'Hallway']) expect(output).toContain(slug);
  });

  it('moderate what is held', async () => {
    const settings = { screening: 'all' };
    expect((await olga.patch(`/admin/conferences/${conference}`, { settings })).status).toBe(200);
    const [good, bad] = [await ada.says(threadId, 'Well said.'), await ada.says(threadId, 'Buy my watches!')];
    expect([good['state'], bad['state']]).toEqual(['held', 'held']);
    const env = { TOKEN: await tokenOf(olga, 'moderate'), CONFERENCE: conference };
    await (await runs('Moderate', env)).end();
    expect((await ada.get(`/comments/${good['id']}`)).status).toBe(200);
    expect((await ada.get(`/comments/${bad['id']}`)).status).toBe(404);
    const { body } = await olga.get(`/admin/conferences/${conference}/queue?kind=held`);
    expect(body['items']).toEqual([]);
  });
});

describe('the table of docs/api.md about HTTP', () => {
  it('says which answers are compressed: those to a read, and none to a write', async () => {
    const headers = { 'content-type': 'application/json', 'accept-encoding': 'br' };
    const url = `${world.base}/api/v1/threads/${threadId}/comments`;
    const authorization = `Bearer ${olga.token}`;
    const body = JSON.stringify({ body: 'long '.repeat(500) });
    const written = await fetch(url, { method: 'POST', headers: { ...headers, authorization }, body });
    expect(written.status).toBe(201);
    expect(Number(written.headers.get('content-length'))).toBeGreaterThan(1_000);
    expect(written.headers.get('content-encoding')).toBeNull();
    await until('the read answer to be compressed', async () => {
      const read = await fetch(url, { headers: { ...headers, authorization } });
      return read.headers.get('content-encoding') === 'br';
    });
  });
});

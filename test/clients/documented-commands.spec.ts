import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeIn, World, type Person } from '../support/world.ts';

/** Not every machine has it, and nothing else here needs it. */
const hasCurl = spawnSync('curl', ['--version']).status === 0;

let world: World;
let olga: Person;
let slug: string;
let threadId: string;
let talkId: string;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  const talk = { slug: 'debranche', title: 'Débranché' };
  talkId = (await olga.post(`/admin/conferences/${slug}/talks`, talk)).body['id'] as string;
});
afterAll(() => world.close());

/** The commands of a document, each on one line, in their order. */
async function commandsOf(file: string): Promise<string[]> {
  const blocks = (await readFile(file, 'utf8')).matchAll(/^```sh\n([^]*?)^```$/gm);
  return [...blocks]
    .flatMap(([, block]) =>
      block!
        .replaceAll(/\\\n */g, '')
        .trim()
        .split('\n'),
    )
    .filter((line) => !line.startsWith('#'));
}

/** The command as a reader fills it in. */
async function filledIn(command: string): Promise<string> {
  const typed = command.replace('https://forum.example', world.base).replace('my-conference', slug);
  if (typed.includes('…'))
    return typed.replace(/W\/"[^"]*"/, (await olga.get(`/talks/${talkId}`)).headers.get('etag')!);
  if (!typed.includes('K7QM-2XRP')) return typed;
  return typed.replace('K7QM-2XRP', codeIn(await world.nextMail([], 'ada@mail.example')));
}

/** Runs a command as a shell does, with a curl that fails when it is refused. */
async function run(command: string): Promise<string> {
  const env = { API: `${world.base}/api/v1`, THREAD: threadId, TALK: talkId, TOKEN: olga.token! };
  const curl = 'curl() { command curl --silent --show-error --fail-with-body "$@"; }';
  const { stdout } = await promisify(execFile)('bash', ['-c', `${curl}; ${await filledIn(command)}`], {
    env: { ...process.env, ...env },
  });
  return stdout;
}

(hasCurl ? it : it.skip)('every command in docs/api.md does what it says', async () => {
  const commands = await commandsOf('docs/api.md');
  expect(commands.length).toBeGreaterThan(8);
  const answers: string[] = [];
  for (const command of commands) answers.push(await run(command));
  expect(answers.at(-1)).toContain('atk_');
  expect((await olga.get(`/talks/${talkId}`)).body['room']).toBe('B');
});

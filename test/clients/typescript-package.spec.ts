import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { PackedClient } from '../support/packed-client.ts';

let packed: PackedClient;
beforeAll(async () => {
  packed = await PackedClient.install();
});
afterAll(() => packed.remove());

/** As strict as a program may be checked. */
const TSCONFIG = {
  compilerOptions: {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    noEmit: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: ['node'],
  },
};

/** A small program of a conference's app, and what its author may get wrong. */
const CONSUMER = `
import { AftertalkClient, Problem, type Comment, type ProblemSlug } from '@aftertalk/client';

const forum = new AftertalkClient({ url: 'https://forum.example', token: 'atk_1', language: 'fr' });
const path = { id: '01980b5e-7c41-7d3e-9b60-5f1c2a8e4d17' };

export async function uses(): Promise<void> {
  const thread = await forum.get('/threads/{id}', { params: { path } });
  const title: string = thread.title;
  const made = await forum.post('/threads/{id}/comments', { params: { path }, body: { body: title }, key: 'once' });
  const id: string | null = 'id' in made ? made.id : null;
  const nothing: void = await forum.delete('/comments/{id}', { params: { path } });
  for await (const talk of forum.items('/conferences/{conference}/talks', { params: { path: { conference: 'a' } } }))
    console.log(talk.slots.length, id, nothing);
  const { response } = await forum.http.GET('/talks/{id}', { params: { path } });
  await forum.patch('/admin/talks/{id}', {
    params: { path, header: { 'If-Match': response.headers.get('etag') ?? '*' } },
    body: { room: 'B' },
  });
  const followed = await forum.followThread(path.id, {
    onChange: ({ comments }) => comments.map(({ html }: Comment) => html),
  });
  followed.stop();
}

export function explains(error: unknown): string {
  if (!(error instanceof Problem)) throw error;
  const slug: ProblemSlug | '' = error.slug;
  if (error.is('proof-required')) return error.facts.challenge.toUpperCase();
  return slug + error.fields.map(({ pointer }) => pointer).join();
}

export async function errs(problem: Problem): Promise<void> {
  // @ts-expect-error -- no such route
  await forum.get('/thread/{id}', { params: { path } });
  // @ts-expect-error -- a route of another method
  await forum.post('/threads/{id}', { params: { path } });
  // @ts-expect-error -- without the path's parameter
  await forum.get('/threads/{id}');
  // @ts-expect-error -- a field of the body that is not there
  await forum.post('/threads/{id}/comments', { params: { path }, body: { text: 'Hello' } });
  // @ts-expect-error -- no list
  forum.items('/threads/{id}', { params: { path } });
  // @ts-expect-error -- no such problem
  problem.is('comment-flod');
  const { html } = await forum.get('/comments/{id}', { params: { path } });
  // @ts-expect-error -- a text
  html satisfies number;
}
`;

/** The pieces of its README in their order, with what they take from around them. */
async function programOfReadme(): Promise<string> {
  const pieces = (await packed.read('README.md')).matchAll(/^```ts\n([^]*?)^```$/gm);
  return [
    "import { Problem } from '@aftertalk/client';",
    'declare const id: string, body: string;',
    'declare function show(pointer: string, detail: string): void;',
    ...[...pieces].map(([, piece]) => piece!),
  ].join('\n');
}

describe('the package of the TypeScript client', () => {
  it('is imported by plain Node from another folder, with what it declares alone', async () => {
    const file = await packed.program(
      'names',
      `import * as client from '@aftertalk/client'; console.log(Object.keys(client).join());`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [file]);
    expect(stdout.trim()).toBe('AftertalkClient,Problem');
  });

  it('types its example, its README and a program that uses it, and finds what its author got wrong', async () => {
    await writeFile(path.join(packed.folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    await writeFile(path.join(packed.folder, 'consumer.ts'), CONSUMER);
    await writeFile(path.join(packed.folder, 'bot.ts'), await packed.read('examples/bot.ts'));
    await writeFile(path.join(packed.folder, 'readme.ts'), await programOfReadme());
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [path.resolve('node_modules/typescript-7/bin/tsc'), '-p', packed.folder],
      { cwd: packed.folder },
    ).catch((error: { stdout: string }) => error);
    expect(stdout).toBe('');
  });

  it('brings its licence, its description and nothing that is no part of it', async () => {
    expect(await packed.read('LICENSE')).toBe(await readFile('LICENSE', 'utf8'));
    expect(await packed.read('README.md')).toContain('# ');
    await expect(packed.read('src/index.ts')).rejects.toThrow(/ENOENT/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { KEYLESS } from '../../clients/typescript/src/keys.ts';
import { World, type Json } from '../support/world.ts';

const FILE = 'clients/typescript/src/generated/api.ts';

let world: World;
let document: string;
beforeAll(async () => {
  world = await World.open();
  document = (await world.person('reader').get('/openapi.json')).text;
});
afterAll(() => world.close());

/** In a process of its own, because it takes a second in one piece. */
async function typesOf(openApi: string): Promise<string> {
  const child = spawn(process.execPath, ['tools/client-types.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(openApi);
  return text(child.stdout);
}

/** The first line that differs, because a comparison of the whole would print both. */
function firstDifference(found: string, wanted: string): { line: number; found: string; wanted: string } | null {
  if (found === wanted) return null;
  const [lines, others] = [found.split('\n'), wanted.split('\n')];
  const line = Math.max(...[lines, others].map(({ length }) => length));
  const at = Array.from({ length: line }).findIndex((_, i) => lines[i] !== others[i]);
  return { line: at + 1, found: lines[at] ?? '', wanted: others[at] ?? '' };
}

describe('the types of the TypeScript client', () => {
  it('are what the document of the API says', async () => {
    const types = await typesOf(document);
    if (process.env['WRITE_DOCS']) await writeFile(FILE, types);
    expect(firstDifference(await readFile(FILE, 'utf8'), types)).toBeNull();
  });

  it('are beside a list of the writes for which the forum keeps no key', () => {
    const { paths } = JSON.parse(document) as { paths: Record<string, Record<string, Json>> };
    const writes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([method]) => method !== 'get')
        .map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`, operation })),
    );
    const takesKey = ({ operation }: { operation: Json }): boolean =>
      (operation['parameters'] as { $ref?: string }[]).some(({ $ref }) => $ref?.endsWith('/IdempotencyKey'));
    const keyless = writes.filter((write) => !takesKey(write)).map(({ name }) => name);
    expect([...KEYLESS].toSorted()).toEqual(keyless.toSorted());
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyOfSources } from '../support/copy.ts';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { freePort } from '../support/server.ts';
import { until } from '../support/world.ts';

/** Most time that one save may take on a crowded machine, in milliseconds; CONTRIBUTING says what it takes. */
const PATIENCE_MS = 250_000;

describe('developing with `npm run dev`', () => {
  const undo: (() => Promise<unknown>)[] = [];
  let copy: string;
  let base: string;
  let dev: ChildProcess;
  let output = '';

  const page = (): Promise<string> =>
    fetch(base).then(
      (answer) => answer.text(),
      () => '',
    );
  const replace = async (file: string, from: string, to: string): Promise<void> => {
    const place = path.join(copy, file);
    await writeFile(
      place,
      (await readFile(place, 'utf8')).replace(from, () => to),
    );
  };
  const saw = (what: string, look: () => Promise<boolean> | boolean): Promise<boolean> =>
    until(what, look, PATIENCE_MS).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${output}`);
    });

  beforeAll(async () => {
    const { copy: folder, remove } = await copyOfSources();
    const { url, drop } = await freshDatabase();
    const port = String(await freePort());
    [copy, base] = [folder, `http://localhost:${port}`];
    const { PATH = '', HOME = '' } = process.env;
    dev = spawn(process.execPath, ['tools/dev.mjs'], {
      cwd: copy,
      env: { PATH, HOME, PORT: port, DATABASE_URL: url, DATA_DIR: path.join(copy, 'data'), DEMO: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [dev.stdout!, dev.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    undo.push(remove, drop);
    await saw('the first start', () => output.includes('is ready'));
  });
  afterAll(async () => {
    dev.kill('SIGTERM');
    await until('the end', () => dev.exitCode !== null);
    for (const step of undo.toReversed()) await step();
  });

  it('starts the server again when one of its sources is saved', async () => {
    await replace('src/start/server.ts', 'Stop it with Ctrl-C.', 'Changed while it ran.');
    await saw('the changed server', () => output.includes('Changed while it ran.'));
  });

  // Each save starts a server: the short form has one.
  inLongForm('keeps the server that ran when what was saved does not compile', async () => {
    await replace('src/start/server.ts', 'Changed while it ran.', "'; export const broken = (;");
    await saw('what does not compile', () => /Expression expected|Syntax Error/.test(output));
    expect(await page()).toContain('</html>');
    await replace('src/start/server.ts', "'; export const broken = (;", 'Mended.');
    await saw('the mended server', () => output.includes('Mended.'));
  });

  inLongForm(
    'builds the client again when one of its files is saved, and names the new files in its pages',
    async () => {
      const style = async (): Promise<string> => /\/assets\/style-[^"]+/.exec(await page())?.[0] ?? '';
      const before = await style();
      await writeFile(path.join(copy, 'web/style.css'), '.saved-while-it-ran { color: red }\n');
      await saw('another style', async () => ![before, ''].includes(await style()));
      expect(await (await fetch(base + (await style()))).text()).toContain('saved-while-it-ran');
    },
  );
});

import { spawnSync } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase } from '../support/database.ts';
import { RunningServer } from '../support/server.ts';

const SOURCES = ['src', 'web', 'locales', 'migrations', 'tools', 'package.json', 'package-lock.json'];
const SETTINGS = ['nest-cli.json', 'tsconfig.json', 'vite.config.ts', '.swcrc', 'swc.components.json'];

describe('building beside a running server', () => {
  let copy: string;
  let server: RunningServer;
  let drop: () => Promise<void>;
  const build = () => spawnSync(process.execPath, ['tools/build.mjs'], { cwd: copy, encoding: 'utf8' });

  beforeAll(async () => {
    copy = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-copy-'));
    for (const name of [...SOURCES, ...SETTINGS]) await cp(name, path.join(copy, name), { recursive: true });
    await symlink(await realpath('node_modules'), path.join(copy, 'node_modules'));
    expect(build()).toMatchObject({ status: 0 });
    const database = await freshDatabase();
    drop = database.drop;
    server = await RunningServer.start(
      { DATABASE_URL: database.url, DATA_DIR: path.join(copy, 'data') },
      path.join(copy, 'dist'),
    );
  });
  afterAll(async () => {
    await server.ends();
    await drop();
    await rm(copy, { recursive: true, force: true });
  });

  it('goes on serving the styles and scripts that its pages name', async () => {
    const assets = async () => {
      const page = await (await fetch(server.base)).text();
      return [...page.matchAll(/\/assets\/[^"]+/g)].map(([asset]) => asset);
    };
    const before = await assets();
    expect(before.length).toBeGreaterThan(1);
    const started = await realpath(path.join(copy, 'dist'));

    await appendFile(path.join(copy, 'web/style.css'), '\n.built-beside { color: red; }\n');
    await appendFile(path.join(copy, 'web/client.tsx'), '\nconsole.debug("built beside");\n');
    expect(build()).toMatchObject({ status: 0 });

    expect(await realpath(path.join(copy, 'dist'))).not.toBe(started);
    expect(await assets()).toEqual(before);
    for (const asset of before) expect((await fetch(server.base + asset)).status).toBe(200);
    expect(await readFile(path.join(started, 'start/programme.worker.js'), 'utf8')).not.toBe('');
  });

  it('builds nothing a second time, and leaves what does not compile aside', async () => {
    const present = await realpath(path.join(copy, 'dist'));
    expect(build()).toMatchObject({ status: 0, stdout: '' });
    await appendFile(path.join(copy, 'src/kernel/clock.ts'), '\nexport const broken = (;\n');
    expect(build().status).toBe(1);
    expect(await realpath(path.join(copy, 'dist'))).toBe(present);
  });
});

import { spawnSync } from 'node:child_process';
import { appendFile, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyOfSources } from '../support/copy.ts';
import { freshDatabase } from '../support/database.ts';
import { RunningServer } from '../support/server.ts';

describe('building beside a running server', () => {
  let copy: string;
  let server: RunningServer;
  let drop: () => Promise<void>;
  let remove: () => Promise<void>;
  const build = () => spawnSync(process.execPath, ['tools/build.mjs'], { cwd: copy, encoding: 'utf8' });

  beforeAll(async () => {
    ({ copy, remove } = await copyOfSources());
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
    await remove();
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
    await appendFile(path.join(copy, 'web/client/client.ts'), '\nconsole.debug("built beside");\n');
    expect(build()).toMatchObject({ status: 0 });

    expect(await realpath(path.join(copy, 'dist'))).not.toBe(started);
    expect(await assets()).toEqual(before);
    for (const asset of before) expect((await fetch(server.base + asset)).status).toBe(200);
    for (const worker of ['programme.worker', 'email.worker'])
      expect(await readFile(path.join(started, `start/${worker}.js`), 'utf8')).not.toBe('');
  });

  it('builds nothing a second time, and leaves what does not compile aside', async () => {
    const present = await realpath(path.join(copy, 'dist'));
    expect(build()).toMatchObject({ status: 0, stdout: '' });
    await appendFile(path.join(copy, 'src/kernel/clock.ts'), '\nexport const broken = (;\n');
    expect(build().status).toBe(1);
    expect(await realpath(path.join(copy, 'dist'))).toBe(present);
  });
});

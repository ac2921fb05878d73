import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readConfig } from '../../src/platform/config/settings.ts';
import { closedFolder } from '../../src/platform/database/embedded/data-folder.ts';
import { inLongForm, isSampled } from '../support/form.ts';
import { freshDatabase } from '../support/database.ts';
import { freePort, RunningServer, typed } from '../support/server.ts';
import { until } from '../support/world.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-start-'));
  await chmod(dir, 0o755);
});
afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

/** A programme of one talk. */
const SCHEDULE = {
  schedule: {
    version: '1',
    conference: {
      acronym: 'beside',
      title: 'Beside',
      time_zone_name: 'Europe/Paris',
      start: '2026-05-02',
      end: '2026-05-02',
      days: [
        {
          index: 1,
          date: '2026-05-02',
          rooms: {
            Hall: [
              {
                guid: '0b0a9b4e-1f0c-5c1e-9a63-0d6f2f0f6c12',
                id: 1,
                title: 'A talk',
                date: '2026-05-02T10:00:00+02:00',
                start: '10:00',
                duration: '01:00',
                room: 'Hall',
                language: 'en',
                persons: [],
              },
            ],
          },
        },
      ],
    },
  },
};

const pidOf = (dataDir: string): number =>
  Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
const slugs = async (base: string): Promise<string[]> =>
  ((await (await fetch(`${base}/api/v1/conferences`)).json()) as { items: { slug: string }[] }).items.map(
    ({ slug }) => slug,
  );

describe('starting the server', () => {
  const wrong = [
    ['PORT', 'eighty', 'PORT'],
    ['PUBLIC_URL', 'forum.example', 'PUBLIC_URL'],
    ['RATE_LIMITS', 'maybe', 'RATE_LIMITS'],
    ['SECRET_KEYS', 'short', 'SECRET_KEYS'],
    ['TRUSTED_PROXIES', 'everyone', 'TRUSTED_PROXIES'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL'],
    ['DATABASE_URL', 'redis://127.0.0.1:1', 'begins with postgres://'],
    ['REDIS_URL', 'localhost:6379', 'begins with redis://'],
    ['SMTP_URL', 'https://mail.example', 'begins with smtp://'],
    ['SMTP_URL', 'smtp://mail.example', 'MAIL_FROM is missing'],
    ['MAIL_FROM', 'The forum', 'MAIL_FROM is not usable: set it to an address'],
    ['MAIL_FROM', 'The forum <forum>', 'MAIL_FROM is not usable'],
    ['HSTS_SUBDOMAINS', 'yes', 'HSTS_SUBDOMAINS'],
  ] as const;

  it.each(wrong)('refuses %s when it is %s', (name, value, named) => {
    expect(() => readConfig({ [name]: value })).toThrow(named);
  });

  // A process for each of them takes long: in the short form there is one for three.
  it.each([
    ['DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none', 'DATABASE_URL'] as const,
    ...wrong.filter((_, i) => isSampled(0, i, 3)),
  ])('stops with one sentence when %s is wrong', async (name, value, named) => {
    const server = await RunningServer.start({
      DATA_DIR: path.join(dir, 'settings'),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
      [name]: value,
    });
    expect(server.exit?.code).toBe(1);
    expect(server.output.trim().split('\n')).toHaveLength(1);
    expect(server.output).toContain(named);
  });

  it('reads none of its libraries before it has looked at its settings', () => {
    const folder = path.resolve('dist/start');
    const read = new Set(['main.js']);
    for (const file of read) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      for (const [, name] of text.matchAll(/^import (?:[^'"]* from )?"\.\/([^"]+)"/gm)) read.add(name!);
    }
    expect(read.size).toBeGreaterThan(1);
    expect([...read].filter((file) => file.startsWith('libraries'))).toEqual([]);
  });

  inLongForm('says which port is taken', async () => {
    const { url, drop } = await freshDatabase();
    const port = String(await freePort());
    const first = await RunningServer.start({ DATA_DIR: path.join(dir, 'first'), DATABASE_URL: url, PORT: port });
    const { output } = await RunningServer.start({ DATA_DIR: path.join(dir, 'second'), DATABASE_URL: url, PORT: port });
    expect(await first.ends()).toEqual({ code: 0, signal: null });
    await drop();
    expect(output.trim()).toBe('PORT is in use: stop what listens there, or set another PORT.');
  });

  it('says that an address to listen on is none of this machine, and not that the database is away', async () => {
    const { url, drop } = await freshDatabase();
    for (const host of ['203.0.113.9', 'no-such.invalid'].filter((_, i) => isSampled(0, i, 2))) {
      const { output } = await RunningServer.start({ DATA_DIR: path.join(dir, 'host'), DATABASE_URL: url, HOST: host });
      expect(output.trim()).toMatch(/^HOST cannot be used \([^\n]*\): set it to an address of this machine[^\n]*$/);
    }
    await drop();
  });

  inLongForm('logs no error when it is stopped, in whatever moment of its start', async () => {
    const { url, drop } = await freshDatabase();
    const settings = { DATABASE_URL: url, DATA_DIR: path.join(dir, 'stopped'), LOG_LEVEL: 'warn', DEMO: 'off' };
    const begun = performance.now();
    const whole = await RunningServer.start(settings);
    const startMs = performance.now() - begun;
    expect(await whole.ends()).toEqual({ code: 0, signal: null });
    expect(whole.output).not.toMatch(/"level":"(warn|error|fatal)"/);
    // From when it listens to signals; before, the signal simply ends it.
    for (const part of [0.6, 0.75, 0.85, 0.9, 0.95, 1].filter((_, i) => isSampled(0, i, 3))) {
      const { output, exit } = await RunningServer.start(settings, undefined, startMs * part);
      expect([
        { code: 0, signal: null },
        { code: null, signal: 'SIGTERM' },
      ]).toContainEqual(exit);
      expect(output).not.toMatch(/"level":"(warn|error|fatal)"|more than once|cannot/);
    }
    await drop();
  });

  it('brings its own database, in a folder however deep and closed, and takes it along when it ends', async () => {
    const closed = path.join(dir, 'closed');
    const dataDir = path.join(closed, 'a'.repeat(90), 'b'.repeat(90), 'data');
    await mkdir(dataDir, { recursive: true });
    await chmod(closed, 0o700);
    const server = await RunningServer.start({ DATA_DIR: dataDir, ORGANIZERS: 'olga@mail.example' });
    expect(server.output).toContain('Aftertalk is ready');
    expect(await slugs(server.base)).toEqual(['assises-2012']);
    expect(await server.ends('SIGINT')).toEqual({ code: 0, signal: null });
    const again = await RunningServer.start({ DATA_DIR: dataDir, ORGANIZERS: 'olga@mail.example' });
    expect(await slugs(again.base)).toEqual(['assises-2012']);
    expect(await again.ends()).toEqual({ code: 0, signal: null });
    // The folder of this test alone: beside it may lie the forum of whoever runs the tests.
    await rm(closedFolder(path.join(dataDir, 'postgres')), { recursive: true, force: true });
  });

  inLongForm(
    'starts again after either process was killed, and refuses to share its data with a second server',
    async () => {
      const dataDir = path.join(dir, 'killed');
      const server = await RunningServer.start({ DATA_DIR: dataDir });
      const link = /\/claim#[\w-]+/.exec(server.output)?.[0];
      expect(link).toBeDefined();
      const second = await RunningServer.start({ DATA_DIR: dataDir });
      expect({ exit: second.exit?.code, output: second.output.trim() }).toEqual({
        exit: 1,
        output: 'Another server already uses DATA_DIR: stop it, or set another DATA_DIR.',
      });
      await server.ends('SIGKILL');
      const after = await RunningServer.start({ DATA_DIR: dataDir });
      expect(await slugs(after.base)).toEqual(['assises-2012']);
      process.kill(pidOf(dataDir), 'SIGKILL');
      const answer = await until('a refusal', async () => {
        const response = await fetch(`${after.base}/api/v1/conferences`);
        return response.ok ? null : response;
      });
      expect({
        status: answer.status,
        retryAfter: answer.headers.has('retry-after'),
        type: ((await answer.json()) as { type: string }).type,
      }).toEqual({ status: 503, retryAfter: true, type: '/problems/unavailable' });
      await after.ends('SIGKILL');
      const healed = await RunningServer.start({ DATA_DIR: dataDir });
      expect(await slugs(healed.base)).toEqual(['assises-2012']);
      expect(await healed.ends()).toEqual({ code: 0, signal: null });
      expect(() => pidOf(dataDir)).toThrow();
    },
  );

  inLongForm('leaves the demo out when it is told to, and uses the database it is given', async () => {
    const { url, drop } = await freshDatabase();
    const server = await RunningServer.start({
      DATA_DIR: path.join(dir, 'given'),
      DATABASE_URL: url,
      DEMO: 'off',
      RATE_LIMITS: 'off',
    });
    expect(await slugs(server.base)).toEqual([]);
    expect(server.output).toContain('RATE_LIMITS is off');
    expect(await readdir(path.join(dir, 'given'))).not.toContain('postgres');
    await server.ends();
    await drop();
  });

  inLongForm('lets several nodes start on one empty database at the same time', async () => {
    const { url, drop } = await freshDatabase('template1');
    const nodes = await Promise.all(
      [1, 2].map((n) =>
        RunningServer.start({
          DATA_DIR: path.join(dir, `node-${n}`),
          DATABASE_URL: url,
          ORGANIZERS: 'olga@mail.example',
        }),
      ),
    );
    expect(nodes.map(({ exit }) => exit)).toEqual([null, null]);
    expect(await slugs(nodes[0]!.base)).toEqual(['assises-2012']);
    for (const node of nodes) await node.ends();
    await drop();
  });
});

describe('commands beside a running server', () => {
  inLongForm('import a programme, make an organizer, and leave the server running', async () => {
    const dataDir = path.join(dir, 'beside');
    const server = await RunningServer.start({ DATA_DIR: dataDir, DEMO: 'off' });
    const settings = { DATA_DIR: dataDir };
    const file = path.join(dir, 'schedule.json');
    await writeFile(file, JSON.stringify(SCHEDULE));
    const named = ['conference', 'import', file, '--slug', 'beside'];
    expect(await typed([...named, '--dry-run'], settings)).toEqual({
      code: 0,
      said: 'Would import into beside: 1 added, 0 changed, 0 moved, 0 cancelled, 0 unchanged.\n',
    });
    expect(await slugs(server.base)).toEqual([]);
    expect(await typed(named, settings)).toEqual({
      code: 0,
      said: 'Imported into beside: 1 added, 0 changed, 0 moved, 0 cancelled, 0 unchanged.\n',
    });
    expect(await typed(named, settings)).toEqual({
      code: 0,
      said: 'Imported into beside: 0 added, 0 changed, 0 moved, 0 cancelled, 1 unchanged.\n',
    });
    expect(await slugs(server.base)).toEqual(['beside']);
    expect(await typed(['organizer', 'add', 'ines@mail.example', '--conference', 'beside'], settings)).toMatchObject({
      code: 0,
    });
    const refused = (said: RegExp): object => ({ code: 1, said: expect.stringMatching(said) });
    expect(await typed(['conference', 'import', path.join(dir, 'absent.json')], settings)).toMatchObject(
      refused(/^It cannot be read or written \(ENOENT[^\n]*\n$/),
    );
    expect(await typed(['organizer', 'add', 'ines@mail.example', '--conference', 'nowhere'], settings)).toMatchObject(
      refused(/^There is no such conference[^\n]*\n$/),
    );
    expect(server.exit).toBeNull();
    expect((await fetch(`${server.base}/health/live`)).status).toBe(200);
    expect(await server.ends()).toEqual({ code: 0, signal: null });
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freshDatabase } from '../support/database.ts';
import { inLongForm } from '../support/form.ts';
import { askIn } from '../support/rows.ts';
import { RunningServer, typed } from '../support/server.ts';
import { codeIn, until, type Json } from '../support/world.ts';

jest.setTimeout(300_000);

let dir: string;
let url: string;
let drop: () => Promise<void>;
let server: RunningServer;
let settings: Record<string, string>;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-rotating-'));
  ({ url, drop } = await freshDatabase());
  settings = { DATABASE_URL: url, DATA_DIR: dir, RATE_LIMITS: 'off', DEMO: 'off' };
  server = await RunningServer.start(settings);
});
afterAll(async () => {
  await server.ends();
  await drop();
  await rm(dir, { recursive: true, force: true });
});

const mails = async (): Promise<string[]> =>
  Promise.all(
    (await readdir(path.join(dir, 'outbox')).catch(() => []))
      .filter((name) => name.endsWith('.eml'))
      .map((name) => readFile(path.join(dir, 'outbox', name), 'utf8')),
  );

const post = (route: string, body: object): Promise<Response> =>
  fetch(`${server.base}/api/v1${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Through the letter, as people do; answers the token. */
async function signIn(email: string): Promise<string> {
  const before = new Set(await mails());
  expect((await post('/auth/codes', { email })).status).toBe(202);
  const code = codeIn(
    await until(`a letter to ${email}`, async () =>
      (await mails()).find((mail) => !before.has(mail) && mail.includes(`To: ${email}`)),
    ),
  );
  const answer = await post('/auth/sessions', { email, code });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { token: string }).token;
}

const me = async (token: string): Promise<Json> =>
  (await fetch(`${server.base}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })).json() as Promise<Json>;

const keyIds = async (): Promise<string[]> =>
  (await askIn<{ id: string }>(url, 'select distinct address_key_id id from accounts')).map(({ id }) => id);

describe('an operator who types keys rotate beside a running server', () => {
  inLongForm(
    'seals every address under a new key while people sign in: nobody is turned away, signed out or made twice',
    async () => {
      const stays = await signIn('stays@mail.example');
      const old = await keyIds();
      let isOver = false;
      let signedIn = 0;
      const traffic = (async () => {
        while (!isOver || signedIn < 3) {
          await signIn(`visitor-${signedIn % 3}@mail.example`);
          signedIn += 1;
        }
      })();
      const rotation = await typed(['keys', 'rotate'], settings);
      isOver = true;
      await traffic;
      expect(rotation).toMatchObject({ code: 0 });
      const [now] = (await keyIds()).filter((id) => !old.includes(id));
      expect(await keyIds()).toEqual([now]);
      expect(await me(stays)).toMatchObject({ emailMasked: 's•••@mail.example' });
      expect(await me(await signIn('stays@mail.example'))).toMatchObject({ emailMasked: 's•••@mail.example' });
      expect(await askIn(url, 'select count(*)::int n from accounts')).toEqual([{ n: 4 }]);
      expect(server.exit).toBeNull();
    },
  );

  it('is told what to do where the keys come from the environment, and nothing is changed', async () => {
    const before = await keyIds();
    const keys = (await readFile(path.join(dir, 'keys', 'secret-keys'), 'utf8')).trim().split('\n').join(',');
    const told = await typed(['keys', 'rotate'], { ...settings, SECRET_KEYS: keys });
    expect(told.said).toContain('SECRET_KEYS');
    expect(await keyIds()).toEqual(before);
  });
});

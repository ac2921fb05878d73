import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { freshDatabase } from '../support/database.ts';
import { askIn } from '../support/rows.ts';
import { typed } from '../support/server.ts';
import { event, schedule } from './programmes.ts';

jest.setTimeout(180_000);

let dir: string;
let url: string;
let drop: () => Promise<void>;
let site: Server;
let base: string;
let asked: string[];
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-by-address-'));
  ({ url, drop } = await freshDatabase());
  site = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url === '/moved') return response.writeHead(302, { location: '/schedule.json' }).end();
    if (request.url === '/endless') return endless(response);
    if (request.url !== '/schedule.json') return response.writeHead(404).end();
    return response.end(schedule([event()], { time_zone_name: '' }));
  });
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(site.address() as { port: number }).port}`;
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await drop();
  await rm(dir, { recursive: true, force: true });
});

/** More than a programme may have, without an end. */
function endless(response: { write(chunk: string): boolean; on(event: 'drain', write: () => void): unknown }): void {
  const write = (): void => {
    while (response.write(' '.repeat(65_536)));
  };
  response.on('drain', write);
  write();
}

const imports = (...args: string[]): Promise<{ code: number | null; said: string }> => {
  asked = [];
  return typed(['conference', 'import', ...args], { DATABASE_URL: url, DATA_DIR: dir, DEMO: 'off' });
};
const slugs = async (): Promise<unknown[]> =>
  (await askIn<{ slug: string }>(url, 'select slug from conferences order by slug').catch(() => [])).map(
    ({ slug }) => slug,
  );

describe('aftertalk conference import URL, as an operator types it', () => {
  it('fetches the programme where the operator allows this machine, through redirects', async () => {
    const answer = await imports(
      `${base}/moved`,
      '--allow-private',
      '--slug',
      'by-address',
      '--time-zone',
      'Europe/Paris',
    );
    expect(answer).toEqual({ code: 0, said: expect.stringContaining('Imported into by-address: 1 added') });
    expect(asked).toEqual(['/moved', '/schedule.json']);
    expect(await slugs()).toEqual(['by-address']);
  });

  it('fetches nothing of this machine without being told to, and says why in a sentence', async () => {
    const answer = await imports(`${base}/schedule.json`);
    expect(answer.code).toBe(1);
    expect(answer.said).toMatch(/the address has to begin with https:\/\/\.\n$/);
    expect((await imports(base.replace('http:', 'https:'))).said).toMatch(/127\.0\.0\.1|public/);
    expect(asked).toEqual([]);
  });

  it('gives up on a file that is too large, and on one that is not there', async () => {
    expect(await imports(`${base}/endless`, '--allow-private')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/10|MB|large/),
    });
    expect(await imports(`${base}/nothing`, '--allow-private')).toMatchObject({
      code: 1,
      said: expect.stringContaining('404'),
    });
  });

  it.each([
    ['--slug', 'Not A Slug', /letters|hyphens/],
    ['--time-zone', 'Paris', /IANA time zone/],
    ['--locale', 'de', /Choose "fr" or "en"/],
  ])('refuses %s %s as the API does, before anything is fetched', async (option, value, sentence) => {
    const answer = await imports(`${base}/schedule.json`, '--allow-private', option, value);
    expect(answer).toEqual({ code: 1, said: expect.stringMatching(sentence) });
    expect(asked).toEqual([]);
    expect(await slugs()).toEqual(['by-address']);
  });
});

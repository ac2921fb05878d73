import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchPublic, isPublicAddress } from './fetch-public.ts';

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '' } = request;
    if (url === '/file') response.end('{"a":1}');
    else if (url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (url === '/round') response.writeHead(302, { location: '/round' }).end();
    else if (url === '/large') response.end('x'.repeat(2_000));
    else if (url === '/gone') response.writeHead(404).end();
    // Anything else never answers.
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const limits = { maxBytes: 1_000, timeoutMs: 5_000, allowPrivate: true };
const guarded = { maxBytes: 1_000, timeoutMs: 5_000 };

describe('fetching a file from an address that somebody gave', () => {
  it('follows redirects, three at most', async () => {
    expect((await fetchPublic(`${base}/file`, limits)).toString()).toBe('{"a":1}');
    expect((await fetchPublic(`${base}/moved`, limits)).toString()).toBe('{"a":1}');
    await expect(fetchPublic(`${base}/round`, limits)).rejects.toThrow('redirects more than 3 times');
  });

  it('is bounded in size and time, and says what was answered', async () => {
    await expect(fetchPublic(`${base}/large`, limits)).rejects.toThrow('sends more than');
    await expect(fetchPublic(`${base}/gone`, limits)).rejects.toThrow('answered 404');
    await expect(fetchPublic(`${base}/never`, { ...limits, timeoutMs: 100 })).rejects.toThrow('took longer');
  });

  it.each([
    'http://example.org/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://2130706433/a',
    'https://user:word@example.org/a',
    'https://localhost/a',
    'file:///etc/passwd',
    'no address',
  ])('refuses %s', async (address) => {
    await expect(fetchPublic(address, guarded)).rejects.toThrow(/https:\/\/|no public|password|no web address/);
  });
});

describe('a public address', () => {
  it('is one that leads out', () => {
    const [inside, outside] = [
      [
        '10.1.2.3',
        '169.254.169.254',
        '100.64.0.1',
        '::',
        'fe80::1',
        'fc00::1',
        '2002:a00:1::',
        '64:ff9b::a00:1',
        '::ffff:127.0.0.1',
      ],
      ['1.1.1.1', '2606:4700::1111', '::ffff:1.1.1.1', '172.32.0.1'],
    ];
    expect(inside!.filter(isPublicAddress)).toEqual([]);
    expect(outside!.filter((ip) => !isPublicAddress(ip))).toEqual([]);
  });
});

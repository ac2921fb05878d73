import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { freshDatabase } from '../support/database.ts';
import { freePort, RunningServer, typed } from '../support/server.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until } from '../support/world.ts';
import { DnsServer } from './dns-server.ts';
import { blocksOf, cronCommand, pageCommands } from './setup-page.ts';

skipWithout('caddy');

/** The name of the page, as one that Caddy signs by itself and that leads to this machine. */
const NAME = 'forum.local';

/** Answers for the DNS: the one name leads here, and entries are asked of the server below. */
const OUTSIDE = `
import dns from 'node:dns';
const { lookup } = dns;
dns.lookup = (host, ...rest) => lookup(host === '${NAME}' ? '127.0.0.1' : host, ...rest);
const { resolveTxt } = dns.promises.Resolver.prototype;
const led = new WeakSet();
dns.promises.Resolver.prototype.resolveTxt = function (name) {
  if (!led.has(this)) this.setServers([process.env.OUTSIDE_DNS]);
  led.add(this);
  return resolveTxt.call(this, name);
};
`;

let dir: string;
let settings: Record<string, string>;
let dns: DnsServer;
const sentTo: string[] = [];
const closing: (() => Promise<unknown> | void)[] = [];

/** The settings of the page, with what is different on this machine in their place. */
async function settingsHere(): Promise<Record<string, string>> {
  const [database, httpsPort, inboundPort] = [await freshDatabase(), await freePort(), await freePort()];
  closing.push(database.drop);
  const smtp = await mailServer();
  const told = blocksOf('env').join('').replaceAll('/srv/aftertalk', dir).replaceAll('forum.example', NAME);
  await writeFile(path.join(dir, 'outside.mjs'), OUTSIDE);
  return {
    ...(parseEnv(told) as Record<string, string>),
    DATABASE_URL: database.url,
    PUBLIC_URL: `https://${NAME}:${httpsPort}`,
    INBOUND: `lmtp://127.0.0.1:${inboundPort}`,
    SMTP_URL: `smtp://user:password@127.0.0.1:${smtp}`,
    NODE_OPTIONS: `--import=${path.join(dir, 'outside.mjs')}`,
    NODE_EXTRA_CA_CERTS: path.join(dir, 'caddy/pki/authorities/local/root.crt'),
    OUTSIDE_DNS: dns.place,
  };
}

/** A mail server that lets in whoever has the password of the page. */
async function mailServer(): Promise<number> {
  const smtp = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      done(username === 'user' && password === 'password' ? null : new Error('no'), { user: username }),
    onRcptTo: ({ address }, _session, done) => {
      sentTo.push(address);
      done();
    },
  });
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  closing.push(
    () =>
      new Promise<void>((resolve) => {
        smtp.close(resolve);
      }),
  );
  return ((smtp.server as net.Server).address() as AddressInfo).port;
}

/** Caddy with the file of the page, on the ports of this test. */
async function proxy(nodePort: string): Promise<void> {
  const { host } = new URL(settings['PUBLIC_URL']!);
  const here = blocksOf('caddyfile').join('').replace('forum.example', host).replace('3000', nodePort);
  const options = `{\n\tadmin off\n\tlocal_certs\n\tskip_install_trust\n\thttp_port ${await freePort()}\n}\n`;
  const file = path.join(dir, 'Caddyfile');
  await writeFile(file, options + here);
  const { PATH = '' } = process.env;
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
    env: { PATH, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  closing.push(async () => {
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    await ended;
  });
  await until('the certificate', () => {
    if (child.exitCode !== null) throw new Error(`Caddy ended: ${said}`);
    return said.includes('certificate obtained successfully') && existsSync(settings['NODE_EXTRA_CA_CERTS']!);
  });
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-online-'));
  await mkdir(path.join(dir, 'backups'));
  dns = await DnsServer.open();
  closing.push(() => dns.close());
  settings = await settingsHere();
  const makeKey = pageCommands().find((command) => command.startsWith('openssl'))!;
  const [program = '', ...args] = makeKey.replaceAll('/srv/aftertalk', dir).split(' ');
  await promisify(execFile)(program, args);
  const port = String(await freePort());
  const server = await RunningServer.start({ ...settings, PORT: port });
  expect(server.output).toContain(`Aftertalk is ready: ${settings['PUBLIC_URL']}`);
  closing.push(() => server.ends());
  await proxy(port);
});
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
  await rm(dir, { recursive: true, force: true });
});

describe('putting it online as the page says', () => {
  it('ends with a doctor that finds nothing wrong, once each step is done', async () => {
    const before = await typed(['doctor'], settings);
    // The disk of the machine says nothing of the page.
    expect(before.said.match(/^[✗!] (?!Disk)[^:]+:/gm)).toEqual([
      '✗ DKIM:',
      '! DNS:',
      '! DNS:',
      '✗ Keys:',
      '! Backup:',
    ]);
    expect(before.said).toMatch(/\n2 things are wrong\.\n$/);
    expect(before.code).toBe(1);

    const untrusted = await typed(['doctor'], { ...settings, NODE_EXTRA_CA_CERTS: '' });
    expect(untrusted.said).toMatch(
      /^✗ Address: browsers will refuse the certificate of https:\/\/forum\.local:\d+ \(/m,
    );

    const mailed = await typed(['mail', 'test', 'you@mail.example'], settings);
    expect(sentTo).toEqual(['you@mail.example']);
    const entries = [...mailed.said.matchAll(/^(\S+) TXT "([^"]+)"$/gm)];
    expect(entries).toHaveLength(3);
    for (const [, name, value] of entries) dns.entries.set(name!, value!);

    const tonight = cronCommand()
      .command.replaceAll('/var/backups/aftertalk', path.join(dir, 'backups'))
      .replaceAll('/srv/aftertalk/forum', path.resolve('.'));
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ...settings };
    const { stdout } = await promisify(execFile)('/bin/sh', ['-c', tonight], { env });
    expect(stdout).toMatch(/^Backed up \d+ rows/);
    const [file = ''] = await readdir(path.join(dir, 'backups'));
    expect(file).toMatch(/^[1-7]\.gz$/);
    const beforeUpdate = path.join(dir, 'backups', 'before-update.gz');
    expect((await typed(['backup', beforeUpdate], settings)).code).toBe(0);

    const after = await typed(['doctor', '--keys-copied'], settings);
    expect(after.said).not.toMatch(/^[✗!] (?!Disk)/m);
    expect(after.said).toMatch(/^✓ Certificate: valid until /m);
    expect(after.said).toMatch(/^✓ Proxies: /m);
    expect(after.said).toMatch(/\n(?:Everything is right|Nothing is wrong; 1 thing is worth a look)\.\n$/);
    expect(after.code).toBe(0);

    const { url, drop } = await freshDatabase();
    closing.push(drop);
    const restored = await typed(['restore', path.join(dir, 'backups', file)], { ...settings, DATABASE_URL: url });
    expect(restored).toEqual({ code: 0, said: expect.stringMatching(/^Restored \d+ rows/) });
  });
});

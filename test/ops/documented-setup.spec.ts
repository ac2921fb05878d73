import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { readConfig } from '../../src/platform/config/settings.ts';
import { isMissing } from '../support/skip-without.ts';
import { blocksOf, cronCommand, pageBlocks, pageCommands, PAGE } from './setup-page.ts';

const STORY = 'test/ops/putting-online.full.spec.ts';

/**
 * Every command of the page, with the test that runs it; `shell` for what changes a machine or asks another one, which
 * a shell reads here without running it.
 */
const CHECKED_BY: Readonly<Record<string, string>> = {
  'ssh root@forum.example': 'shell',
  'getent ahosts forum.example': 'shell',
  'apt-get update': 'shell',
  'apt-get install --yes ca-certificates caddy curl git gnupg libjemalloc2': 'shell',
  'curl --fail --silent --show-error --location https://deb.nodesource.com/setup_24.x | bash -': 'shell',
  'apt-get install --yes nodejs': 'shell',
  'adduser --system --group --home /srv/aftertalk aftertalk': 'shell',
  'install --directory --owner aftertalk --group aftertalk --mode 700 /var/backups/aftertalk': 'shell',
  'su --login --shell /bin/bash aftertalk': 'shell',
  'git clone … forum': 'shell',
  'git pull': 'shell',
  'cd forum': 'shell',
  'chmod 600 .env': 'shell',
  exit: 'shell',
  'systemctl daemon-reload': 'shell',
  'systemctl enable --now aftertalk': 'shell',
  'systemctl restart aftertalk': 'shell',
  'systemctl restart postfix aftertalk': 'shell',
  'systemctl reload caddy': 'shell',
  'journalctl --unit aftertalk --lines 20 --no-pager': 'shell',
  'apt-get install --yes postfix opendkim opendmarc': 'shell',
  'scp -r root@forum.example:/var/backups/aftertalk .': 'shell',
  'scp -r root@forum.example:/srv/aftertalk/data/keys aftertalk-keys': 'shell',
  // The commands that install and build run before all tests.
  'npm ci': 'package.json',
  'npm run build': 'package.json',
  'openssl genrsa -out /srv/aftertalk/dkim.pem 2048': STORY,
  'npm run aftertalk -- mail test you@mail.example': STORY,
  'npm run aftertalk -- doctor --keys-copied': STORY,
  'npm run aftertalk -- doctor': STORY,
  'npm run aftertalk -- restore /var/backups/aftertalk/1.gz': STORY,
  'npm run aftertalk -- backup /var/backups/aftertalk/before-update.gz': STORY,
};

function inFile<T>(name: string, text: string, look: (file: string) => T): T {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'aftertalk-page-'));
  try {
    writeFileSync(path.join(dir, name), text);
    return look(path.join(dir, name));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const unit = (): string => blocksOf('ini').join('');

describe('the page from a rented machine to a forum', () => {
  it('has no command that nothing checks, and no check that it has no command for', () => {
    expect([...new Set(pageCommands())].toSorted()).toEqual(Object.keys(CHECKED_BY).toSorted());
    expect([...new Set(Object.values(CHECKED_BY))].filter((by) => by !== 'shell' && !existsSync(by))).toEqual([]);
  });

  it('has blocks of these kinds alone, each of which is checked below or by the story of putting it online', () => {
    const kinds = [...new Set(pageBlocks().map(({ language }) => language))];
    expect(kinds.toSorted()).toEqual(['caddyfile', 'cron', 'dns', 'env', 'ini', 'postfix', 'sh']);
  });

  it('has commands that a shell can read', () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: pageCommands().join('\n'), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('calls scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const called = pageCommands().flatMap((command) => /^npm run (\S+)/.exec(command)?.[1] ?? []);
    expect(called.length).toBeGreaterThan(4);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('runs every command of the operator that its story says it runs', () => {
    const story = readFileSync(STORY, 'utf8');
    const verbs = Object.keys(CHECKED_BY).flatMap((command) => /aftertalk -- (\w+)/.exec(command)?.[1] ?? []);
    expect(verbs.filter((verb) => !story.includes(`'${verb}'`))).toEqual([]);
  });

  it('gives settings that there are, with values that the server takes', () => {
    const settings = parseEnv(blocksOf('env').join('')) as Record<string, string>;
    const known = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!);
    expect(Object.keys(settings).filter((name) => !known.includes(name))).toEqual([]);
    const { DKIM_KEY: file, DKIM_SELECTOR: selector, ...others } = settings;
    expect(`openssl genrsa -out ${file} 2048` in CHECKED_BY).toBe(true);
    expect(selector).toBe('forum');
    expect(readConfig(others).values).toMatchObject({ PUBLIC_URL: 'https://forum.example', DEMO: false });
  });

  it('gives settings that work beside the first ones, wherever it adds some', () => {
    const [first = '', ...added] = blocksOf('env');
    expect(added.length).toBeGreaterThan(2);
    for (const block of added.filter((each) => !each.includes('DKIM_KEY')))
      expect(readConfig(parseEnv(first + block)).get('INBOUND')).toBeInstanceOf(URL);
  });

  it('names addresses in the DNS', () => {
    const entries = blocksOf('dns').join('').trim().split('\n');
    const families = entries.map((line) => /^forum\.example\. +(A|AAAA) +(\S+)$/.exec(line)!);
    expect(families.map(([, type, address]) => [type, net.isIP(address!)])).toEqual([
      ['A', 4],
      ['AAAA', 6],
    ]);
  });

  it('starts the server as `npm start` does, where it is built, with the memory settings of the image', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    expect(unit()).toContain(`\nExecStart=/usr/bin/${scripts['start']}\n`);
    expect(unit()).toContain('\nWorkingDirectory=/srv/aftertalk/forum\n');
    const [memory] = /LD_PRELOAD=.*/.exec(unit())!;
    expect(readFileSync('Dockerfile', 'utf8')).toContain(`ENV ${memory}\n`);
  });

  (isMissing('systemd-analyze') ? it.skip : it)('has a unit that systemd understands', () => {
    const here = unit().replace('/usr/bin/node', process.execPath);
    const verified = inFile('aftertalk.service', here, (file) =>
      spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' }),
    );
    expect({ status: verified.status, said: verified.stderr }).toEqual({ status: 0, said: '' });
  });

  (isMissing('caddy') ? it.skip : it)('has a Caddyfile that Caddy takes, for the name of PUBLIC_URL', () => {
    const caddyfile = blocksOf('caddyfile').join('');
    const { status } = inFile('Caddyfile', caddyfile, (file) =>
      spawnSync('caddy', ['validate', '--adapter', 'caddyfile', '--config', file]),
    );
    expect(status).toBe(0);
    expect(caddyfile).toMatch(/^forum\.example \{\n\treverse_proxy 127\.0\.0\.1:3000\n\}\n$/);
  });

  it('hands e-mails from Postfix to the port of INBOUND, as the page for operators says', () => {
    const lines = blocksOf('postfix').join('');
    expect(readFileSync('docs/operating.md', 'utf8')).toContain(lines);
    const { INBOUND } = parseEnv(blocksOf('env').join(''));
    expect(lines).toContain(`lmtp:inet:${INBOUND!.replace('lmtp://', '')} }`);
  });

  (isMissing('postconf') ? it.skip : it)('has lines that Postfix knows', () => {
    const lines = blocksOf('postfix').join('');
    const { status, stderr } = inFile('main.cf', lines, (file) => {
      writeFileSync(path.join(path.dirname(file), 'master.cf'), '');
      return spawnSync('postconf', ['-c', path.dirname(file), '-n'], { encoding: 'utf8' });
    });
    expect(status).toBe(0);
    expect(stderr).not.toMatch(/unused parameter|fatal/);
  });

  it('has cron take a backup each night, under the account of the service', () => {
    const { when, account, command } = cronCommand();
    expect(when).toMatch(/^\d{1,2} \d{1,2} \* \* \*$/);
    expect(unit()).toContain(`\nUser=${account}\n`);
    expect(spawnSync('sh', ['-n'], { input: command }).status).toBe(0);
  });

  it('is led to by what an operator reads first', () => {
    for (const file of ['README.md', 'docs/operating.md']) {
      const target = path.relative(path.dirname(file), PAGE);
      expect(readFileSync(file, 'utf8')).toContain(`](${target}`);
    }
  });
});

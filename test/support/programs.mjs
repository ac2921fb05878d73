import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

/** Programs that some tests start, with their Debian packages. */
export const PACKAGES = {
  'redis-server': 'redis-server',
  chromium: 'chromium-headless-shell',
  caddy: 'caddy',
  pgbouncer: 'pgbouncer',
  xmllint: 'libxml2-utils',
  dovecot: 'dovecot-imapd',
  postconf: 'postfix',
  'systemd-analyze': 'systemd',
};

/**
 * Paths at which a browser may be: CHROMIUM_PATH, then the machine's own. The headless shell first, because a full
 * browser takes several times the CPU.
 */
const BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The machine's own browser, else the one from npm if its libraries are installed; else null. */
export async function findChromium() {
  const own = [process.env['CHROMIUM_PATH'], ...BROWSERS].find((file) => file && isProgram(file));
  if (own) return own;
  const { default: packed } = await import('@sparticuz/chromium');
  const file = await packed.executablePath().catch(() => null);
  return file !== null && spawnSync(file, ['--version']).status === 0 ? file : null;
}

/** Finds a program on the path or in an administrator's folders; else null. */
const findOnPath = (name) =>
  [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin']
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file) && isProgram(file)) ?? null;

/** The names of missing programs. */
export async function missingPrograms() {
  const others = Object.keys(PACKAGES).filter((name) => name !== 'chromium');
  return [
    ...((await findChromium()) === null ? ['chromium'] : []),
    ...others.filter((name) => findOnPath(name) === null),
  ];
}

/** The message about missing programs. */
export const aboutMissing = (programs) =>
  `${programs.join(' and ')} ${programs.length === 1 ? 'is' : 'are'} missing, and tests that need ` +
  `${programs.length === 1 ? 'it' : 'them'} are skipped: sudo apt-get install ` +
  programs.map((program) => PACKAGES[program]).join(' ');

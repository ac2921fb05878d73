// Before `npm test`: installs the programs that tests start besides Node. As root on Debian or Ubuntu by apt-get;
// elsewhere their tests are skipped, and the run says so.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { missingPrograms, PACKAGES } from '../test/support/programs.mjs';

/** Libraries of the browser from npm, where the system has no package of a headless browser. */
const LIBRARIES = 'libnss3';

const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
const mayInstall = process.getuid?.() === 0 && /^ID(?:_LIKE)?=.*(?:debian|ubuntu)/m.test(release);

const apt = (...args) =>
  spawnSync('apt-get', args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0;
const install = (name) => apt('install', '-y', '-qq', '--no-install-recommends', name);

const missing = await missingPrograms();
if (missing.length > 0 && mayInstall) {
  const names = missing.map((program) => PACKAGES[program]);
  console.log(`installing ${names.join(' and ')}, which tests need`);
  apt('update', '-qq');
  for (const name of names) if (!install(name) && name === PACKAGES.chromium) install(LIBRARIES);
}

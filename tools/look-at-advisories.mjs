// Asks the registry for known vulnerabilities of the locked dependencies. Fails for serious ones; where the registry
// gives no answer it says so, and docs/dependencies.md lists what was checked by hand.
import { spawnSync } from 'node:child_process';

const SERIOUS = ['high', 'critical'];

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 60_000 });
const report = readReport(stdout);
if (!report) {
  console.log('advisories: the registry does not answer; see docs/dependencies.md, "Known faults"');
} else {
  const serious = Object.values(report.vulnerabilities).filter(({ severity }) => SERIOUS.includes(severity));
  for (const { name, severity, range } of serious) console.log(`advisories: ${name} ${range} has a ${severity} fault`);
  console.log(`advisories: ${serious.length} serious among what the product runs with`);
  process.exitCode = serious.length > 0 ? 1 : 0;
}

/** Null unless it is a report, because an error of the registry is JSON too. */
function readReport(text) {
  try {
    const parsed = JSON.parse(text);
    return parsed.vulnerabilities ? parsed : null;
  } catch {
    return null;
  }
}

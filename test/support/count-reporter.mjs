import { appendFileSync } from 'node:fs';
import { aboutMissing } from './programs.mjs';

/**
 * Adds this run's counts as a line "passed failed" to the file JEST_COUNTS names, and says at the end which tests were
 * skipped for want of a program: on a machine that checks changes (CI=true), that is a failure.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env['JEST_COUNTS'];
    // A file that could not be loaded has no tests to count, and has failed all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (file) appendFileSync(file, `${results.numPassedTests} ${failed}\n`);
    const missing = (process.env['TEST_WITHOUT'] ?? '').split(' ').filter(Boolean);
    if (missing.length === 0 || results.numPendingTests === 0) return;
    const said = `${results.numPendingTests} tests were SKIPPED: ${aboutMissing(missing)}`;
    process.stderr.write(`\n${said}\n`);
    if (process.env['CI'] === 'true') this.error = new Error(said);
  }

  getLastError() {
    return this.error;
  }
}

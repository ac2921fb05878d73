import { appendFileSync } from 'node:fs';
import { aboutMissing } from './programs.mjs';

/**
 * Appends this run's counts as a line "passed failed" to the file JEST_COUNTS names, and lists tests that were skipped
 * for lack of a program, which is a failure with CI=true.
 */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env['JEST_COUNTS'];
    // A file that could not be loaded counts as a failed test.
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

import { appendFileSync } from 'node:fs';

/** Adds this run's counts as a line "passed failed" to the file JEST_COUNTS names. */
export default class CountReporter {
  onRunComplete(_contexts, results) {
    const file = process.env['JEST_COUNTS'];
    // A file that could not be loaded has no tests to count, and has failed all the same.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    if (file) appendFileSync(file, `${results.numPassedTests} ${failed}\n`);
  }
}

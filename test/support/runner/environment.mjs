import fc from 'fast-check';

/** Properties are tried with the same values at each run; the long form tries new ones and says their seed. */
const SEED = 20_120_411;

/**
 * Runs tests in the process itself with its own globals, because Jest's own environment gives each file new globals, so
 * that each loads the whole application again.
 */
export default class ProcessEnvironment {
  /** Jest's own properties, which tests do not see. */
  global = {};
  fakeTimers = null;
  fakeTimersModern = null;

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }

  async setup() {
    if (process.env.TEST_FORM !== 'full') fc.configureGlobal({ seed: SEED });
  }

  async teardown() {}
}

import fc from 'fast-check';

/** Properties are tried with the same values at each run; the long form tries new ones and says their seed. */
const SEED = 20_120_411;

const UNDOCUMENTED = Symbol.for('aftertalk.undocumented');
const aboutAnswers = (faults) => new Error(`the documents of the API have no such answers:\n${faults.join('\n')}`);

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

  /** Fails a test that heard something of the API that its documents do not have; also when it took no notice. */
  async handleTestEvent({ name, test }, { unhandledErrors }) {
    if (name !== 'test_done' && name !== 'run_finish') return;
    const faults = (await globalThis[UNDOCUMENTED]?.()) ?? [];
    if (faults.length > 0) (test?.errors ?? unhandledErrors).push(aboutAnswers(faults));
  }

  async teardown() {}
}

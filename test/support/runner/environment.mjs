/**
 * Where tests run: in the process itself, with its own globals. Jest's own environment gives each file a world of fresh
 * globals, and so each file loads the whole application anew.
 */
export default class ProcessEnvironment {
  /** What Jest hangs its own things on; nothing of it is seen by a test. */
  global = {};
  fakeTimers = null;
  fakeTimersModern = null;

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }

  async setup() {}

  async teardown() {}
}

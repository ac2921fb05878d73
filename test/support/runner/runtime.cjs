'use strict';
const { pathToFileURL } = require('node:url');
const { mapOf } = require('./compiled.cjs');

const SET_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
const GLOBALS = Symbol.for('aftertalk.test-globals');

let files = 0;

/** Maps of what was compiled, for stack traces: found when a line of it is asked for. */
class SourceMaps extends Map {
  get(source) {
    const known = super.get(source) ?? mapOf(source);
    if (known !== undefined) this.set(source, known);
    return known;
  }
}

/**
 * How Jest loads a test: by Node itself, as the server is loaded. A worker process loads the application once, and each
 * test file anew. The rest (limits of time, hooks, what an uncaught error means, what is printed) is Jest's own.
 */
module.exports = class ProcessRuntime {
  constructor() {
    delete globalThis[SET_TIMEOUT];
  }

  /** The framework, which keeps its state beside its code: anew for each file. */
  requireInternalModule(file) {
    delete globalThis[EVENT_HANDLERS];
    delete require.cache[file];
    return require(file);
  }

  requireModule(file) {
    return require(file);
  }

  setGlobalsForRuntime(globals) {
    globalThis[GLOBALS] = globals;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  unstable_importModule(file) {
    files += 1;
    return import(`${pathToFileURL(file).href}?${files}`);
  }

  getSourceMaps() {
    return new SourceMaps();
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {}
};

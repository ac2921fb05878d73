'use strict';
const { pathToFileURL } = require('node:url');
const { mapOf } = require('./compiled.cjs');

const SET_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
const GLOBALS = Symbol.for('aftertalk.test-globals');

let files = 0;

/** Source maps for stack traces, read when a line is looked up. */
class SourceMaps extends Map {
  get(source) {
    const known = super.get(source) ?? mapOf(source);
    if (known !== undefined) this.set(source, known);
    return known;
  }
}

/**
 * Loads tests by Node itself, as the server is loaded: a worker process loads the application once, and each test file
 * again. Timeouts, hooks, uncaught errors and output are Jest's own.
 */
module.exports = class ProcessRuntime {
  constructor() {
    delete globalThis[SET_TIMEOUT];
  }

  /** The framework keeps its state beside its code, so it is loaded again for each file. */
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

'use strict';
const asyncHooks = require('node:async_hooks');
const { pathToFileURL } = require('node:url');
const { mapOf } = require('./compiled.cjs');

const SET_TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');
const STATE = 'JEST_STATE_SYMBOL';
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

/** Defined, not assigned: on Node 24 it is a getter. */
const provideStorage = (value) =>
  Object.defineProperty(asyncHooks, 'AsyncLocalStorage', {
    value,
    writable: true,
    configurable: true,
    enumerable: true,
  });

/**
 * Loads tests by Node itself, as the server is loaded: a worker process loads the application once, and each test file
 * again. Timeouts, hooks, uncaught errors and output are Jest's own.
 */
module.exports = class ProcessRuntime {
  storages = [];
  stored = [];

  constructor() {
    delete globalThis[SET_TIMEOUT];
  }

  /**
   * Loads the framework anew for each file, because it keeps its state beside its code. Notes its async storages, which
   * end with the file: else each promise of a later file is told to the storages of all earlier ones.
   */
  requireInternalModule(file) {
    delete globalThis[EVENT_HANDLERS];
    delete require.cache[file];
    const { AsyncLocalStorage } = asyncHooks;
    const { storages, stored } = this;
    class NotedStorage extends AsyncLocalStorage {
      constructor(...args) {
        super(...args);
        storages.push(this);
      }

      run(store, ...args) {
        stored.push(store);
        return super.run(store, ...args);
      }
    }
    provideStorage(NotedStorage);
    try {
      return require(file);
    } finally {
      provideStorage(AsyncLocalStorage);
      module.children.length = 0;
    }
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

  teardown() {
    for (const storage of this.storages) storage.disable();
    // Things that a file left open, such as a timer, keep the test that opened it: its function, and the world around
    // it.
    for (const store of this.stored) for (const name of Object.keys(store)) delete store[name];
    // Each framework keeps its state, with all tests, under a symbol of its own.
    const symbols = Object.getOwnPropertySymbols(globalThis);
    for (const symbol of symbols) if (symbol.description === STATE) delete globalThis[symbol];
  }
};

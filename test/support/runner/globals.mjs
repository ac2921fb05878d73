// `@jest/globals` for tests in the process itself: the framework's functions for the running file.
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

const GLOBALS = Symbol.for('aftertalk.test-globals');
const now = (name) =>
  new Proxy(function call() {}, {
    apply: (_target, _self, args) => globalThis[GLOBALS][name](...args),
    get: (_target, key) => globalThis[GLOBALS][name][key],
  });

export const describe = now('describe');
export const it = now('it');
export const test = now('test');
export const expect = now('expect');
export const beforeAll = now('beforeAll');
export const afterAll = now('afterAll');
export const beforeEach = now('beforeEach');
export const afterEach = now('afterEach');

/** Counts the tests that this file describes from now on as skipped. */
export function skipAll() {
  const { describe, it, test, ...rest } = globalThis[GLOBALS];
  globalThis[GLOBALS] = { ...rest, describe: describe.skip, it: it.skip, test: test.skip };
}

const mocker = new ModuleMocker(globalThis);
const timers = new ModernFakeTimers({ config: { fakeTimers: {} }, global: globalThis });

export const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
  useFakeTimers: (options) => timers.useFakeTimers(options),
  useRealTimers: () => timers.useRealTimers(),
  advanceTimersByTime: (ms) => timers.advanceTimersByTime(ms),
  advanceTimersByTimeAsync: (ms) => timers.advanceTimersByTimeAsync(ms),
  /** For the tests of this file, in milliseconds. */
  setTimeout(ms) {
    globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = ms;
  },
};

import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of one thread so far, in milliseconds; the kernel counts nanoseconds. 0 once it is gone. */
function threadMs(pid, thread) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}

/** CPU time of the thread that runs the event loop, in milliseconds. */
export const mainThreadMs = (pid) => threadMs(pid, pid);

/** Length of a clock tick, in which Linux counts the CPU time of a process, in milliseconds. */
export const TICK_MS = 10;

/** CPU time of a process with its ended threads, in steps of a tick. */
export function wholeMs(pid) {
  try {
    const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) * TICK_MS;
  } catch {
    return 0;
  }
}

/** CPU time of all running threads of a process. */
export function processMs(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadMs(pid, thread), 0);
  } catch {
    return 0;
  }
}

/** The child processes of a process. */
export function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          Number(
            readFileSync(`/proc/${pid}/stat`, 'utf8')
              .replace(/^.*\) /s, '')
              .split(' ')[1],
          ) === parent
        );
      } catch {
        return false;
      }
    });
}

import { readdirSync, readFileSync } from 'node:fs';

/** CPU time of one thread so far, in milliseconds; the kernel counts it in nanoseconds. 0 once it is gone. */
function threadMs(pid, thread) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return 0;
  }
}

/** CPU time of the thread that runs the event loop. */
export const mainThreadMs = (pid) => threadMs(pid, pid);

/** CPU time of all threads of a process. */
export function processMs(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadMs(pid, thread), 0);
  } catch {
    return 0;
  }
}

/** The processes whose parent this is. */
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

import { closeSync, openSync, readSync } from 'node:fs';

/**
 * The longest block of this process's event loop since `reset`, in milliseconds: CPU time of the loop's thread between
 * two timer turns, so that waiting for a busy core does not count. Linux counts it in steps of at most a clock tick (1
 * to 4 ms).
 */
export function longestBlock(resolutionMs) {
  const clock = threadClock();
  let [last, longest] = [clock(), 0];
  const look = () => {
    const now = clock();
    longest = Math.max(longest, now - last);
    last = now;
  };
  setInterval(look, resolutionMs).unref();
  return {
    reset: () => {
      [last, longest] = [clock(), 0];
    },
    held: () => {
      look();
      return Math.max(0, longest - resolutionMs);
    },
  };
}

/** CPU time of this thread so far, in milliseconds; wall time where there is no Linux. */
function threadClock() {
  let file;
  try {
    file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    process.on('exit', () => closeSync(file));
  } catch {
    return () => performance.now();
  }
  const bytes = Buffer.alloc(64);
  return () => {
    const length = readSync(file, bytes, 0, bytes.length, 0);
    return Number.parseInt(bytes.toString('latin1', 0, length), 10) / 1e6;
  };
}

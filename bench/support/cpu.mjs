import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** USER_HZ, which is 100 on every Linux that Node runs on: a tick is 10 ms. */
const TICK_MS = 10;

const isLinux = existsSync('/proc/stat');

/**
 * Parent and CPU time of a process, in milliseconds, with that of its children that have ended; null once it is gone.
 */
function statOf(pid) {
  try {
    // The name in parentheses may hold spaces, so fields are counted from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return {
      parent: Number(fields[1]),
      ms: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS,
    };
  } catch {
    return null;
  }
}

/**
 * CPU time so far, for each of some processes, of it and all that descend from it: a look at the whole table at once.
 */
function cpuOf(roots) {
  const stats = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), statOf(pid)])
      .filter(([, stat]) => stat),
  );
  const isUnder = (pid, root) => pid === root || (stats.has(pid) && isUnder(stats.get(pid).parent, root));
  return roots.map((root) => [...stats].filter(([pid]) => isUnder(pid, root)).reduce((sum, [, { ms }]) => sum + ms, 0));
}

/** CPU time the whole machine has been busy, in milliseconds: all but idle and waiting for disks. */
function busy() {
  const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) * TICK_MS;
}

/**
 * Runs `work` and says beside its answer what each of the named processes spent with its descendants, in milliseconds,
 * and how many cores strangers kept busy. PostgreSQL has to be among the names, since pg_ctl lets go of it; we are
 * always. A process that is only started by `work` is named by a function.
 */
export async function watching(pids, work) {
  if (!isLinux) return { answer: await work(), cpu: {}, others: NaN };
  const [names, roots] = [Object.keys(pids), Object.values(pids)];
  const look = () => ({
    at: performance.now(),
    busy: busy(),
    each: cpuOf([process.pid, ...roots.map((root) => (typeof root === 'function' ? root() : root))]),
  });
  const before = look();
  const answer = await work();
  const after = look();
  const [own, ...each] = after.each.map((ms, i) => ms - before.each[i]);
  const cpu = Object.fromEntries(names.map((name, i) => [name, each[i]]));
  const others = Math.max(0, after.busy - before.busy - own - (cpu.postgres ?? 0)) / (after.at - before.at);
  return { answer, cpu, others };
}

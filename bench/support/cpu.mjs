import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A tick in milliseconds: USER_HZ is 100 on every Linux that Node supports. */
const TICK_MS = 10;

const isLinux = existsSync('/proc/stat');

/** Parent and CPU time of a process in milliseconds, with that of its ended children; null once it is gone. */
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

/** CPU time so far of each root process with its descendants, from one reading of the process table. */
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

/** CPU time of the whole machine in milliseconds, without idle and disk waits. */
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
 * Runs `work` and returns beside its result the CPU time of each named process with its descendants, in milliseconds,
 * and the cores that other processes kept busy. Name PostgreSQL too, since pg_ctl detaches it. A process that `work`
 * starts is named by a function.
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

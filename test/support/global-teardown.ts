import { readFile, rm } from 'node:fs/promises';

/**
 * Stops the cluster, and tells which statements waited for one another: one of them was refused, which a user may see
 * on a day when the tests do not. Frees the memory that the databases were in.
 */
export default async function tearDown(): Promise<void> {
  const used = globalThis.testCluster;
  if (!used) return;
  used.users -= 1;
  if (used.users > 0) return;
  globalThis.testCluster = undefined;
  await used.cluster.stop('immediate');
  const log = (await readFile(used.said, 'latin1')).slice(used.heard);
  for (const [, detail] of log.matchAll(/ERROR:  deadlock detected\n.*DETAIL:  (.*(?:\n\t.*)*)/g))
    process.stdout.write(`a deadlock in the tests' database: ${detail!}\n`);
  if (used.inMemory) await rm(used.inMemory, { recursive: true, force: true });
}

import type { Cluster } from './cluster.ts';

/** Interval at which the cluster is checked, in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/**
 * Restarts a cluster that dies under its server (out of memory, full disk, killed), until the returned function is
 * called. When a restart fails `told` gets the reason once, and it is tried again.
 */
export function keepRunning(cluster: Cluster, told: (sentence: string) => void): () => Promise<void> {
  let isOver = false;
  let isDown = false;
  let checking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      if (await cluster.revive()) told('PostgreSQL had ended and was started again.');
      isDown = false;
    } catch (error) {
      if (!isDown) told((error as Error).message);
      isDown = true;
    }
    if (!isOver) again();
  };
  const again = (): void => {
    timer = setTimeout(() => {
      checking = look();
    }, LOOK_EVERY_MS).unref();
  };
  let timer: NodeJS.Timeout;
  again();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await checking;
  };
}

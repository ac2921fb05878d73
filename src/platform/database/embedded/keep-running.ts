import type { Cluster } from './cluster.ts';

/** How often it is looked after; in milliseconds. */
const LOOK_EVERY_MS = 1_000;

/**
 * Starts a cluster again that has died under its server (short of memory, a full disk, a hasty hand), until the
 * function it answers is called. What cannot be started now may be startable later: `told` hears why, once, and it is
 * tried again.
 */
export function keepRunning(cluster: Cluster, told: (sentence: string) => void): () => Promise<void> {
  let isOver = false;
  let isDown = false;
  let looking = Promise.resolve();
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
      looking = look();
    }, LOOK_EVERY_MS).unref();
  };
  let timer: NodeJS.Timeout;
  again();
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await looking;
  };
}

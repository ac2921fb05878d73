import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Log } from './logging/log.ts';

/** Runs work that outlives its request; the server waits for it before it shuts down. */
@Injectable()
export class Background implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: Log) {}

  /** Starts `work` without waiting for it. A failure is logged under `name`. */
  start(name: string, work: () => Promise<void>): void {
    const one = work()
      .catch((error: unknown) => this.log.error({ error, name }, 'background work failed'))
      .finally(() => this.running.delete(one));
    this.running.add(one);
  }

  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settled();
  }
}

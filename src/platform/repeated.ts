import { Log } from './logging/log.ts';

/** A piece of work done again and again, never twice at once. `soon()` does it now, or once more when it is running. */
export class Repeated {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private isStopped = false;

  constructor(private readonly work: () => Promise<void>, private readonly everyMs: number, private readonly log: Log) {}

  start(): void {
    this.timer = setInterval(() => void this.soon(), this.everyMs);
    this.timer.unref();
  }

  soon(): Promise<void> {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.rounds().finally(() => { this.running = undefined; });
    return this.running;
  }

  /** Waits for the round that runs, and lets no other follow, however much there still is to do: others go on with it. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async rounds(): Promise<void> {
    do {
      this.again = false;
      await this.work().catch((error: unknown) => this.log.warn({ error }, 'a repeated task failed and will be tried again'));
    } while (this.again && !this.isStopped);
  }
}

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../kernel/clock.ts';
import { Log } from './logging/log.ts';

/** A task that every node runs by itself. */
export interface RecurringTask {
  /** `module/what-it-does`, unique. */
  name: string;
  /** The purpose of the task, in a sentence for operators. */
  does: string;
  /** Milliseconds from the beginning of one run to the next; a run that takes longer delays the next. */
  everyMs: number;
  /** Whether it also runs when the server starts. */
  isAtStart?: boolean;
  run(): Promise<unknown>;
}

/**
 * The one list of recurring tasks. A task never runs twice at once on a node, runs at once when a test moves the clock,
 * and is logged and tried again at its next time when it throws.
 */
@Injectable()
export class RecurringTasks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tasks = new Map<string, Runner>();
  private hasStarted = false;

  constructor(
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Registers a task; to be called in a constructor. Returns a function that runs the task now, or once more when it is
   * running; after shutdown the function only waits for the last run.
   */
  add(task: RecurringTask): () => Promise<void> {
    if (this.tasks.has(task.name)) throw new Error(`two recurring tasks are called ${task.name}`);
    const runner = new Runner(task, this.log);
    this.tasks.set(task.name, runner);
    if (this.hasStarted) runner.start();
    return () => runner.runNow();
  }

  /** Runs a task by its name. */
  async runNow(name: string): Promise<void> {
    const runner = this.tasks.get(name);
    if (!runner) throw new Error(`no recurring task is called ${name}`);
    await runner.runNow();
  }

  list(): readonly RecurringTask[] {
    return [...this.tasks.values()].map(({ task }) => task);
  }

  onApplicationBootstrap(): void {
    this.hasStarted = true;
    for (const runner of this.tasks.values()) runner.start();
    this.clock.onMoved(() => {
      for (const runner of this.tasks.values()) void runner.runNow();
    });
  }

  /** Waits for running tasks and starts no others; another node does what is left. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.tasks.values()].map((runner) => runner.stop()));
  }
}

class Runner {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isWantedAgain = false;
  private isStopped = false;

  constructor(
    readonly task: RecurringTask,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.runNow(), this.task.everyMs).unref();
    if (this.task.isAtStart) void this.runNow();
  }

  runNow(): Promise<void> {
    if (this.isStopped) return this.running ?? Promise.resolve();
    if (this.running) {
      this.isWantedAgain = true;
      return this.running;
    }
    this.running = this.runUntilDone();
    return this.running;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async runUntilDone(): Promise<void> {
    do {
      this.isWantedAgain = false;
      await this.runOnce();
    } while (this.isWantedAgain && !this.isStopped);
    // In the same step as the last look at the wish, so that no wish falls between them.
    this.running = undefined;
  }

  private async runOnce(): Promise<void> {
    try {
      await this.task.run();
    } catch (error) {
      this.log.warn({ error, task: this.task.name }, 'a recurring task failed and will be tried again');
    }
  }
}

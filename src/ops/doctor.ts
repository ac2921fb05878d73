import { Injectable } from '@nestjs/common';
import { Clock, CorrectedClock, stopwatch } from '../kernel/clock.ts';
import { Background } from '../platform/background.ts';
import { Config } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { examineServer } from './examine-server.ts';
import type { Finding } from './finding.policy.ts';

/** Age from which shown findings are examined anew, in milliseconds. */
const KEPT_MS = 60_000;

/** The same after a refused login, because some mail servers lock accounts that try often. */
const REFUSED_KEPT_MS = 10 * 60_000;

/** Longest wait of a page for an examination that is under way, in milliseconds. */
const WAIT_MS = 100;

interface LatestFindings {
  readonly findings: readonly Finding[];
  readonly ageMs: () => number;
  readonly keptMs: number;
}

/** Knows what is wrong with this server, as of a minute ago, for the pages of its operators. */
@Injectable()
export class Doctor {
  private latest: LatestFindings | null = null;
  private examining: Promise<void> | null = null;
  /** The machine's own, which nothing corrects. */
  private readonly machineClock = new CorrectedClock();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly background: Background,
  ) {}

  /**
   * The faults and doubts of the last examination; null during the first. Examines anew in the background when that was
   * a minute ago, and waits for it no longer than a reader would notice.
   */
  async findings(): Promise<readonly Finding[] | null> {
    if (this.latest === null || this.latest.ageMs() > this.latest.keptMs) {
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, WAIT_MS);
      });
      await Promise.race([this.examineOnce(), enough]).finally(() => clearTimeout(timer));
    }
    return this.latest?.findings.filter(({ level }) => level !== 'well') ?? null;
  }

  /** One examination at a time, however many pages ask for it. */
  private examineOnce(): Promise<void> {
    this.examining ??= new Promise((resolve) => {
      this.background.start('examining the server', async () => {
        try {
          const ageMs = stopwatch();
          const findings = await this.examine();
          const isRefused = findings.some(({ state }) => state === 'login');
          this.latest = { findings, ageMs, keptMs: isRefused ? REFUSED_KEPT_MS : KEPT_MS };
        } finally {
          this.examining = null;
          resolve();
        }
      });
    });
    return this.examining;
  }

  private examine(): Promise<Finding[]> {
    return examineServer({
      config: this.config,
      database: { query: (sql, values) => this.database.ask(sql, values) },
      now: () => this.machineClock.uncorrected(),
      forumNow: this.clock.now(),
    });
  }
}

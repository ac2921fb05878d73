import { performance, type EventLoopUtilization } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { unavailable } from '../../kernel/common.problems.ts';
import { HouseholdBudgets } from './household-budgets.ts';
import { Throttle } from './throttle.ts';

/**
 * The part of a node's time that a household has for itself. Fifty hostile households with a tenth each would have all
 * of it; a reader who writes now and then uses a thousandth.
 */
const SHARE = 1 / 200;
/** Most time over its share with which a household need not wait in the queue of a busy node, in milliseconds. */
const FREE_MS = 100;
/** Most time that a household can ever be over its share: it is forgiven within minutes. */
const OVER_AT_MOST_MS = 1_000;
/**
 * By how many simultaneous requests time is divided at most. Without a bound, requests that are kept open would make
 * all others cost nothing.
 */
const DIVIDED_BY_AT_MOST = 10;
/** Requests of the queue that run at a time: the database and the event loop are for the others. */
const AT_ONCE = 2;
/** Most requests in the queue; further ones are asked to come back. */
const LINE = 2_000;
/** The longest a request waits in the queue, and when its sender may come back, in milliseconds. */
const PATIENCE_MS = 10_000;
const RETRY_AFTER_SECONDS = 10;
/** The part of its time in which the event loop works, from which on a node is busy. */
const BUSY = 0.5;
/** Interval at which the load is measured, in milliseconds. */
const LOOK_MS = 200;
/** The most that one request costs its household, in milliseconds: a client that reads slowly costs nobody anything. */
const COST_AT_MOST_MS = 250;

/** Says that the work for a request has ended. */
export type Leave = () => void;

interface QueuedRequest {
  readonly household: string;
  readonly enter: () => void;
  readonly sendAway: () => void;
}

/**
 * Decides which requests a busy node serves first. The time a request takes, divided by the requests that run beside
 * it, is charged to its household. Households over their share wait in a queue. Two of their requests run at a time,
 * the household with the least time first; after each, its place stays empty for as long as the request took, so that
 * the queue uses at most half of the time. All other households are served at once: a participant who writes now and
 * then waits for two requests of a crowd, not for all of them. Source: least attained service (Nuyens and Wierman,
 * 2008). Measured: fault test F19.
 */
@Injectable()
export class FairEntrance {
  private readonly line: QueuedRequest[] = [];
  /** Places that are taken, or rest after a request. */
  private inside = 0;
  private readonly used = new HouseholdBudgets(OVER_AT_MOST_MS / SHARE);
  private running = 0;
  /** The time that a request has had which runs since the beginning, in milliseconds. */
  private servedMs = 0;
  private servedAt = performance.now();
  private last: EventLoopUtilization = performance.eventLoopUtilization();
  private lookedAt = performance.now();
  private utilization = 0;

  constructor(private readonly throttle: Throttle) {}

  /** In front of every handler, once the body of its request is there: slow senders keep no place. */
  install(fastify: FastifyInstance): void {
    fastify.addHook('preHandler', (request, reply, done) => {
      const household = this.throttle.householdOf(request.raw);
      if (household === null) done();
      else void this.admit(household, reply, done);
    });
  }

  /** Returns how to leave, which may be called more than once. Throws `unavailable` for who waited too long. */
  async enter(household: string): Promise<Leave> {
    // A moment in which the node has time lets the line in, and not all that come after it.
    const isLine = this.line.length > 0 || this.isBusy();
    if (!isLine || this.overOf(household) < FREE_MS) return this.leaveOf(household, () => undefined);
    if (this.inside >= AT_ONCE) await this.turnOf(household);
    else this.inside += 1;
    return this.leaveOf(household, (ms) => this.rest(ms));
  }

  private async admit(household: string, { raw }: FastifyReply, done: (error?: Error) => void): Promise<void> {
    try {
      const leave = await this.enter(household);
      if (raw.closed) leave();
      else raw.once('prefinish', leave).once('close', leave);
    } catch (error) {
      return done(error as Error);
    }
    done();
  }

  private leaveOf(household: string, after: (ms: number) => void): Leave {
    const begun = performance.now();
    const served = this.served();
    this.running += 1;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.chargeTime(household, Math.min(this.served() - served, COST_AT_MOST_MS));
      this.running -= 1;
      const ms = Math.min(performance.now() - begun, COST_AT_MOST_MS);
      this.throttle.chargeTime(household, ms);
      after(ms);
    };
  }

  /** Time of the node that a household used. */
  chargeTime(household: string, ms: number): void {
    this.used.charge(household, ms / SHARE);
  }

  /** By how much a household has had more than its share of the node's time, in milliseconds. */
  overOf(household: string, now = performance.now()): number {
    return this.used.aheadOf(household, now) * SHARE;
  }

  /** The time served so far: that of the clock, divided by the requests that share it. */
  private served(): number {
    const now = performance.now();
    const sharedBy = Math.min(Math.max(1, this.running), DIVIDED_BY_AT_MOST);
    this.servedMs += (now - this.servedAt) / sharedBy;
    this.servedAt = now;
    return this.servedMs;
  }

  /** Waits in the queue until a place is free. Throws `unavailable` when the queue is full, or the wait too long. */
  private turnOf(household: string): Promise<void> {
    if (this.line.length >= LINE) throw unavailable({}, { retryAfterSeconds: RETRY_AFTER_SECONDS });
    return new Promise((resolve, reject) => {
      const waiting: QueuedRequest = {
        household,
        enter: () => {
          clearTimeout(late);
          resolve();
        },
        sendAway: () => {
          this.line.splice(this.line.indexOf(waiting), 1);
          reject(unavailable({}, { retryAfterSeconds: RETRY_AFTER_SECONDS }));
        },
      };
      const late = setTimeout(waiting.sendAway, PATIENCE_MS);
      this.line.push(waiting);
    });
  }

  /** The place stays empty for so many milliseconds while the node is busy. */
  private rest(ms: number): void {
    if (this.isBusy()) setTimeout(() => this.next(), ms);
    else this.next();
  }

  private next(): void {
    if (this.line.length === 0) {
      this.inside -= 1;
      return;
    }
    const now = performance.now();
    let [first, least] = [0, Infinity];
    for (const [i, { household }] of this.line.entries()) {
      const over = this.overOf(household, now);
      if (over < least) [first, least] = [i, over];
    }
    this.line.splice(first, 1)[0]!.enter();
  }

  private isBusy(): boolean {
    const now = performance.now();
    if (now - this.lookedAt < LOOK_MS) return this.utilization > BUSY;
    const seen = performance.eventLoopUtilization();
    this.utilization = performance.eventLoopUtilization(seen, this.last).utilization;
    this.last = seen;
    this.lookedAt = now;
    return this.utilization > BUSY;
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Notices } from '../accounts/notices.ts';
import { stopwatch } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';

/** Interval at which e-mails are sent that failed before or that another node left, in milliseconds. */
const LOOK_EVERY_MS = 5_000;

/** E-mails under way at once on a node. With a hundred, a comment waited for the steps of all of them (measured). */
const UNDER_WAY = 12;

/**
 * Time after its claim within which an e-mail may be begun, in milliseconds: others take over what is claimed after
 * minutes.
 */
const BEGUN_WITHIN_MS = 120_000;

/** Longest wait before an e-mail while comments are written, in milliseconds. */
const GIVES_WAY_MS = 20;

/** Milliseconds between the beginnings of two e-mails: steps that come in bursts kept comments waiting (measured). */
const APART_MS = 4;

/** One kind of e-mail: how to claim those that are due, and how to send one. */
export interface EmailRound<Due> {
  /** The name of its recurring task. */
  name: string;
  /** The purpose of the task, in a sentence for operators. */
  does: string;
  /** Milliseconds between rounds; LOOK_EVERY_MS unless given. */
  everyMs?: number;
  /** Whether each new notice begins a round at once. */
  isPrompt?: boolean;
  claim: () => Promise<Due[]>;
  send: (due: Due) => Promise<void>;
  /** The log's words for an e-mail that fails and stays due. */
  failure: string;
}

/**
 * Sends e-mails in rounds: claims what is due and sends it, some at a time, until nothing is due. What people write
 * goes first.
 */
@Injectable()
export class EmailRounds implements BeforeApplicationShutdown {
  private readonly unsubscribes: (() => void)[] = [];
  private readonly uptime = stopwatch();
  /** Earliest beginning of the next e-mail. */
  private nextAt = 0;

  constructor(
    private readonly recurringTasks: RecurringTasks,
    private readonly notices: Notices,
    private readonly threadWriter: ThreadWriter,
    private readonly log: Log,
  ) {}

  /** To be called in a constructor. */
  add<Due>(round: EmailRound<Due>): void {
    const { name, does, everyMs = LOOK_EVERY_MS, isPrompt = true } = round;
    const run = (): Promise<void> => this.sendDue(round);
    const sendNow = this.recurringTasks.add({ name, does, everyMs, run });
    if (isPrompt) this.unsubscribes.push(this.notices.subscribe(() => void sendNow()));
  }

  beforeApplicationShutdown(): void {
    for (const unsubscribe of this.unsubscribes) unsubscribe();
  }

  private async sendDue<Due>({ claim, send, failure }: EmailRound<Due>): Promise<void> {
    const attempt = (due: Due): Promise<void> => send(due).catch((error: unknown) => this.log.warn({ error }, failure));
    for (let due = await claim(); due.length > 0; due = await claim()) await this.sendAll(due, attempt);
  }

  private async sendAll<Due>(claimed: readonly Due[], attempt: (due: Due) => Promise<void>): Promise<void> {
    const sinceClaim = stopwatch();
    const queue = claimed.values();
    const sendOn = async (): Promise<void> => {
      for (const due of queue) {
        if (sinceClaim() > BEGUN_WITHIN_MS) return;
        await this.giveWay();
        await this.keepApart();
        await attempt(due);
      }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, sendOn));
  }

  private async keepApart(): Promise<void> {
    const now = this.uptime();
    const at = Math.max(now, this.nextAt);
    this.nextAt = at + APART_MS;
    if (at > now) await pause(at - now);
  }

  private async giveWay(): Promise<void> {
    const waited = stopwatch();
    while (this.threadWriter.isBusy && waited() < GIVES_WAY_MS) await pause(1);
  }
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { workerFile } from '../platform/worker-file.ts';
import type { EmailRequest } from './email-messages.ts';
import type { ReportedReturn } from './reading/delivery-report.ts';
import {
  readArrival,
  readReturned,
  UNREADABLE,
  type ArrivedEmail,
  type ReadArrival,
  type ReadingRules,
} from './reading/read-email.ts';

/** Longest e-mail that is read at once, in bytes: 20 ms where it is made of tags, and three seconds for a megabyte. */
const SHORT_BYTES = 8 * 1024;

/**
 * Reads e-mails: short ones at once, longer ones in a worker thread, one after another, within limits of time and
 * memory. What exceeds them is unreadable.
 */
@Injectable()
export class EmailReader {
  private last: Promise<unknown> = Promise.resolve();

  /** Limits of one e-mail. */
  limits = { seconds: 20, megabytes: 256 };

  async readArrival(email: ArrivedEmail, rules: ReadingRules): Promise<ReadArrival> {
    if (email.raw.length <= SHORT_BYTES) return readArrival(email, rules);
    return (await this.inTurn<ReadArrival>({ kind: 'arrival', email, rules })) ?? UNREADABLE;
  }

  async readReturned(raw: Buffer): Promise<ReportedReturn | null> {
    return raw.length <= SHORT_BYTES ? readReturned(raw) : this.inTurn<ReportedReturn>({ kind: 'returned', raw });
  }

  private inTurn<Answer>(request: EmailRequest): Promise<Answer | null> {
    const turn = this.last.then(() => this.inThread<Answer>(request));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Null for an e-mail that reaches a limit. */
  private async inThread<Answer>(request: EmailRequest): Promise<Answer | null> {
    const { seconds, megabytes } = this.limits;
    const worker = new Worker(workerFile('email.worker'), {
      workerData: request,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const late = setTimeout(() => void worker.terminate(), seconds * 1_000);
    try {
      // A worker that ends without a message was terminated.
      const gone = once(worker, 'exit').then(() => [null]);
      const [answer] = (await Promise.race([once(worker, 'message'), gone])) as [Answer | null];
      return answer;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') return null;
      throw error;
    } finally {
      clearTimeout(late);
      await worker.terminate();
    }
  }
}

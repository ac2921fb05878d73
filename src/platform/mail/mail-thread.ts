import { Worker } from 'node:worker_threads';
import type { SendMailOptions } from 'nodemailer';
import { workerFile } from '../worker-file.ts';
import type { MailThreadAnswer, SmtpFailure } from './mail-thread.messages.ts';

/** Time for which an idle thread keeps its memory (about 15 MB), in milliseconds; its connections have ended before. */
const IDLE_MS = 15_000;

interface EmailUnderWay {
  resolve: (failure: SmtpFailure | null) => void;
  reject: (error: Error) => void;
}

interface RunningThread {
  worker: Worker;
  underWay: Map<number, EmailUnderWay>;
}

/**
 * Sends e-mails in a thread of its own, because putting one together, signing it and speaking to the mail server took
 * half of the event loop's time for a digest (measured). It begins with the first e-mail and ends when idle.
 */
export class MailThread {
  private running: RunningThread | null = null;
  private count = 0;
  private idle: NodeJS.Timeout | undefined;

  /** Nodemailer's options, without functions. */
  constructor(private readonly options: object) {}

  /**
   * Null once the mail server has taken it, else why it did not. Throws when the thread ended meanwhile; the mail
   * server may have taken it then.
   */
  send(email: SendMailOptions): Promise<SmtpFailure | null> {
    clearTimeout(this.idle);
    const { worker, underWay } = (this.running ??= this.start());
    this.count += 1;
    const n = this.count;
    return new Promise((resolve, reject) => {
      underWay.set(n, { resolve, reject });
      worker.postMessage({ n, email });
    });
  }

  close(): void {
    clearTimeout(this.idle);
    void this.running?.worker.terminate();
    this.running = null;
  }

  private start(): RunningThread {
    const worker = new Worker(workerFile('mail-thread.worker'), { workerData: this.options, env: {}, execArgv: [] });
    const underWay = new Map<number, EmailUnderWay>();
    const running = { worker, underWay };
    const end = (error: Error): void => {
      if (this.running === running) this.running = null;
      for (const { reject } of underWay.values()) reject(error);
      underWay.clear();
    };
    worker
      .on('message', ({ n, error }: MailThreadAnswer) => {
        underWay.get(n)?.resolve(error);
        underWay.delete(n);
        if (underWay.size === 0 && this.running === running)
          this.idle = setTimeout(() => this.close(), IDLE_MS).unref();
      })
      .on('error', end)
      .on('exit', () => end(new Error('the thread that sends e-mails has ended')))
      .unref();
    return running;
  }
}

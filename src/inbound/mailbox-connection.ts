import { Worker } from 'node:worker_threads';
import { workerFile } from '../platform/worker-file.ts';
import type {
  MailboxAnswer,
  MailboxFailure,
  MailboxMethods,
  MailboxRequest,
  OpenedMailbox,
} from './mailbox.messages.ts';

/** Longest time to open in all, and for an answer, in milliseconds: a server may drip it byte by byte. */
const OPENING_MS = 60_000;
const ANSWERING_MS = 240_000;

/**
 * Memory at which the engine ends the thread, in megabytes: more than any answer may take before the thread looks at
 * its own use of memory, because one that is ended within a step of the engine takes the program with it.
 */
const MEGABYTES = 512;

/** The number of the answer that the mailbox is open. */
const OPENING = 0;

/** The failure to read a mailbox: the code of the library or of the server, or one of ours. */
export class MailboxUnreadable extends Error implements MailboxFailure {
  readonly code: string | undefined;
  readonly serverResponseCode: string | undefined;
  readonly authenticationFailed: boolean | undefined;

  constructor({ name, code, serverResponseCode, authenticationFailed }: MailboxFailure) {
    super('the mailbox cannot be read');
    this.name = name;
    this.code = code;
    this.serverResponseCode = serverResponseCode;
    this.authenticationFailed = authenticationFailed;
  }
}

interface AnswerUnderWay {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
  late: NodeJS.Timeout;
}

const failing = (code: string): MailboxUnreadable => new MailboxUnreadable({ name: 'Error', code });

/**
 * A mailbox that is open, over TLS, in a thread of its own: whatever a server sends, nobody else waits for it, and one
 * that does not come to an end is left. Every method throws MailboxUnreadable when the connection breaks.
 */
export class MailboxConnection implements MailboxMethods {
  /** Whether it was looked into since it was opened. */
  isLookedInto = false;
  private readonly waiting = new Map<number, AnswerUnderWay>();
  private readonly worker: Worker;
  private count = OPENING;
  private opened: OpenedMailbox | null = null;
  private broken: MailboxUnreadable | null = null;

  private constructor(
    url: URL,
    private readonly onNews: () => void,
  ) {
    this.worker = new Worker(workerFile('mailbox.worker'), {
      workerData: url.href,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    })
      .on('message', (answer: MailboxAnswer) => this.receive(answer))
      .on('error', ({ name, code }: NodeJS.ErrnoException) =>
        this.end(code === 'ERR_WORKER_OUT_OF_MEMORY' ? failing('TooMuchSent') : new MailboxUnreadable({ name, code })),
      )
      .on('exit', () => this.end(failing('EConnectionClosed')));
  }

  /**
   * Opens the folder that `url` names: `imaps://user:password@host[:port][/folder]`, INBOX unless given. Calls
   * `onNews` when e-mails arrive, and when the connection ends. Throws what is wrong with server, user or folder.
   */
  static async open(url: URL, onNews: () => void): Promise<MailboxConnection> {
    const connection = new MailboxConnection(url, onNews);
    await connection.answerTo(OPENING, OPENING_MS);
    return connection;
  }

  get isOpen(): boolean {
    return this.broken === null;
  }

  /** Changes when the server has numbered all e-mails anew (RFC 9051, 2.3.1.1). */
  get numbering(): string {
    return this.opened!.numbering;
  }

  /** The number of the last e-mail that had arrived when it was opened, or a later one that none has. */
  get lastAtOpening(): number {
    return this.opened!.lastAtOpening;
  }

  listSince(day: Date): Promise<number[]> {
    return this.ask('listSince', day);
  }

  listAfter(uid: number): Promise<number[]> {
    return this.ask('listAfter', uid);
  }

  stillListed(uids: readonly number[]): Promise<number[]> {
    return this.ask('stillListed', uids);
  }

  headsOf(uids: readonly number[]): Promise<Map<number, string>> {
    return this.ask('headsOf', uids);
  }

  async rawOf(uid: number): Promise<Buffer | null> {
    const raw = await this.ask<Uint8Array | null>('rawOf', uid);
    return raw && Buffer.from(raw.buffer as ArrayBuffer, raw.byteOffset, raw.byteLength);
  }

  putAway(uid: number): Promise<void> {
    return this.ask('putAway', uid);
  }

  setAside(uid: number): Promise<void> {
    return this.ask('setAside', uid);
  }

  countAside(): Promise<number> {
    return this.ask('countAside');
  }

  deletePutAway(before: Date): Promise<void> {
    return this.ask('deletePutAway', before);
  }

  close(): void {
    this.end(failing('EConnectionClosed'));
  }

  private ask<Answer>(method: keyof MailboxMethods, ...args: readonly unknown[]): Promise<Answer> {
    if (this.broken) return Promise.reject(this.broken);
    this.count += 1;
    const n = this.count;
    this.worker.postMessage({ n, method, args } satisfies MailboxRequest);
    return this.answerTo(n, ANSWERING_MS) as Promise<Answer>;
  }

  private answerTo(n: number, ms: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.end(failing('TooSlow')), ms);
      this.waiting.set(n, { resolve, reject, late });
    });
  }

  private receive(answer: MailboxAnswer): void {
    if (answer.kind === 'news') this.onNews();
    else if (answer.kind === 'ended')
      this.end(answer.failure ? new MailboxUnreadable(answer.failure) : failing('EConnectionClosed'));
    else if (answer.kind === 'opened') {
      this.opened = answer.opened;
      this.settle(OPENING)?.resolve(undefined);
    } else if (answer.kind === 'answer') this.settle(answer.n)?.resolve(answer.value);
    else this.settle(answer.n)?.reject(new MailboxUnreadable(answer.failure));
  }

  private settle(n: number): AnswerUnderWay | undefined {
    const waiting = this.waiting.get(n);
    this.waiting.delete(n);
    clearTimeout(waiting?.late);
    return waiting;
  }

  /** The first reason counts. */
  private end(reason: MailboxUnreadable): void {
    if (this.broken) return;
    this.broken = reason;
    void this.worker.terminate();
    for (const n of this.waiting.keys()) this.settle(n)?.reject(reason);
    this.onNews();
  }
}

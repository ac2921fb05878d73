import { compressBeside, type CachedAnswer } from './cached-answers.ts';

/** Identifies the state that an answer was made of. */
export interface AnswerVersion {
  readonly name: string;
  /** Null when it is unknown at the moment, so that the primary has to be asked. */
  isCurrent(): boolean | null;
}

export interface StoredAnswer {
  readonly version: AnswerVersion;
  readonly answer: CachedAnswer;
  bytes: number;
  movedAt: number;
}

/** Estimated size of an entry apart from its body, in bytes. */
const ENTRY_BYTES = 1_000;

/** Precision of the order of last use, in milliseconds, because moving an entry costs more than finding it. */
const MOVED_EVERY_MS = 1_000;

/** Caches public answers as bytes, compressed forms included, up to a limit; the least recently used go first. */
export class AnswerStore {
  /** In the order of last use, within MOVED_EVERY_MS. */
  private readonly stored = new Map<string, StoredAnswer>();
  private bytes = 0;

  constructor(private readonly bytesAtMost: number) {}

  get(key: string): StoredAnswer | undefined {
    return this.stored.get(key);
  }

  /** Marks an answer as just used. */
  use(key: string, stored: StoredAnswer): void {
    const now = performance.now();
    if (now - stored.movedAt <= MOVED_EVERY_MS) return;
    stored.movedAt = now;
    this.stored.delete(key);
    this.stored.set(key, stored);
  }

  /** Stores an answer, replacing an earlier one, and starts its compression. */
  put(key: string, version: AnswerVersion, answer: CachedAnswer): void {
    this.drop(key);
    const stored: StoredAnswer = {
      version,
      answer,
      bytes: answer.body.length + key.length + ENTRY_BYTES,
      movedAt: performance.now(),
    };
    this.stored.set(key, stored);
    this.bytes += stored.bytes;
    compressBeside(answer, (more) => {
      if (this.stored.get(key) !== stored) return;
      stored.bytes += more;
      this.bytes += more;
      this.makeRoom();
    });
    this.makeRoom();
  }

  drop(key: string): void {
    const stored = this.stored.get(key);
    if (!stored) return;
    this.stored.delete(key);
    this.bytes -= stored.bytes;
  }

  /** Drops the answers that nobody has asked for in the last `ms` milliseconds. */
  dropUnused(ms: number): void {
    const now = performance.now();
    for (const [key, { movedAt }] of this.stored) {
      if (now - movedAt < ms) return;
      this.drop(key);
    }
  }

  private makeRoom(): void {
    for (const oldest of this.stored.keys()) {
      if (this.bytes <= this.bytesAtMost) return;
      this.drop(oldest);
    }
  }
}

import { compressBeside, type CachedAnswer } from './cached-answers.ts';

/** What names the state of things that an answer was made of. */
export interface Version {
  readonly name: string;
  /** null: not known at the moment, the primary has to be asked first. */
  isCurrent(): boolean | null;
}

export interface StoredAnswer {
  readonly version: Version;
  readonly answer: CachedAnswer;
  bytes: number;
  movedAt: number;
}

/** What an entry costs beside its bytes, roughly. */
const ENTRY_BYTES = 1_000;

/** How exactly the order of last use is kept, in milliseconds: moving an entry costs more than finding it. */
const MOVED_EVERY_MS = 1_000;

/** Public answers as bytes, compressed forms included, within a bound; what was not asked for longest goes first. */
export class AnswerStore {
  /** In the order of their last use, to a second. */
  private readonly stored = new Map<string, StoredAnswer>();
  private bytes = 0;

  constructor(private readonly bytesAtMost: number) {}

  get(key: string): StoredAnswer | undefined {
    return this.stored.get(key);
  }

  /** Puts an answer that was just given at the end of the order in which answers go. */
  use(key: string, stored: StoredAnswer): void {
    const now = performance.now();
    if (now - stored.movedAt <= MOVED_EVERY_MS) return;
    stored.movedAt = now;
    this.stored.delete(key);
    this.stored.set(key, stored);
  }

  /** In the place of what was there. Compressed forms are made beside. */
  put(key: string, version: Version, answer: CachedAnswer): void {
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

  private makeRoom(): void {
    for (const oldest of this.stored.keys()) {
      if (this.bytes <= this.bytesAtMost) return;
      this.drop(oldest);
    }
  }
}

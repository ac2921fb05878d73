/** Keys one question names at most. */
const AT_ONCE = 200;

interface Waiting<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value | null) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * One question for all who ask at the same time: the first goes at once, those who come while it is under way wait and
 * share the next. So a question that every request asks costs the database a fraction of one, and nobody a timer.
 */
export class BatchLoader<Key, Value> {
  private waiting: Waiting<Key, Value>[] = [];
  private isAsking = false;

  /** `ask` answers what it found, by key. */
  constructor(private readonly ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  /** Null for what was not found. Rejects as the question does. */
  get(key: Key): Promise<Value | null> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      if (!this.isAsking) void this.askOn();
    });
  }

  private async askOn(): Promise<void> {
    this.isAsking = true;
    while (this.waiting.length > 0) {
      const asked = this.waiting.splice(0, AT_ONCE);
      try {
        const found = await this.ask([...new Set(asked.map(({ key }) => key))]);
        for (const { key, resolve } of asked) resolve(found.get(key) ?? null);
      } catch (error) {
        // Whoever waited meanwhile would only wait as long again for the same answer.
        for (const { reject } of [...asked, ...this.waiting.splice(0)]) reject(error);
      }
    }
    this.isAsking = false;
  }
}

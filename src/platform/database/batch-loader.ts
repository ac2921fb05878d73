/** Most keys of one query. */
const AT_ONCE = 200;

interface PendingLoad<Key, Value> {
  readonly key: Key;
  readonly resolve: (value: Value | null) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A batch loader: the first call queries at once; calls made meanwhile wait and share the next query. A query that
 * every request needs thus costs a fraction of one, without a timer.
 */
export class BatchLoader<Key, Value> {
  private waiting: PendingLoad<Key, Value>[] = [];
  private isAsking = false;

  /** `ask` returns what it found, by key. */
  constructor(private readonly ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  /** Null for an unknown key. Rejects with the query's error. */
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
        // The calls that came meanwhile fail too, because the next query would most likely fail after the same wait.
        for (const { reject } of [...asked, ...this.waiting.splice(0)]) reject(error);
      }
    }
    this.isAsking = false;
  }
}

import { api, Refused, type Sent } from './api.ts';
import { keepUnsent, keptUnsent } from './kept-draft.ts';
import { newKey } from './new-key.ts';
import type { Outgoing } from './outgoing.ts';
import type { Comment, ProblemDocument } from './shapes.ts';

/**
 * What somebody said and the server has not confirmed yet: seen at once by its author, kept through a reload, and sent
 * again when they say so. `now` in milliseconds.
 */
export class Outbox {
  items: Outgoing[];

  constructor(private readonly threadId: string, private readonly now: () => number, private readonly changed: () => void) {
    this.items = keptUnsent(threadId).map((item) => ({ ...item, state: 'failed' }));
  }

  /** Answers the comment; null when nobody answered, and it waits here. Throws Refused: then the words are nobody's but the form's again. */
  async send(door: Outgoing['door'], comment: Sent, key = newKey()): Promise<Comment | null> {
    const item: Outgoing = { door, comment, key, state: 'sending' };
    this.put([...this.items.filter((each) => each.key !== key), item]);
    try {
      const posted = await api.send<Comment>('POST', `/threads/${this.threadId}/${door}`, comment, key);
      this.drop(key);
      return posted;
    } catch (error) {
      // A server that is away for a moment has refused nothing.
      if (error instanceof Refused && !isAway(error.document)) {
        this.drop(key);
        throw error;
      }
      this.put(this.items.map((each) => (each.key === key ? { ...each, state: 'failed' } : each)));
      return null;
    }
  }

  drop(key: string): void {
    this.put(this.items.filter((each) => each.key !== key));
  }

  private put(items: Outgoing[]): void {
    this.items = items;
    keepUnsent(this.threadId, items, this.now());
    this.changed();
  }
}

const isAway = ({ status }: ProblemDocument): boolean => status === 503 || status === 502 || status === 504;

import { api, Refused } from './api.ts';
import { keepUnsent, keptUnsent } from './stored-draft.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import type { CommentRequest, PendingComment } from '../components/pending-comment.ts';
import type { Comment, ProblemDocument } from '../components/shapes.ts';

/**
 * What somebody said and the server has not confirmed yet: seen at once by its author, kept through a reload, and sent
 * again when they say so. `now` in milliseconds.
 */
export class Outbox {
  items: PendingComment[];

  /** `newest` answers the number of the newest comment of the thread that is known here. */
  constructor(
    private readonly threadId: string,
    private readonly now: () => number,
    private readonly newest: () => number,
    private readonly changed: () => void,
  ) {
    this.items = keptUnsent(threadId).map((item) => ({ ...item, state: 'failed' }));
  }

  /**
   * Answers the comment; null when nobody answered, and it waits here. Throws Refused: then the words are nobody's but
   * the form's again.
   */
  async send(
    door: PendingComment['door'],
    comment: CommentRequest,
    key = newIdempotencyKey(),
  ): Promise<Comment | null> {
    const item: PendingComment = { door, comment, key, state: 'sending', after: this.newest() };
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

  /**
   * Notes which of these words have come back as a comment by another way than the answer to their request, so that
   * nobody reads them twice; answers the ids of those comments. `own` are the personas of the reader.
   */
  arrived(rows: Iterable<Comment>, own: readonly string[]): string[] {
    if (this.items.length === 0) return [];
    const news = [...rows];
    const ids: string[] = [];
    this.items = this.items.flatMap((item): PendingComment[] => {
      const row = news.find((each) => isLike(each, item, own));
      if (!row || (item.state === 'failed' && !hasWordsOf(row, item.comment))) return [item];
      ids.push(row.id);
      return item.state === 'failed' ? [] : [{ ...item, state: 'arrived' }];
    });
    if (ids.length > 0) keepUnsent(this.threadId, this.items, this.now());
    return ids;
  }

  drop(key: string): void {
    this.put(this.items.filter((each) => each.key !== key));
  }

  private put(items: PendingComment[]): void {
    this.items = items;
    keepUnsent(this.threadId, items, this.now());
    this.changed();
  }
}

const isAway = ({ status }: ProblemDocument): boolean => status === 503 || status === 502 || status === 504;

/** Whether a comment may be what was sent: of the same person, kind and place, and newer. */
const isLike = (
  { seq, kind, parentId, author }: Comment,
  { door, comment, after }: PendingComment,
  own: readonly string[],
): boolean =>
  seq !== null &&
  after !== undefined &&
  seq > after &&
  (kind === 'question') === (door === 'questions') &&
  parentId === (comment.parentId ?? null) &&
  (author === null ? comment.anonymous === true : own.includes(author.id));

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether a comment says these words, whatever was drawn of their signs: what is kept here is forgotten for no less.
 */
export function hasWordsOf({ html }: Comment, { body }: { body: string }): boolean {
  const drawn = document.createElement('template');
  drawn.innerHTML = html;
  return lettersOf(drawn.content.textContent) === lettersOf(body.replace(/\]\([^)]*\)/g, ''));
}

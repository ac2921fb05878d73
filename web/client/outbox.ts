import { api, RefusedRequest } from './api.ts';
import { keepUnsent, keptUnsent } from './stored-draft.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import type { CommentFields, OutgoingComment } from '../components/outgoing-comment.ts';
import type { CommentShape, ProblemShape } from '../components/shapes.ts';

/**
 * Comments that the server has not confirmed: shown to their author at once, kept through a reload, and sent again by a
 * button. `now` is in milliseconds.
 */
export class Outbox {
  items: OutgoingComment[];

  /** `newest` returns the number of the newest known comment. */
  constructor(
    private readonly threadId: string,
    private readonly now: () => number,
    private readonly newest: () => number,
    private readonly changed: () => void,
  ) {
    this.items = keptUnsent(threadId).map((item) => ({ ...item, state: 'failed' }));
  }

  /**
   * Returns the comment; null without an answer, so that it waits here. Throws Refused, and then forgets the words,
   * which go back to the form.
   */
  async send(
    path: OutgoingComment['path'],
    comment: CommentFields,
    key = newIdempotencyKey(),
  ): Promise<CommentShape | null> {
    const item: OutgoingComment = { path, comment, key, state: 'sending', after: this.newest() };
    this.put([...this.items.filter((each) => each.key !== key), item]);
    try {
      const posted = await api.send<CommentShape>('POST', `/threads/${this.threadId}/${path}`, comment, key);
      this.drop(key);
      return posted;
    } catch (error) {
      // A server that is away for a moment has refused nothing.
      if (error instanceof RefusedRequest && !isAway(error.document)) {
        this.drop(key);
        throw error;
      }
      this.put(this.items.map((each) => (each.key === key ? { ...each, state: 'failed' } : each)));
      return null;
    }
  }

  /**
   * Marks words that have arrived as a comment before the answer to their request, so that they are not shown twice;
   * returns the ids of those comments. `own` are the reader's personas.
   */
  arrived(rows: Iterable<CommentShape>, own: readonly string[]): string[] {
    if (this.items.length === 0) return [];
    const news = [...rows];
    const ids: string[] = [];
    this.items = this.items.flatMap((item): OutgoingComment[] => {
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

  private put(items: OutgoingComment[]): void {
    this.items = items;
    keepUnsent(this.threadId, items, this.now());
    this.changed();
  }
}

const isAway = ({ status }: ProblemShape): boolean => status === 503 || status === 502 || status === 504;

/** Whether a comment may be what was sent: of the same author, kind and place, and newer. */
const isLike = (
  { seq, kind, parentId, author }: CommentShape,
  { path, comment, after }: OutgoingComment,
  own: readonly string[],
): boolean =>
  seq !== null &&
  after !== undefined &&
  seq > after &&
  (kind === 'question') === (path === 'questions') &&
  parentId === (comment.parentId ?? null) &&
  (author === null ? comment.anonymous === true : own.includes(author.id) || author.name === comment.name);

const lettersOf = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a comment has these words, ignoring how signs are rendered, because kept words are dropped for no less. */
export function hasWordsOf({ html }: CommentShape, { body }: { body: string }): boolean {
  const drawn = document.createElement('template');
  drawn.innerHTML = html;
  return lettersOf(drawn.content.textContent) === lettersOf(body.replace(/\]\([^)]*\)/g, ''));
}

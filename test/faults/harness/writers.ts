import { randomUUID } from 'node:crypto';
import type { CommentShape } from '../../../web/components/shapes.ts';
import type { TimedAnswer, Forum, ForumNode } from './forum.ts';
import { wait, type Dice } from './scale.ts';

/** One try of one request, as its client saw it; status 0 when there was no answer. */
export interface Attempt {
  readonly status: number;
  readonly ms: number;
  readonly at: number;
  readonly hasRetryAfter: boolean;
  readonly isReplay: boolean;
}

/** One thing said, with a key of its own. Times by `performance.now()`. */
export interface SentComment {
  readonly key: string;
  readonly threadId: string;
  readonly body: string;
  readonly attempts: Attempt[];
  readonly sentAt: number;
  /** Once acknowledged. */
  ackedAt: number | null;
  id: string | null;
  seq: number | null;
}

/**
 * The form of a text once it is stored, as documented: NFC, trimmed, addresses masked. Written again here, on purpose.
 */
export const documented = (body: string): string =>
  body
    .normalize('NFC')
    .trim()
    .replace(/[\w.]+@[\w.]+\w/g, '•••@•••');

const UNDER_WAY = 48;
const PATIENCE_MS = 12_000;

/**
 * People who post, so many times a second, and repeat with the same key until they are told that it is done; some give
 * up after one try. Some of what they say are replies; now and then somebody votes, or a moderator withholds.
 */
export class Writers {
  readonly said: SentComment[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private isOver = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly forum: Forum,
    private readonly dice: Dice,
    private readonly options: {
      perSecond: number;
      givingUp?: number;
      stirring?: number;
      threadIds?: readonly string[];
    },
  ) {}

  start(): this {
    this.running = this.run();
    return this;
  }

  private async run(): Promise<void> {
    const begun = performance.now();
    for (let i = 0; !this.isOver; i += 1) {
      await wait(begun + (i * 1000) / this.options.perSecond - performance.now());
      // A writer that waits for an answer says nothing else meanwhile.
      while (this.underWay.size >= UNDER_WAY && !this.isOver) await Promise.race(this.underWay);
      if (!this.isOver) this.beside(this.dice.happens(this.options.stirring ?? 0) ? this.stir() : this.say());
    }
  }

  private beside(doing: Promise<void>): void {
    const one = doing.finally(() => this.underWay.delete(one));
    this.underWay.add(one);
  }

  /** No new words; resolves once everything under way was acknowledged. Whoever gives up has done so. */
  async finish(patience = 60_000): Promise<readonly SentComment[]> {
    this.isOver = true;
    await this.running;
    const begun = performance.now();
    while (this.underWay.size > 0 && performance.now() - begun < patience)
      await Promise.race([...this.underWay, wait(100)]);
    if (this.underWay.size > 0)
      throw new Error(
        `${this.underWay.size} writers were still not acknowledged after ${patience} ms: ${JSON.stringify(
          this.said
            .filter(({ ackedAt }) => ackedAt === null)
            .slice(0, 3)
            .map(({ attempts }) => attempts.slice(-3)),
        )}`,
      );
    return this.said;
  }

  get acknowledged(): SentComment[] {
    return this.said.filter(({ ackedAt }) => ackedAt !== null);
  }

  get attempts(): Attempt[] {
    return this.said.flatMap(({ attempts }) => attempts);
  }

  private async say(): Promise<void> {
    const { dice } = this;
    const threadId = dice.one(this.options.threadIds ?? this.forum.threadIds);
    const number = this.said.length;
    const parent = dice.happens(0.2) ? dice.one(this.answerable(threadId)) : undefined;
    const body =
      `${dice.happens(0.1) ? '  ' : ''}Caf${dice.happens(0.5) ? 'e\u0301' : 'é'} *number* ${number} of ` +
      `${randomUUID()}${dice.happens(0.1) ? ' to ada@mail.example \n' : ''}`;
    const said: SentComment = {
      key: randomUUID(),
      threadId,
      body,
      attempts: [],
      sentAt: performance.now(),
      ackedAt: null,
      id: null,
      seq: null,
    };
    this.said.push(said);
    const token = dice.one(this.forum.tokens);
    const isGivingUp = dice.happens(this.options.givingUp ?? 0.05);
    await this.insist(
      said,
      { token, url: `/threads/${threadId}/comments`, body: { body, ...(parent?.id ? { parentId: parent.id } : {}) } },
      isGivingUp,
    );
  }

  private async insist(
    said: SentComment,
    { token, url, body }: { token: string; url: string; body: object },
    isGivingUp: boolean,
  ): Promise<void> {
    for (let node = this.dice.one(this.forum.nodes); ; node = this.another(node)) {
      const answer = await this.attempt(said, () =>
        node.ask('POST', `/api/v1${url}`, { token, key: said.key, body }, PATIENCE_MS),
      );
      if (answer?.status === 201) {
        const { id, seq } = answer.body as CommentShape;
        Object.assign(said, { ackedAt: performance.now(), id, seq });
        return;
      }
      // Wrong for good: no repeat would make it right, and the checks will say so.
      if (isGivingUp || (answer && answer.status < 500)) return;
      await wait(this.dice.between(50, 400));
    }
  }

  /** As a balancer would: not the one that has just failed, when there are others. */
  private another(node: ForumNode): ForumNode {
    return this.dice.one(
      this.forum.nodes.length > 1 ? this.forum.nodes.filter((each) => each !== node) : this.forum.nodes,
    );
  }

  /** Every other comment of a thread: the rest may be withheld at any moment. */
  private answerable(threadId: string): SentComment[] {
    return this.said.filter((each, i) => i % 2 === 0 && each.ackedAt !== null && each.threadId === threadId);
  }

  private async attempt(said: SentComment, ask: () => Promise<TimedAnswer>): Promise<TimedAnswer | null> {
    const at = performance.now();
    const answer = await ask().catch(() => null);
    said.attempts.push({
      status: answer?.status ?? 0,
      ms: performance.now() - at,
      at,
      hasRetryAfter: answer?.headers.has('retry-after') ?? false,
      isReplay: answer?.headers.has('idempotency-replayed') ?? false,
    });
    return answer;
  }

  /** A vote, or a decision: what changes rows that readers already have. One try; nothing is promised of it here. */
  private async stir(): Promise<void> {
    const { dice } = this;
    const isVote = dice.happens(0.9);
    const target = dice.one(this.said.filter(({ id }, i) => id !== null && (isVote || i % 2 === 1)));
    if (!target) return;
    const node = dice.one(this.forum.nodes);
    const doing = isVote
      ? node.ask(
          dice.happens(0.8) ? 'PUT' : 'DELETE',
          `/api/v1/comments/${target.id}/vote`,
          { token: dice.one(this.forum.tokens) },
          PATIENCE_MS,
        )
      : node.ask(
          'POST',
          `/api/v1/admin/comments/${target.id}/withhold`,
          { token: this.forum.organizer, body: { rule: 'topic', reason: 'For a while.' } },
          PATIENCE_MS,
        );
    await doing.catch(() => null);
  }
}

import type { Socket } from 'socket.io-client';
import type { ChangesShape, CommentShape, CommentsPageShape } from '../../../web/components/shapes.ts';
import { joinRoom } from '../../../web/client/join-room.ts';
import { TranscriptClient } from '../../../web/components/transcript-client.ts';
import type { Forum, ForumNode } from './forum.ts';
import { isFull, wait, type Dice } from './scale.ts';
import type { Witness } from './witness.ts';
import { openSocket } from '../../support/api/recorder.ts';

/** As the page waits between two tries; shorter where the whole test is. */
const pause = (): Promise<void> => wait(isFull ? 500 + Math.random() * 9_500 : 100 + Math.random() * 700);
const RECONNECTING = isFull ? {} : { reconnectionDelay: 100, reconnectionDelayMax: 600 };

/** A reader as the page has one: the same client of the changes protocol, over a real socket. */
export class Reader {
  readonly client: TranscriptClient;
  readonly socket: Socket;
  /** The time at which it first held each comment. */
  readonly heldAt = new Map<string, number>();
  /** The reason for which its line was lost, each time. */
  readonly lost: string[] = [];
  resets = 0;
  /** The words of its node at its end: come back within so many milliseconds. */
  readonly toldToLeave: number[] = [];
  /** Number of readers of the thread, as it was last told. */
  company = 0;
  private returning: NodeJS.Timeout | undefined;

  constructor(
    readonly node: ForumNode,
    readonly threadId: string,
    private readonly witness: Witness,
    token?: string,
  ) {
    this.client = new TranscriptClient(
      {
        load: () => this.load(),
        changes: async (after) =>
          this.note((await node.get(`/threads/${threadId}/changes?after=${after}`)) as ChangesShape),
      },
      {
        changed: () => undefined,
        reloaded: () => {
          this.resets += 1;
        },
      },
      pause,
    );
    this.socket = openSocket(node.base, {
      transports: ['websocket'],
      forceNew: true,
      ...RECONNECTING,
      ...(token ? { auth: { token } } : {}),
    });
    this.socket.on('connect', () => joinRoom(this.socket, 'thread:join', threadId, () => void this.client.sync()));
    this.socket.on('disconnect', (reason) => {
      this.lost.push(reason);
    });
    this.socket.on('server:leaving', ({ withinMs }: { withinMs: number }) => {
      this.toldToLeave.push(withinMs);
      this.socket.disconnect();
      this.returning = setTimeout(() => this.socket.connect(), Math.random() * withinMs);
    });
    this.socket.on('thread:changes', (frame: ChangesShape) => this.client.frame(this.note(frame)));
    this.socket.on('thread:presence', ({ seq, readers }: { seq: number; readers: number }) => {
      this.company = readers;
      this.client.presence(seq);
    });
  }

  private note(changes: ChangesShape): ChangesShape {
    this.hold(changes.comments);
    return changes;
  }

  private hold(rows: readonly CommentShape[]): void {
    this.witness.sawRows(rows);
    const now = performance.now();
    for (const { id } of rows) if (!this.heldAt.has(id)) this.heldAt.set(id, now);
  }

  private async load(): Promise<CommentsPageShape[]> {
    const pages = await everyPage((url) => this.node.get(url), this.threadId);
    this.hold(pages.flatMap(({ items }) => items.flatMap((item) => [item, ...(item.replies ?? [])])));
    return pages;
  }

  leave(): void {
    clearTimeout(this.returning);
    this.socket.disconnect();
  }
}

type Get = (url: string) => Promise<unknown>;

/** Every page of a thread, and every reply beyond those that pages show. */
export async function everyPage(get: Get, threadId: string, limit = 100): Promise<CommentsPageShape[]> {
  const pages = await walk<CommentsPageShape>(get, `/threads/${threadId}/comments?limit=${limit}`);
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.replyCount > (item.replies?.length ?? 0))
      item.replies = (
        await walk<{ items: CommentShape[]; next: string | null }>(get, `/comments/${item.id}/replies?limit=${limit}`)
      ).flatMap(({ items }) => items);
  }
  return pages;
}

async function walk<Page extends { next: string | null }>(get: Get, url: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let cursor: string | null = ''; cursor !== null; cursor = pages.at(-1)!.next)
    pages.push((await get(`${url}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)) as Page);
  return pages;
}

/** Readers spread over threads and nodes, who began before anything was said. */
export async function readersOf(
  forum: Forum,
  witness: Witness,
  { count, dice, nodes = forum.nodes }: { count: number; dice: Dice; nodes?: readonly ForumNode[] },
): Promise<Reader[]> {
  const readers = Array.from(
    { length: count },
    (_, i) => new Reader(nodes[i % nodes.length]!, dice.one(forum.threadIds), witness),
  );
  const begun = performance.now();
  while (readers.some(({ client }) => client.n < 0)) {
    if (performance.now() - begun > 30_000) throw new Error('waited 30 s for the first reading of all readers');
    await wait(20);
  }
  return readers;
}

/** Somebody who asks for pages again and again, at every node, and compares the bytes behind equal validators. */
export class Onlooker {
  private isOver = false;
  private readonly polling: Promise<void>;
  statuses = new Map<number, number>();
  slowest = 0;

  constructor(
    private readonly forum: Forum,
    private readonly witness: Witness,
    private readonly dice: Dice,
    private readonly everyMs = 200,
  ) {
    this.polling = this.look();
  }

  private async look(): Promise<void> {
    while (!this.isOver) {
      await wait(this.everyMs);
      const [threadId, node] = [this.dice.one(this.forum.threadIds), this.dice.one(this.forum.nodes)];
      const url = this.dice.one([
        `/api/v1/threads/${threadId}/comments`,
        `/api/v1/threads/${threadId}/comments?sort=newest`,
        `/c/${this.forum.slug}/t/thread-${this.forum.threadIds.indexOf(threadId)}`,
      ]);
      const answer = await node.ask('GET', url).catch(() => null);
      this.statuses.set(answer?.status ?? 0, (this.statuses.get(answer?.status ?? 0) ?? 0) + 1);
      if (answer) this.slowest = Math.max(this.slowest, answer.ms);
      const etag = answer?.headers.get('etag');
      if (answer?.status === 200 && etag) this.witness.sawBytes(url, etag, answer.text);
      if (answer?.status === 200 && url.includes('/comments'))
        this.witness.sawRows((answer.body as CommentsPageShape).items);
    }
  }

  async leave(): Promise<void> {
    this.isOver = true;
    await this.polling;
  }
}

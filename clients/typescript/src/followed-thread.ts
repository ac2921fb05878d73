import type { Socket } from 'socket.io-client';
import type { ChangesShape } from '../../../web/components/shapes.ts';
import { TranscriptClient } from '../../../web/components/transcript-client.ts';
import { joinRoom } from '../../../web/client/join-room.ts';
import { pauseBeforeRetry } from '../../../web/client/pause-before-retry.ts';
import type { Call, Comment, Thread } from './api-types.ts';
import { askWithoutConnection, liveSocket } from './live-socket.ts';
import { loadThread } from './load-thread.ts';

/** The differences since the last call; the first one has everything. */
export interface ThreadChange {
  /** New comments and changed ones, oldest change first; those that were hidden or withdrawn too. */
  comments: readonly Comment[];
  /** Ids of comments that are no longer there: only after the forum was restored from a backup. */
  gone: readonly string[];
  /** The thread with its counts, as it is now. */
  thread: Thread;
}

export interface FollowOptions {
  /** Called after each change, once for all that came together. */
  onChange: (change: ThreadChange) => unknown;
  /** Ends following; while the first comments are loaded, its reason is thrown. */
  signal?: AbortSignal;
}

/** A thread that is kept equal to the forum's, by the changes protocol of the API. */
export class FollowedThread {
  private readonly transcript: TranscriptClient;
  private readonly told = new Map<string, number>();
  private readonly ended = new AbortController();
  private socket: Socket | null = null;

  private constructor(
    get: Call<'get'>,
    readonly id: string,
    private readonly onChange: FollowOptions['onChange'],
  ) {
    const { signal } = this.ended;
    const path = { id };
    this.transcript = new TranscriptClient(
      {
        load: async () => {
          const { pages, thread } = await loadThread(get, id, signal);
          this.transcript.thread = thread;
          return pages;
        },
        changes: (after) => get('/threads/{id}/changes', { params: { path, query: { after } }, signal }),
      },
      { changed: () => this.report(), reloaded: () => undefined },
      // After the end nothing is asked again.
      () => (signal.aborted ? new Promise(() => undefined) : pauseBeforeRetry()),
    );
  }

  static async follow(
    get: Call<'get'>,
    origin: string,
    id: string,
    { onChange, signal }: FollowOptions,
  ): Promise<FollowedThread> {
    signal?.throwIfAborted();
    // Refused for a thread that is not there, before anything is asked again and again.
    await get('/threads/{id}', { params: { path: { id } }, ...(signal && { signal }) });
    const followed = new FollowedThread(get, id, onChange);
    const stopped = new Promise<never>((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        followed.stop();
        reject(signal.reason as Error);
      });
    });
    // A caller that stops it later need not catch this.
    stopped.catch(() => undefined);
    followed.connect(origin);
    try {
      await Promise.race([followed.transcript.sync(), stopped]);
    } catch (error) {
      followed.stop();
      throw error;
    }
    return followed;
  }

  /** All comments, questions and answers by their id, hidden ones too (`state`). */
  get comments(): ReadonlyMap<string, Comment> {
    return this.transcript.rows;
  }

  get thread(): Thread {
    return this.transcript.thread!;
  }

  /** All changes up to this number are held. */
  get seq(): number {
    return this.transcript.n;
  }

  /** Whether changes come by themselves; else they are asked for, every half minute. */
  get isLive(): boolean {
    return this.socket?.connected ?? false;
  }

  /** Ends it: nothing is asked or reported any more. */
  stop(): void {
    this.ended.abort();
  }

  private connect(origin: string): void {
    const socket = liveSocket(origin);
    const { transcript, id } = this;
    const sync = (): Promise<void> => transcript.sync();
    socket.on('connect', () => joinRoom(socket, 'thread:join', id, () => void sync()));
    socket.on('thread:changes', (frame: ChangesShape) => frame.threadId === id && transcript.frame(frame));
    socket.on('thread:presence', ({ threadId, seq }: { threadId: string; seq: number }) => {
      if (threadId === id) transcript.presence(seq);
    });
    const stopAsking = askWithoutConnection(socket, sync);
    this.ended.signal.addEventListener('abort', () => {
      stopAsking();
      socket.off().disconnect();
      // The socket may be about to connect again.
      socket.connect = () => socket;
    });
    this.socket = socket;
  }

  private report(): void {
    const { rows, thread } = this.transcript;
    if (this.ended.signal.aborted || thread === null) return;
    const comments = [...rows.values()].filter((row) => this.told.get(row.id) !== row.changedSeq);
    const gone = [...this.told.keys()].filter((id) => !rows.has(id));
    for (const id of gone) this.told.delete(id);
    for (const { id, changedSeq } of comments) this.told.set(id, changedSeq ?? 0);
    if (comments.length === 0 && gone.length === 0) return;
    this.onChange({ comments: comments.toSorted((a, b) => (a.changedSeq ?? 0) - (b.changedSeq ?? 0)), gone, thread });
  }
}

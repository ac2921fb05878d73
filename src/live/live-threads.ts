import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { notFound } from '../kernel/common.problems.ts';
import { Problem } from '../kernel/problem.ts';
import { Log } from '../platform/logging/log.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import { ThreadVersions } from '../transcript/thread-versions.ts';
import { Transcript } from '../transcript/transcript.ts';
import { Readership } from './readership.ts';
import { LiveThread, type LiveTransport } from './live-thread.ts';

/** The threads with live readers on this node, which signals wake, and after a lost one the poll of numbers. */
@Injectable()
export class LiveThreads implements BeforeApplicationShutdown {
  private readonly open = new Map<string, LiveThread>();
  private readonly unsubscribe: () => void;
  private send: LiveTransport['send'] = async () => undefined;
  private readers: LiveTransport['readers'] = () => 0;

  constructor(
    private readonly transcript: Transcript,
    private readonly log: Log,
    private readonly readership: Readership,
    threadVersions: ThreadVersions,
    threadSignals: ThreadSignals,
  ) {
    readership.onChange((threadId) => this.open.get(threadId)?.count());
    this.unsubscribe = threadSignals.subscribe(({ threadId, seq }) => this.open.get(threadId)?.signal(seq));
    threadVersions.alsoWatch(() => this.open.keys(), {
      confirmed: ({ threadId, seq }) => this.open.get(threadId)?.signal(seq),
      gone: (threadId) => this.open.get(threadId)?.gone(),
    });
  }

  sendWith(send: LiveTransport['send'], readers: LiveTransport['readers']): void {
    this.send = send;
    this.readers = readers;
  }

  beforeApplicationShutdown(): void {
    this.unsubscribe();
    for (const thread of this.open.values()) thread.end();
  }

  /** A reader has joined the room. `seq` was read after that, so that nothing is missed. */
  joined(threadId: string, seq: number): void {
    let thread = this.open.get(threadId);
    if (!thread) {
      const transport: LiveTransport = {
        frame: (id, after) => this.transcript.frame(id, after).catch(nullIfNotFound),
        send: this.send,
        readers: this.readers,
        readersEverywhere: (id) => this.readership.total(id, this.readers(id)),
      };
      thread = new LiveThread(threadId, seq, transport, (error) =>
        this.log.warn({ error }, 'a frame could not be made'),
      );
      this.open.set(threadId, thread);
    }
    thread.welcome();
  }

  left(threadId: string): void {
    const thread = this.open.get(threadId);
    if (!thread) return;
    if (this.readers(threadId) > 0) return thread.count();
    thread.end();
    this.open.delete(threadId);
    this.readership.total(threadId, 0);
  }
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof Problem && error.kind === notFound.kind) return null;
  throw error;
}

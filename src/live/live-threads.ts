import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/logging/log.ts';
import { Repeated } from '../platform/repeated.ts';
import { Bells } from '../threads/bells.ts';
import { Transcript } from '../transcript/transcript.ts';
import { LiveThread, type LiveDoor } from './live-thread.ts';

/** A lost bell is made good within this, in milliseconds. */
const POLL_MS = 1_000;

/** The threads that somebody on this node reads live, woken by bells and, for those that got lost, by a poll of numbers. */
@Injectable()
export class LiveThreads implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly open = new Map<string, LiveThread>();
  private readonly poll: Repeated;
  private readonly deaf: () => void;
  private send: LiveDoor['send'] = () => undefined;
  private readers: LiveDoor['readers'] = () => 0;

  constructor(private readonly transcript: Transcript, private readonly database: Database, private readonly log: Log, bells: Bells) {
    this.deaf = bells.listen(({ threadId, seq }) => this.open.get(threadId)?.hear(seq));
    this.poll = new Repeated(() => this.askNumbers(), POLL_MS, log);
  }

  sendWith(send: LiveDoor['send'], readers: LiveDoor['readers']): void {
    this.send = send;
    this.readers = readers;
  }

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.deaf();
    for (const thread of this.open.values()) thread.end();
    await this.poll.stop();
  }

  /** Somebody has entered the room. `seq` was read after that, so nothing falls between. */
  joined(threadId: string, seq: number): void {
    let thread = this.open.get(threadId);
    if (!thread) {
      thread = new LiveThread(threadId, seq, { changes: (id, after) => this.transcript.changes(id, after), send: this.send, readers: this.readers }, (error) => this.log.warn({ error }, 'a frame could not be made'));
      this.open.set(threadId, thread);
    }
    thread.announce();
  }

  left(threadId: string): void {
    const thread = this.open.get(threadId);
    if (!thread) return;
    if (this.readers(threadId) > 0) return thread.announce();
    thread.end();
    this.open.delete(threadId);
  }

  private async askNumbers(): Promise<void> {
    if (this.open.size === 0) return;
    const rows = await this.database.watch<{ id: string; seq: number }>('select thread_id id, seq from thread_heads where thread_id = any($1)', [[...this.open.keys()]]);
    for (const { id, seq } of rows) this.open.get(id)?.hear(seq);
  }
}

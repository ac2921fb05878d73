import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { GrantChanges } from '../accounts/grant-changes.ts';
import { GrantsQueries, leads } from '../accounts/grants.queries.ts';
import { notAllowed, sessionRequired } from '../kernel/common.problems.ts';
import { Database } from '../platform/database/database.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ThreadSignals } from '../threads/thread-signals.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import type { SocketData } from './socket-sessions.ts';

/** Most delay, in milliseconds, until a lost signal of another node is made good. */
const LOOK_EVERY_MS = 1_000;
/** Number of looks after which rights are checked again, beside each known change. */
const RIGHTS_EVERY = 30;
const ROOM = 'desk:';

/** The sockets at the desks of threads. They get a signal without content and read the desk again. */
@Injectable()
export class DeskRooms implements BeforeApplicationShutdown {
  private namespace: Namespace | undefined;
  private looks = 0;
  private readonly published = new Map<string, number>();
  private readonly lookNow: () => Promise<void>;
  private readonly unsubscribe: () => void;

  // A desk's sockets follow the signals of its thread and the grants that admit them.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly database: Database,
    grantChanges: GrantChanges,
    threadSignals: ThreadSignals,
    recurringTasks: RecurringTasks,
  ) {
    this.lookNow = recurringTasks.add({
      name: 'live/look-at-desks',
      does: 'Sends moderators what waits for them.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.look(),
    });
    const [unsubscribeSignals, unsubscribeGrants] = [
      threadSignals.subscribe(({ threadId, n }) => this.publish(threadId, n)),
      grantChanges.subscribe(() => {
        this.looks = RIGHTS_EVERY - 1;
        void this.lookNow();
      }),
    ];
    this.unsubscribe = () => {
      unsubscribeSignals();
      unsubscribeGrants();
    };
  }

  attend(namespace: Namespace): void {
    this.namespace = namespace;
    namespace.adapter.on(
      'delete-room',
      (room: string) => room.startsWith(ROOM) && this.published.delete(room.slice(ROOM.length)),
    );
  }

  beforeApplicationShutdown(): void {
    this.unsubscribe();
  }

  /** Throws `session-required`, `not-found`, `not-allowed`. */
  async join(socket: Socket, threadId: string): Promise<object> {
    const { accountId } = socket.data as SocketData;
    if (accountId === undefined) throw sessionRequired();
    if (!(await this.mayListen(accountId, threadId))) throw notAllowed();
    await socket.join(ROOM + threadId);
    return {};
  }

  async leave(socket: Socket): Promise<object> {
    for (const room of socket.rooms) if (room.startsWith(ROOM)) await socket.leave(room);
    return {};
  }

  private async mayListen(accountId: string, threadId: string): Promise<boolean> {
    const { conferenceId, talkId } = await this.threadsQueries.get(threadId);
    return leads(await this.grantsQueries.rolesIn(accountId, conferenceId), talkId);
  }

  /** A number below zero means that a commit's outcome is unknown, and makes every desk read again. */
  private publish(threadId: string, n: number): void {
    if (!this.namespace?.adapter.rooms.has(ROOM + threadId)) return;
    const known = this.published.get(threadId) ?? 0;
    if (n >= 0 && n <= known) return;
    this.published.set(threadId, Math.max(n, known));
    this.namespace.to(ROOM + threadId).emit('desk:bell', { threadId, n: Math.max(n, known) });
  }

  private async look(): Promise<void> {
    const threads = [...(this.namespace?.adapter.rooms.keys() ?? [])]
      .filter((room) => room.startsWith(ROOM))
      .map((room) => room.slice(ROOM.length));
    if (threads.length === 0) return;
    const heads = await this.database.read<{ id: string; n: number }>(
      'select thread_id id, n from thread_heads where thread_id = any($1)',
      [threads],
    );
    for (const { id, n } of heads) this.publish(id, n);
    this.looks = (this.looks + 1) % RIGHTS_EVERY;
    if (this.looks === 0) await this.dismissOthers(threads);
  }

  private async dismissOthers(threads: readonly string[]): Promise<void> {
    for (const threadId of threads) {
      for (const id of this.namespace!.adapter.rooms.get(ROOM + threadId) ?? []) {
        const socket = this.namespace!.sockets.get(id);
        const { accountId } = (socket?.data ?? {}) as SocketData;
        if (!socket || (accountId !== undefined && (await this.mayListen(accountId, threadId)))) continue;
        await socket.leave(ROOM + threadId);
        // A last signal, so that the client reads and learns that the desk is closed to it.
        socket.emit('desk:bell', { threadId, n: this.published.get(threadId) ?? 0 });
      }
    }
  }
}

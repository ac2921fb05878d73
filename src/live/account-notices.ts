import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Notices, type Notice } from '../accounts/notices.ts';
import { stopwatch } from '../kernel/clock.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import type { SocketData } from './socket-sessions.ts';

/** Most delay of a notice from another node, in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/**
 * Interval, in milliseconds, at which all connected accounts are read and not only new ones, for notices that were
 * committed long after they were written.
 */
const ASK_FOR_ALL_MS = 30_000;
const ROOM = 'account:';

/** Sends an account's notices to its open sockets, each once; at once on the node where it happened. */
@Injectable()
export class AccountNotices implements BeforeApplicationShutdown {
  private namespace: Namespace | undefined;
  private sent = new Set<string>();
  private newcomers = new Set<string>();
  private sinceAll: () => number = () => Infinity;
  private hasLooked = false;
  private readonly lookNow: () => Promise<void>;
  private readonly unsubscribe: () => void;

  constructor(
    private readonly notices: Notices,
    recurringTasks: RecurringTasks,
  ) {
    this.lookNow = recurringTasks.add({
      name: 'live/look-at-notices',
      does: 'Sends people what happened to their comments and questions.',
      everyMs: LOOK_EVERY_MS,
      run: () => this.look(),
    });
    this.unsubscribe = notices.subscribe(() => void this.lookNow());
  }

  attend(namespace: Namespace): void {
    this.namespace = namespace;
  }

  welcome(socket: Socket): void {
    const { accountId, isPaused = false } = socket.data as SocketData;
    if (accountId === undefined || isPaused) return;
    (socket.data as SocketData).age = stopwatch();
    void socket.join(ROOM + accountId);
    this.newcomers.add(accountId);
  }

  beforeApplicationShutdown(): void {
    this.unsubscribe();
  }

  /**
   * A notice that was shown before is sent only to sockets that were open when it was written: those of other nodes.
   */
  private send({ accountId, kind, commentId, decisionId, wasTold, ageMs }: Notice): void {
    for (const id of this.namespace!.adapter.rooms.get(ROOM + accountId) ?? []) {
      const socket = this.namespace!.sockets.get(id);
      if (socket && (!wasTold || ((socket.data as SocketData).age?.() ?? 0) > ageMs))
        socket.emit('account:notice', { kind, commentId, ...(decisionId === null ? {} : { decisionId }) });
    }
    // The rooms were joined with rights that the account no longer has; it may reconnect as a reader.
    if (kind === 'suspended') this.namespace!.in(ROOM + accountId).disconnectSockets(true);
  }

  private async look(): Promise<void> {
    if (!this.namespace || this.namespace.sockets.size === 0) return;
    const isForAll = !this.hasLooked || this.sinceAll() > ASK_FOR_ALL_MS;
    // After a failure the next look reads all accounts.
    this.hasLooked = false;
    if (isForAll) this.sinceAll = stopwatch();
    const here = (await this.news(isForAll)).filter(({ accountId }) =>
      this.namespace!.adapter.rooms.has(ROOM + accountId),
    );
    const fresh = here.filter(({ id }) => !this.sent.has(id));
    const untold = fresh.filter(({ wasTold }) => !wasTold).map(({ id }) => id);
    // Marked first: a node that ends in between leaves a notice unsent rather than sent twice; the account finds it
    // among its questions.
    if (untold.length > 0) await this.notices.markTold(untold);
    for (const notice of fresh) this.send(notice);
    // Older notices are no longer read as recent.
    this.sent = new Set(here.map(({ id }) => id));
    this.hasLooked = true;
  }

  /** Recent notices, and unshown ones of accounts that connected since the last look, or of all connected ones. */
  private async news(isForAll: boolean): Promise<Notice[]> {
    const accounts = isForAll
      ? [...this.namespace!.adapter.rooms.keys()]
          .filter((room) => room.startsWith(ROOM))
          .map((room) => room.slice(ROOM.length))
      : [...this.newcomers];
    this.newcomers = new Set();
    const [recent, untold] = await Promise.all([
      this.notices.recent(),
      accounts.length > 0 ? this.notices.untold(accounts) : [],
    ]);
    return [...new Map([...untold, ...recent].map((notice) => [notice.id, notice])).values()];
  }
}

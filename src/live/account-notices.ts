import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Notices, type Notice } from '../accounts/notices.ts';
import { stopwatch } from '../kernel/clock.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import type { SocketData } from './socket-sessions.ts';

/** How late a word from another node may be; in milliseconds. */
const LOOK_EVERY_MS = 1_000;
/** How often everybody here is asked about and not only who came: for what was written long before it was committed. */
const ASK_FOR_ALL_MS = 30_000;
const ROOM = 'account:';

/** Hands the words to an account to its open sockets, each once: at once on the node where it happened. */
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
    this.unsubscribe = notices.listen(() => void this.lookNow());
  }

  attend(namespace: Namespace): void {
    this.namespace = namespace;
  }

  welcome(socket: Socket): void {
    const { accountId } = socket.data as SocketData;
    if (accountId === undefined) return;
    (socket.data as SocketData).age = stopwatch();
    void socket.join(ROOM + accountId);
    this.newcomers.add(accountId);
  }

  beforeApplicationShutdown(): void {
    this.unsubscribe();
  }

  /** What somebody was told before is news only to sockets that were open when it happened: those of other nodes. */
  private send({ accountId, kind, commentId, decisionId, wasTold, ageMs }: Notice): void {
    for (const id of this.namespace!.adapter.rooms.get(ROOM + accountId) ?? []) {
      const socket = this.namespace!.sockets.get(id);
      if (socket && (!wasTold || ((socket.data as SocketData).age?.() ?? 0) > ageMs))
        socket.emit('account:notice', { kind, commentId, ...(decisionId === null ? {} : { decisionId }) });
    }
    // What it had joined was joined with rights it no longer has; it may come back as a reader.
    if (kind === 'suspended') this.namespace!.in(ROOM + accountId).disconnectSockets(true);
  }

  private async look(): Promise<void> {
    if (!this.namespace || this.namespace.sockets.size === 0) return;
    const isForAll = !this.hasLooked || this.sinceAll() > ASK_FOR_ALL_MS;
    // A look that fails is made again for all.
    this.hasLooked = false;
    if (isForAll) this.sinceAll = stopwatch();
    const here = (await this.news(isForAll)).filter(({ accountId }) =>
      this.namespace!.adapter.rooms.has(ROOM + accountId),
    );
    const fresh = here.filter(({ id }) => !this.sent.has(id));
    const untold = fresh.filter(({ wasTold }) => !wasTold).map(({ id }) => id);
    // Noted first: a node that ends in between leaves a word unsaid rather than said twice; the account finds it among
    // its questions.
    if (untold.length > 0) await this.notices.markTold(untold);
    for (const notice of fresh) this.send(notice);
    // What is no longer recent will not be seen again.
    this.sent = new Set(here.map(({ id }) => id));
    this.hasLooked = true;
  }

  /** What is recent, and what was never told to those who came since the last look, or to all who are here. */
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

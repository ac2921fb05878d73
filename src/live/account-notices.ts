import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Notices, type Notice } from '../accounts/notices.ts';
import { stopwatch } from '../kernel/clock.ts';
import { Log } from '../platform/logging/log.ts';
import { Repeated } from '../platform/repeated.ts';
import type { SocketData } from './socket-sessions.ts';

/** How late a word from another node may be; in milliseconds. */
const LOOK_EVERY_MS = 1_000;
const ROOM = 'account:';

/** Hands the words to an account to its open sockets, each once: at once on the node where it happened. */
@Injectable()
export class AccountNotices implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private namespace: Namespace | undefined;
  private sent = new Set<string>();
  private readonly looking: Repeated;
  private readonly deaf: () => void;

  constructor(private readonly notices: Notices, log: Log) {
    this.looking = new Repeated(() => this.look(), LOOK_EVERY_MS, log);
    this.deaf = notices.listen(() => void this.looking.soon());
  }

  attend(namespace: Namespace): void {
    this.namespace = namespace;
  }

  welcome(socket: Socket): void {
    const { accountId } = socket.data as SocketData;
    if (accountId === undefined) return;
    (socket.data as SocketData).age = stopwatch();
    void socket.join(ROOM + accountId);
  }

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    this.deaf();
    return this.looking.stop();
  }

  /** What somebody was told before is news only to sockets that were open when it happened: those of other nodes. */
  private send({ accountId, kind, commentId, decisionId, wasTold, ageMs }: Notice): void {
    for (const id of this.namespace!.adapter.rooms.get(ROOM + accountId) ?? []) {
      const socket = this.namespace!.sockets.get(id);
      if (socket && (!wasTold || ((socket.data as SocketData).age?.() ?? 0) > ageMs)) socket.emit('account:notice', { kind, commentId, ...(decisionId === null ? {} : { decisionId }) });
    }
    // What it had joined was joined with rights it no longer has; it may come back as a reader.
    if (kind === 'suspended') this.namespace!.in(ROOM + accountId).disconnectSockets(true);
  }

  private async look(): Promise<void> {
    const accounts = [...(this.namespace?.adapter.rooms.keys() ?? [])].filter((room) => room.startsWith(ROOM)).map((room) => room.slice(ROOM.length));
    if (accounts.length === 0) return;
    const recent = await this.notices.recent(accounts);
    const fresh = recent.filter(({ id }) => !this.sent.has(id));
    const untold = fresh.filter(({ wasTold }) => !wasTold).map(({ id }) => id);
    // Noted first: a node that ends in between leaves a word unsaid rather than said twice; the account finds it among its questions.
    if (untold.length > 0) await this.notices.markTold(untold);
    for (const notice of fresh) this.send(notice);
    // What is no longer recent will not be seen again.
    this.sent = new Set(recent.map(({ id }) => id));
  }
}

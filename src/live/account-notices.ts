import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Notices } from '../accounts/notices.ts';
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
    if (accountId !== undefined) void socket.join(ROOM + accountId);
  }

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    this.deaf();
    return this.looking.stop();
  }

  private async look(): Promise<void> {
    const accounts = [...(this.namespace?.adapter.rooms.keys() ?? [])].filter((room) => room.startsWith(ROOM)).map((room) => room.slice(ROOM.length));
    if (accounts.length === 0) return;
    const recent = await this.notices.recent(accounts);
    for (const { id, accountId, kind, commentId, decisionId } of recent) {
      if (!this.sent.has(id)) this.namespace!.to(ROOM + accountId).emit('account:notice', { kind, commentId, ...(decisionId === null ? {} : { decisionId }) });
    }
    // What is no longer recent will not be seen again.
    this.sent = new Set(recent.map(({ id }) => id));
  }
}

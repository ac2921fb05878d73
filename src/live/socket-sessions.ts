import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import type { ActorInSession } from '../platform/http/access.ts';
import { Messenger } from '../platform/redis/messenger.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { Credentials } from '../sessions/credentials.ts';
import { SessionsQueries } from '../sessions/sessions.queries.ts';

/** `age` returns the milliseconds since the socket was admitted. */
export interface SocketData {
  accountId?: string;
  age?: () => number;
}

/**
 * How often the sessions of open sockets are checked, in milliseconds; short enough that a failed check can be repeated
 * in time.
 */
const CHECK_MS = 15_000;

/** The sockets of each session, which end with it: at once on this node, within 35 s anywhere. */
@Injectable()
export class SocketSessions {
  private readonly sockets = new Map<string, Set<Socket>>();

  constructor(
    private readonly sessionsQueries: SessionsQueries,
    private readonly credentials: Credentials,
    recurringTasks: RecurringTasks,
    messenger: Messenger,
  ) {
    recurringTasks.add({
      name: 'live/end-revoked',
      does: 'Closes live connections whose session has ended.',
      everyMs: CHECK_MS,
      run: () => this.endRevoked(),
    });
    sessionsQueries.onEnd((sessionId) => {
      this.end(sessionId);
      messenger.publish('sessions-ended', { sessionId });
    });
    messenger.subscribe<{ sessionId: string }>('sessions-ended', ({ sessionId }) => this.end(sessionId));
  }

  /** Anonymous readers are admitted; a valid token links the socket to its session. */
  async admit(socket: Socket): Promise<void> {
    const given: unknown = (socket.handshake.auth as { token?: unknown }).token;
    const token = typeof given === 'string' ? given : this.credentials.tokenIn(socket.handshake.headers)?.token;
    const actor = token === undefined ? null : await this.sessionsQueries.actorBehind(token);
    if (actor) this.keep(socket, actor);
  }

  private keep(socket: Socket, { sessionId, accountId }: ActorInSession): void {
    (socket.data as SocketData).accountId = accountId;
    const own = this.sockets.get(sessionId) ?? new Set<Socket>();
    this.sockets.set(sessionId, own.add(socket));
    socket.on('disconnect', () => {
      own.delete(socket);
      if (own.size === 0) this.sockets.delete(sessionId);
    });
  }

  private async endRevoked(): Promise<void> {
    if (this.sockets.size === 0) return;
    // Sockets that connect during the query were not part of it.
    const asked = [...this.sockets.keys()];
    const open = await this.sessionsQueries.stillOpen(asked);
    for (const sessionId of asked) if (!open.has(sessionId)) this.end(sessionId);
  }

  private end(sessionId: string): void {
    for (const socket of this.sockets.get(sessionId) ?? []) {
      socket.emit('session:ended', {});
      socket.disconnect(true);
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';
import { WriteEmailSettings } from '../accounts/write-email-settings.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { Messenger } from '../platform/redis/messenger.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { Credentials } from '../sessions/credentials.ts';
import { SessionsQueries } from '../sessions/sessions.queries.ts';

/** `age` returns the milliseconds since the socket was admitted. */
export interface SocketData {
  accountId?: string;
  /** Whether its account is in a pause, in which it is sent nothing. */
  isPaused?: boolean;
  age?: () => number;
}

/** Interval of checks of open sockets’ sessions, in milliseconds; short enough to repeat a failed one in time. */
const CHECK_MS = 15_000;

/** The sockets of each session, which end with it: at once on this node, within 35 s anywhere. */
@Injectable()
export class SocketSessions {
  private readonly sockets = new Map<string, Set<Socket>>();

  constructor(
    private readonly sessionsQueries: SessionsQueries,
    private readonly credentials: Credentials,
    private readonly writeEmailSettings: WriteEmailSettings,
    recurringTasks: RecurringTasks,
    messenger: Messenger,
  ) {
    recurringTasks.add({
      name: 'live/end-revoked',
      does: 'Closes live connections whose session has ended, or whose account is in a pause.',
      everyMs: CHECK_MS,
      run: () => this.endRevoked(),
    });
    sessionsQueries.onEnd((sessionId) => {
      this.end(sessionId);
      messenger.publish('sessions-ended', { sessionId });
    });
    messenger.subscribe<{ sessionId: string }>('sessions-ended', ({ sessionId }) => this.end(sessionId));
    writeEmailSettings.onPause((paused) =>
      renew(
        this.all().filter((socket) => accountOf(socket) === paused),
        () => true,
      ),
    );
  }

  /** Anonymous readers are admitted; a valid token links the socket to its session. */
  async admit(socket: Socket): Promise<void> {
    const given: unknown = (socket.handshake.auth as { token?: unknown }).token;
    const token = typeof given === 'string' ? given : this.credentials.tokenIn(socket.handshake.headers)?.token;
    const actor = token === undefined ? null : await this.sessionsQueries.actorBehind(token);
    if (!actor) return;
    (socket.data as SocketData).isPaused = (await this.writeEmailSettings.paused([actor.accountId])).has(
      actor.accountId,
    );
    this.keep(socket, actor);
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
    const connected = this.all();
    const paused = await this.writeEmailSettings.paused([...new Set(connected.map(accountOf))]);
    renew(connected, (accountId) => paused.has(accountId));
  }

  private all(): Socket[] {
    return [...this.sockets.values()].flatMap((own) => [...own]);
  }

  private end(sessionId: string): void {
    for (const socket of this.sockets.get(sessionId) ?? []) {
      socket.emit('session:ended', {});
      socket.disconnect(true);
    }
  }
}

const accountOf = (socket: Socket): string => (socket.data as SocketData).accountId!;

/** Lets go of sockets whose account began or ended a pause; their clients come back, and are sent nothing or all. */
function renew(sockets: readonly Socket[], isPaused: (accountId: string) => boolean): void {
  for (const socket of sockets)
    if (isPaused(accountOf(socket)) !== (socket.data as SocketData).isPaused) socket.conn.close();
}

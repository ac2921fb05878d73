import type { BeforeApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { invalidRequest, tooMany } from '../kernel/common.problems.ts';
import { blindId, isUuid } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { Config } from '../platform/config/settings.ts';
import { asRefusal } from '../platform/database/away.ts';
import { negotiateLocale } from '../../locales/words.ts';
import { bugDocument, problemDocument } from '../platform/http/problem-document.ts';
import { Log } from '../platform/logging/log.ts';
import { Transcript } from '../transcript/transcript.ts';
import { eventUnknown, roomsFull } from './live.problems.ts';
import { AccountNotices } from './account-notices.ts';
import { DeskRooms } from './desk-rooms.ts';
import { LiveThreads } from './live-threads.ts';
import { SocketSessions } from './socket-sessions.ts';

const ROOMS = 20;
const WAITING = 20;
/** Messages a socket may send in ten seconds. */
const MESSAGES = 200;

type Handler = (socket: Socket, message: Record<string, unknown>) => Promise<object>;

const roomOf = (threadId: string): string => `thread:${threadId}`;

/** Sockets join, leave and receive; they never write. Every message gets an acknowledgement, also every refusal. */
@WebSocketGateway({ namespace: '/live' })
export class LiveGateway implements OnGatewayInit<Namespace>, BeforeApplicationShutdown {
  private namespace: Namespace | undefined;
  private readonly handlers = new Map<string, Handler>([
    ['thread:join', (socket, message) => this.join(socket, message)],
    ['thread:leave', (socket, message) => this.leave(socket, message)],
    ['desk:join', (socket, message) => this.desks.join(socket, idIn(message))],
    ['desk:leave', (socket) => this.desks.leave(socket)],
    ['thread:changes', async (_socket, message) => ({ changes: await this.transcript.changes(idIn(message), numberIn(message)) })],
  ]);

  constructor(private readonly transcript: Transcript, private readonly threads: LiveThreads, private readonly sessions: SocketSessions, private readonly desks: DeskRooms, private readonly notices: AccountNotices, private readonly config: Config, private readonly log: Log) {}

  afterInit(namespace: Namespace): void {
    this.namespace = namespace;
    this.threads.sendWith(
      (threadId, event, payload) => namespace.to(roomOf(threadId)).emit(event, payload),
      (threadId) => namespace.adapter.rooms.get(roomOf(threadId))?.size ?? 0,
    );
    this.desks.attend(namespace);
    this.notices.attend(namespace);
    namespace.use((socket, next) => void this.admit(socket, next));
    namespace.on('connection', (socket) => this.attend(socket));
    namespace.adapter.on('leave-room', (room: string) => {
      if (room.startsWith('thread:')) this.threads.left(room.slice('thread:'.length));
    });
  }

  beforeApplicationShutdown(): void {
    this.namespace?.disconnectSockets(true);
  }

  private async admit(socket: Socket, next: (refused?: Error) => void): Promise<void> {
    const admitted = await this.sessions.admit(socket).then(() => true, () => false);
    next(admitted ? undefined : new Error('unavailable'));
  }

  private attend(socket: Socket): void {
    this.notices.welcome(socket);
    let waiting = 0;
    let spent = 0;
    const refill = setInterval(() => { spent = 0; }, 10_000).unref();
    socket.on('disconnect', () => clearInterval(refill));
    socket.onAny((event: string, ...args: unknown[]) => {
      const reply = args.at(-1);
      const acknowledge = typeof reply === 'function' ? (reply as (answer: object) => void) : () => undefined;
      spent += 1;
      const isTooMuch = waiting >= WAITING || (spent > MESSAGES && this.config.get('RATE_LIMITS'));
      waiting += 1;
      const answer = isTooMuch ? Promise.reject(tooMany({ seconds: 10 }, { retryAfterSeconds: 10 })) : this.handle(socket, event, args[0]);
      void answer.then((facts) => acknowledge({ ok: true, ...facts }), (error: unknown) => acknowledge({ ok: false, problem: this.document(socket, error) })).finally(() => { waiting -= 1; });
    });
  }

  private async handle(socket: Socket, event: string, message: unknown): Promise<object> {
    const handler = this.handlers.get(event);
    if (!handler) throw eventUnknown();
    if (typeof message !== 'object' || message === null || Array.isArray(message)) throw invalidRequest([{ pointer: '#', detail: 'Send one object.' }]);
    return handler(socket, message as Record<string, unknown>);
  }

  /** The room is entered first and answered second: what happens in between arrives as a frame. */
  private async join(socket: Socket, message: Record<string, unknown>): Promise<object> {
    const threadId = idIn(message);
    const after = message['after'] === undefined ? null : numberIn(message);
    if ([...socket.rooms].filter((room) => room.startsWith('thread:')).length >= ROOMS && !socket.rooms.has(roomOf(threadId))) throw roomsFull({ rooms: ROOMS });
    await this.transcript.label(threadId);
    await socket.join(roomOf(threadId));
    try {
      const changes = after === null ? undefined : await this.transcript.changes(threadId, after);
      const { seq } = await this.transcript.label(threadId);
      this.threads.joined(threadId, seq);
      return { seq, ...(changes ? { changes } : {}) };
    } catch (error) {
      await socket.leave(roomOf(threadId));
      throw error;
    }
  }

  private async leave(socket: Socket, message: Record<string, unknown>): Promise<object> {
    await socket.leave(roomOf(idIn(message)));
    return {};
  }

  private document(socket: Socket, thrown: unknown): object {
    const error = asRefusal(thrown);
    const requestId = blindId();
    if (error instanceof Problem) return problemDocument(error, negotiateLocale(socket.handshake.headers['accept-language'], 'en'), requestId);
    this.log.error({ error, requestId }, 'a socket message failed');
    return bugDocument(requestId);
  }
}

function idIn(message: Record<string, unknown>): string {
  if (!isUuid(message['threadId'])) throw invalidRequest([{ pointer: '#/threadId', detail: 'Give the id of a thread.' }]);
  return message['threadId'].toLowerCase();
}

function numberIn(message: Record<string, unknown>): number {
  const after = message['after'];
  if (!Number.isInteger(after) || (after as number) < 0 || (after as number) > 2_147_483_647) throw invalidRequest([{ pointer: '#/after', detail: 'Give the number you are at.' }]);
  return after as number;
}

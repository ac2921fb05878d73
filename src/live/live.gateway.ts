import type { BeforeApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { invalidRequest } from '../kernel/common.problems.ts';
import { isUuid } from '../kernel/ids.ts';
import { ThreadWriter } from '../threads/thread-writer.ts';
import { Transcript } from '../transcript/transcript.ts';
import { AccountNotices } from './account-notices.ts';
import { DeskRooms } from './desk-rooms.ts';
import { Leaving } from './leaving.ts';
import { roomsFull } from './live.problems.ts';
import { LiveThreads } from './live-threads.ts';
import { RoomBroadcast } from './room-broadcast.ts';
import { SlowReaders } from './slow-readers.ts';
import { SocketMessages, type SocketHandlers } from './socket-messages.ts';
import { SocketSessions, type SocketData } from './socket-sessions.ts';

/** Most threads and desks a socket may listen to. */
const ROOMS = 20;

const roomOf = (threadId: string): string => `thread:${threadId}`;

/** Lets sockets join, leave and receive; they never write. Every message is acknowledged, refusals too. */
@WebSocketGateway({ namespace: '/live' })
export class LiveGateway implements OnGatewayInit<Namespace>, BeforeApplicationShutdown {
  private namespace: Namespace | undefined;
  private readonly handlers: SocketHandlers = new Map([
    ['thread:join', (socket, message) => this.join(socket, message)],
    ['thread:leave', (socket, message) => this.leave(socket, message)],
    ['desk:join', (socket, message) => this.joinDesk(socket, message)],
    ['desk:leave', (socket) => this.deskRooms.leave(socket)],
    [
      'thread:changes',
      async (_socket, message) => ({ changes: await this.transcript.changes(idIn(message), numberIn(message)) }),
    ],
  ]);

  // One connection carries threads, the desk, presence and notices, which other modules read.
  constructor(
    private readonly transcript: Transcript,
    private readonly liveThreads: LiveThreads,
    private readonly socketSessions: SocketSessions,
    private readonly deskRooms: DeskRooms,
    private readonly accountNotices: AccountNotices,
    private readonly socketMessages: SocketMessages,
    private readonly slowReaders: SlowReaders,
    private readonly leaving: Leaving,
    private readonly threadWriter: ThreadWriter,
  ) {}

  afterInit(namespace: Namespace): void {
    this.namespace = namespace;
    const broadcast = new RoomBroadcast(namespace, () => this.threadWriter.isBusy);
    this.liveThreads.sendWith(
      (threadId, event, payload) => broadcast.send(roomOf(threadId), event, payload),
      (threadId) => namespace.adapter.rooms.get(roomOf(threadId))?.size ?? 0,
    );
    for (const room of [this.deskRooms, this.accountNotices, this.slowReaders]) room.attend(namespace);
    namespace.use((socket, next) => void this.admit(socket, next));
    namespace.on('connection', (socket) => {
      this.accountNotices.welcome(socket);
      this.socketMessages.attend(socket, this.handlers);
    });
    namespace.adapter.on('leave-room', (room: string) => {
      if (room.startsWith('thread:')) this.liveThreads.left(room.slice('thread:'.length));
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.namespace) await this.leaving.leave(this.namespace);
  }

  private async admit(socket: Socket, next: (refused?: Error) => void): Promise<void> {
    const admitted = await this.socketSessions.admit(socket).then(
      () => true,
      () => false,
    );
    next(admitted ? undefined : new Error('unavailable'));
  }

  /** Joins the room before answering, so that what happens in between arrives as a frame. */
  private async join(socket: Socket, message: Record<string, unknown>): Promise<object> {
    const threadId = idIn(message);
    const after = message['after'] === undefined ? null : numberIn(message);
    demandRoom(socket, roomOf(threadId));
    await this.transcript.versionLabel(threadId);
    // In a pause the answer is all that is sent.
    if ((socket.data as SocketData).isPaused) return this.answerTo(threadId, after);
    await socket.join(roomOf(threadId));
    try {
      const answer = await this.answerTo(threadId, after);
      this.liveThreads.joined(threadId, answer.seq);
      return answer;
    } catch (error) {
      await socket.leave(roomOf(threadId));
      throw error;
    }
  }

  private async answerTo(threadId: string, after: number | null): Promise<{ seq: number; changes?: object }> {
    const changes = after === null ? undefined : await this.transcript.changes(threadId, after);
    const { seq } = await this.transcript.versionLabel(threadId);
    return { seq, ...(changes ? { changes } : {}) };
  }

  private async leave(socket: Socket, message: Record<string, unknown>): Promise<object> {
    await socket.leave(roomOf(idIn(message)));
    return {};
  }

  private async joinDesk(socket: Socket, message: Record<string, unknown>): Promise<object> {
    const threadId = idIn(message);
    demandRoom(socket, `desk:${threadId}`);
    return this.deskRooms.join(socket, threadId);
  }
}

/** Throws `rooms-full`. */
function demandRoom(socket: Socket, room: string): void {
  const listening = [...socket.rooms].filter((each) => each.startsWith('thread:') || each.startsWith('desk:'));
  if (listening.length >= ROOMS && !socket.rooms.has(room)) throw roomsFull({ rooms: ROOMS });
}

function idIn(message: Record<string, unknown>): string {
  if (!isUuid(message['threadId']))
    throw invalidRequest([{ pointer: '#/threadId', detail: 'Give the id of a thread.' }]);
  return message['threadId'].toLowerCase();
}

function numberIn(message: Record<string, unknown>): number {
  const after = message['after'];
  if (!Number.isInteger(after) || (after as number) < 0 || (after as number) > 2_147_483_647)
    throw invalidRequest([{ pointer: '#/after', detail: 'Give the number you are at.' }]);
  return after as number;
}

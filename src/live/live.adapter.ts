import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import { Credentials } from '../sessions/credentials.ts';
import { Leaving } from './leaving.ts';

/** The largest message a client may send, in bytes. */
const PAYLOAD = 64 * 1024;

/**
 * Together half a minute: who stops answering is gone after it, whatever the network still takes in; in milliseconds.
 */
const PING_EVERY_MS = 14_000;
const PONG_WITHIN_MS = 14_000;

/**
 * Socket.IO as we want it: a page of another origin is refused at the handshake (CORS does not stop WebSocket), no
 * compression per message (it costs more than it saves on small frames), and no recovery of its own: the log is that.
 */
export class LiveAdapter extends IoAdapter {
  constructor(private readonly app: INestApplication) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const credentials = this.app.get(Credentials);
    const leaving = this.app.get(Leaving);
    const allowRequest: ServerOptions['allowRequest'] = (request, decide) => {
      const own = request.headers.origin === undefined || credentials.isOwnOrigin(request.headers);
      if (leaving.isLeaving) decide('leaving', false);
      else decide(own ? null : 'foreign origin', own);
    };
    const server = super.createIOServer(port, {
      ...options,
      allowRequest,
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: PAYLOAD,
      pingInterval: PING_EVERY_MS,
      pingTimeout: PONG_WITHIN_MS,
      cors: undefined,
    } as ServerOptions) as Server;
    // Socket.IO opens the default namespace to everybody by itself; nothing of ours is there.
    server.of('/').use((_socket, next) => next(new Error('Invalid namespace')));
    return server;
  }

  /**
   * No gateway declares messages: `SocketMessages` hears all of them. What Nest would keep for each socket is a
   * kilobyte (measured).
   */
  override bindMessageHandlers(): void {}

  /**
   * Ends the lines and leaves the HTTP server to its owner. Socket.IO would close that too and wait for the last
   * connection, before anybody has begun to tell clients that theirs ends: one who asks and asks keeps it open for
   * good.
   */
  override async close(server: Server): Promise<void> {
    server.engine?.close();
  }
}

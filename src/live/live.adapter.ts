import type { INestApplication } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Server, ServerOptions } from 'socket.io';
import { Config } from '../platform/config/settings.ts';
import { FairEntrance } from '../platform/http/fair-entrance.ts';
import { Throttle } from '../platform/http/throttle.ts';
import { Credentials } from '../sessions/credentials.ts';
import { Leaving } from './leaving.ts';
import { OtherNodes } from './other-nodes.ts';

/** Largest message of a client, in bytes. */
const PAYLOAD = 64 * 1024;

/**
 * Together half a minute, after which a silent client is disconnected, whatever the network still accepts; in
 * milliseconds.
 */
const PING_EVERY_MS = 14_000;
const PONG_WITHIN_MS = 14_000;

/** Refuses polling on a forum of several nodes, because the next request would reach another node. */
const NO_POLLING =
  'This forum runs on several nodes, and polling needs one node for all requests: connect with ' +
  "transports: ['websocket'], or ask " +
  'GET /api/v1/threads/{id}/changes.';

/** Cost of a new connection to a household, in milliseconds of its time: twenty a second, as long as it likes. */
const HANDSHAKE_MS = 50;

/**
 * Configures Socket.IO: the handshake refuses other origins (CORS does not stop WebSocket), no compression per message
 * (it costs more than it saves on small frames), no recovery of its own (the changes protocol is that).
 */
export class LiveAdapter extends IoAdapter {
  constructor(private readonly app: INestApplication) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const credentials = this.app.get(Credentials);
    const leaving = this.app.get(Leaving);
    this.app.get(OtherNodes).serve();
    const allowRequest: ServerOptions['allowRequest'] = (request, decide) => {
      const own = request.headers.origin === undefined || credentials.isOwnOrigin(request.headers);
      if (leaving.isLeaving) decide('leaving', false);
      else if (!own) decide('foreign origin', false);
      else
        this.admit(request).then(
          (refusal) => decide(refusal, refusal === null),
          () => decide('unavailable', false),
        );
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
    // Socket.IO opens the default namespace to all by itself; nothing is there.
    server.of('/').use((_socket, next) => next(new Error('Invalid namespace')));
    return server;
  }

  /** Lets a connection in, or returns why not. Throws `unavailable`. */
  private async admit(request: IncomingMessage): Promise<string | null> {
    await this.waitOfHousehold(request);
    return isPolling(request) && (await this.hasSeveralNodes()) ? NO_POLLING : null;
  }

  /** Redis is for several nodes, also while one of them is alone for a moment. */
  private async hasSeveralNodes(): Promise<boolean> {
    return this.app.get(Config).get('REDIS_URL') !== null || this.app.get(OtherNodes).areThere();
  }

  /** A household that opens one connection after another waits as it would with requests. Throws `unavailable`. */
  private async waitOfHousehold(request: IncomingMessage): Promise<void> {
    const throttle = this.app.get(Throttle);
    const household = throttle.householdOf(request);
    if (household === null) return;
    throttle.chargeTime(household, HANDSHAKE_MS);
    await wait(throttle.waitOf(household));
    const leave = await this.app.get(FairEntrance).enter(household);
    leave();
  }

  /** `SocketMessages` handles all messages. Nest's handlers would cost a kilobyte a socket (measured). */
  override bindMessageHandlers(): void {}

  /**
   * Closes the sockets and leaves the HTTP server to its owner. Socket.IO would close that too and wait for its last
   * connection before clients are told, which a busy client keeps open for good.
   */
  override async close(server: Server): Promise<void> {
    server.engine?.close();
  }
}

/** Whether a handshake asks for HTTP long polling, which Socket.IO's own client tries first. */
const isPolling = ({ url = '' }: IncomingMessage): boolean =>
  new URL(url, 'http://node').searchParams.get('transport') !== 'websocket';

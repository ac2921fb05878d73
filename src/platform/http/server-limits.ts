import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How long a node waits for a client, in milliseconds, and how many connections it holds. */
export interface ServerLimits {
  /** From the first byte of a request, or from a connection that says nothing, to the end of its headers. */
  readonly headersMs: number;
  /** To the last byte of its body: a file of 10 MB at 1 Mbit/s takes 80 seconds. */
  readonly requestMs: number;
  /** Without a byte in either direction. WebSockets have their own pings instead. */
  readonly silentMs: number;
  /** How often the two first are looked at. */
  readonly lookEveryMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headersMs: 20_000,
  requestMs: 120_000,
  silentMs: 120_000,
  lookEveryMs: 5_000,
};

/** The part of a node's connections that one network may hold. */
const SHARE_OF_NETWORK = 1 / 4;

export interface ConnectionBounds {
  /** Most connections of the node; the one above is closed at once. */
  readonly most: number;
  /** Names the network an address lies in; null for one that many people come from. */
  readonly networkOf: (ip: string) => string | null;
}

/** Bounds how many connections a node holds, and how many of them one network does: none can shut the others out. */
export function boundConnections(server: Server, { most, networkOf }: ConnectionBounds): void {
  server.maxConnections = most;
  const held = new Map<string, number>();
  const share = Math.ceil(most * SHARE_OF_NETWORK);
  server.prependListener('connection', (socket: Socket) => {
    const network = networkOf(socket.remoteAddress ?? '');
    if (network === null) return;
    const count = (held.get(network) ?? 0) + 1;
    held.set(network, count);
    socket.once('close', () => {
      const left = held.get(network)! - 1;
      if (left === 0) held.delete(network);
      else held.set(network, left);
    });
    if (count > share) socket.destroy();
  });
}

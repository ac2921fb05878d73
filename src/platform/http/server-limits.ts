import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Longest waits of a node for a client, in milliseconds. */
export interface ServerLimits {
  /** From the first byte of a request, or from a silent connection, to the end of the headers. */
  readonly headersMs: number;
  /** To the last byte of its body: a file of 10 MB at 1 Mbit/s takes 80 seconds. */
  readonly requestMs: number;
  /** Without a byte in either direction. WebSockets have pings of their own instead. */
  readonly silentMs: number;
  /** Interval at which the first two limits are checked. */
  readonly lookEveryMs: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headersMs: 20_000,
  requestMs: 120_000,
  silentMs: 120_000,
  lookEveryMs: 5_000,
};

/** The share of a node's connections that one network may hold. */
const SHARE_OF_NETWORK = 1 / 4;

export interface ConnectionBounds {
  /** Most connections of the node; a further one is closed at once. */
  readonly most: number;
  /** Names the network of an address; null for a network that many people share. */
  readonly networkOf: (ip: string) => string | null;
}

/** Limits the connections of a node and of each network, so that none can shut the others out. */
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

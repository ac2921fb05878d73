import { io, type Socket } from 'socket.io-client';
import { reconnectAlways } from '../../../web/client/reconnect-always.ts';

/**
 * Times at which changes are asked for while there is no connection, in milliseconds: most connections are back before
 * the first.
 */
const ASK_FIRST_MS = { from: 2_000, to: 4_000 };
const ASK_AGAIN_MS = { from: 20_000, to: 28_000 };

/** A connection to the forum's live part, as a reader without a session. */
export function liveSocket(origin: string): Socket {
  return reconnectAlways(io(`${origin}/live`, { path: '/socket.io', transports: ['websocket'], forceNew: true }));
}

/** Calls `ask` from time to time while the socket is not connected; returns what ends that. */
export function askWithoutConnection(socket: Socket, ask: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const askIn = ({ from, to }: typeof ASK_FIRST_MS): void => {
    timer ??= setTimeout(() => void askNow(), from + Math.random() * (to - from));
  };
  const askNow = async (): Promise<void> => {
    if (!socket.connected) await ask();
    timer = undefined;
    if (!socket.connected && !isOver) askIn(ASK_AGAIN_MS);
  };
  let isOver = false;
  for (const lost of ['disconnect', 'connect_error'] as const) socket.on(lost, () => isOver || askIn(ASK_FIRST_MS));
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

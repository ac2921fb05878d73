import { io, type Socket } from 'socket.io-client';
import { reconnectAlways } from './reconnect-always.ts';

/** A socket that reconnects after everything. `token` identifies a reader where no cookie is sent. */
export function liveSocket(token: () => string | null = () => null): Socket {
  return reconnectAlways(
    io('/live', {
      path: '/socket.io',
      transports: ['websocket'],
      auth: (send) => send(token() === null ? {} : { token: token() }),
    }),
  );
}

/** Time between two requests of a page without a connection, in milliseconds; with the answer it stays below 30 s. */
const POLL_EVERY_MS = { from: 20_000, to: 28_000 };
/** Time before the first one: most connections are back by then, and not all readers ask at once. */
const POLL_FIRST_MS = { from: 2_000, to: 4_000 };

/** Polls while there is no connection and the page is visible, because some networks block WebSockets. */
export function pollWithoutConnection(socket: Socket, poll: () => Promise<void>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A socket that was closed by the page itself is not active.
  const isWanted = (): boolean => !socket.connected && socket.active;
  const run = async (): Promise<void> => {
    if (isWanted() && document.visibilityState === 'visible') await poll();
    timer = undefined;
    if (isWanted()) pollIn(POLL_EVERY_MS);
  };
  const pollIn = ({ from, to }: typeof POLL_EVERY_MS): void => {
    timer ??= setTimeout(() => void run(), from + Math.random() * (to - from));
  };
  for (const lost of ['disconnect', 'connect_error'] as const) socket.on(lost, () => pollIn(POLL_FIRST_MS));
}

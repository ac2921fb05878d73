import { io, type Socket } from 'socket.io-client';

/**
 * A line to the server that comes back from everything: by itself when it is lost; when the node ends, at a moment of
 * its own within the time the node names; and when it was closed or refused (a session that is over, a database that is
 * away), a little later, as whoever this browser is by then. `token`: who is there where no cookie comes along.
 */
export function liveSocket(token: () => string | null = () => null): Socket {
  const socket = io('/live', {
    path: '/socket.io',
    transports: ['websocket'],
    auth: (send) => send(token() === null ? {} : { token: token() }),
  });
  const comeBack = (ms: number): void => void setTimeout(() => socket.connect(), ms);
  socket.on('server:leaving', ({ withinMs }: { withinMs: number }) => {
    socket.disconnect();
    comeBack(Math.random() * withinMs);
  });
  socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeBack(500 + Math.random() * 2_500));
  socket.on('connect_error', () => socket.active || comeBack(500 + Math.random() * 9_500));
  return socket;
}

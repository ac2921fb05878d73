import type { Socket } from 'socket.io-client';

/**
 * Makes a socket reconnect after everything: a lost connection, the end of a node (at a random time within the period
 * it names), a refusal (a session or a database that is gone).
 */
export function reconnectAlways(socket: Socket): Socket {
  const comeBack = (ms: number): void => void setTimeout(() => socket.connect(), ms);
  socket.on('server:leaving', ({ withinMs }: { withinMs: number }) => {
    socket.disconnect();
    comeBack(Math.random() * withinMs);
  });
  socket.on('disconnect', (reason) => reason === 'io server disconnect' && comeBack(500 + Math.random() * 2_500));
  socket.on('connect_error', () => socket.active || comeBack(500 + Math.random() * 9_500));
  return socket;
}

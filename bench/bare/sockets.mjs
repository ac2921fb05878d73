import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answerWith, leaveSignalsToParent, now } from '../support/processes.mjs';

/**
 * The bare limit of fan-out: Socket.IO with the same options, one room, and the server's own frame sent to it under the
 * next number. There is no database: what counts as the commit is the moment before it is sent.
 */
const server = createServer();
const live = new Server(server, { serveClient: false, perMessageDeflate: false, path: '/socket.io' }).of('/live');

live.on('connection', (socket) => {
  socket.on('thread:join', async (_message, acknowledge) => {
    await socket.join('room');
    acknowledge({ ok: true, seq: 0 });
  });
});

async function handle({ frame }) {
  if (!frame) {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    return { port: server.address().port };
  }
  const at = now();
  live.to('room').emit('thread:changes', frame);
  return { at };
}

leaveSignalsToParent();
answerWith(handle);

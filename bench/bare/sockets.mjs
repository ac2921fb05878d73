import { createServer } from 'node:http';
import { createClient } from '@redis/client';
import { Server } from 'socket.io';
import { answerWith, leaveSignalsToParent, now, sleep } from '../support/processes.mjs';

/**
 * The bare limit of live updates: Socket.IO with the same options and one room, to which given frames are sent. Without
 * a database the commit is the moment before sending. A client that joins from a number gets the given changes. With a
 * Redis, frames go through a channel of it, as between nodes.
 */
const server = createServer();
const live = new Server(server, { serveClient: false, perMessageDeflate: false, path: '/socket.io' }).of('/live');
const CHANNEL = 'frames';

/** By the number that they follow. */
const answers = new Map();
let redis = null;

live.on('connection', (socket) => {
  socket.on('thread:join', async ({ after }, acknowledge) => {
    await socket.join('room');
    acknowledge({ ok: true, seq: 0, ...(after === undefined ? {} : { changes: answers.get(after) }) });
  });
  socket.on('thread:changes', ({ after }, acknowledge) => acknowledge({ ok: true, changes: answers.get(after) }));
});

async function listen({ redisUrl }) {
  if (redisUrl) {
    redis = createClient({ url: redisUrl });
    await redis.connect();
    const ears = redis.duplicate();
    await ears.connect();
    await ears.subscribe(CHANNEL, (text) => live.to('room').emit('thread:changes', JSON.parse(text)));
  }
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port };
}

/** Sends each frame at its time after the first, in milliseconds; returns the times. */
async function send({ frames }) {
  const begun = now();
  const sent = [];
  for (const { after, frame } of frames) {
    if (after > 0) await sleep(begun + after - now());
    sent.push(now());
    if (redis) await redis.publish(CHANNEL, JSON.stringify(frame));
    else live.to('room').emit('thread:changes', frame);
  }
  return { sent };
}

function hold({ changes }) {
  for (const each of changes) answers.set(each.from, each);
}

const DOINGS = { listen, send, hold };

leaveSignalsToParent();
answerWith(({ doing, ...message }) => DOINGS[doing](message));

import { io } from 'socket.io-client';
import { answerWith, leaveSignalsToParent, now, sleep } from '../support/processes.mjs';

/**
 * The readers of the fan-out: socket.io-client over WebSocket, many in a process, without a session. Each says when it
 * first held each number of the thread, on the clock that all processes share.
 */
const AT_ONCE = 50;

/** By the name of a side: number → the moments at which readers had it. */
const arrivals = new Map();
const lastFrame = new Map();

async function join({ side, port, threadId, readers }) {
  arrivals.set(side, new Map());
  for (let i = 0; i < readers; i += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, readers - i) }, () => reader(side, port, threadId)));
}

function reader(side, port, threadId) {
  return new Promise((resolve, reject) => {
    const socket = io(`http://127.0.0.1:${port}/live`, { path: '/socket.io', transports: ['websocket'], forceNew: true, reconnection: false });
    let seq = 0;
    socket.on('thread:changes', (frame) => {
      const at = now();
      lastFrame.set(side, frame);
      for (; seq < frame.to; seq += 1) note(side, seq + 1, at);
    });
    socket.on('connect', () => socket.emit('thread:join', { threadId }, (answer) => {
      if (!answer.ok) return reject(new Error(answer.problem.title));
      seq = Math.max(seq, answer.seq);
      resolve();
    }));
    socket.on('connect_error', reject);
    socket.on('disconnect', (reason) => process.stderr.write(`a reader was disconnected: ${reason}\n`));
  });
}

function note(side, seq, at) {
  const moments = arrivals.get(side).get(seq);
  if (moments) moments.push(at);
  else arrivals.get(side).set(seq, [at]);
}

/** The moments of some numbers once every reader has them, or after a patience of five seconds those there are. */
async function collect({ side, seqs, readers }) {
  const momentsOf = (seq) => arrivals.get(side).get(seq) ?? [];
  for (let tries = 0; tries < 250 && seqs.some((seq) => momentsOf(seq).length < readers); tries += 1) await sleep(20);
  return { moments: seqs.map(momentsOf), frame: lastFrame.get(side) };
}

leaveSignalsToParent();
answerWith((message) => (message.seqs ? collect(message) : join(message)));

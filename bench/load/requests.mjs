import net from 'node:net';
import { answerWith, leaveSignalsToParent } from '../support/processes.mjs';
import { quantile } from '../support/figures.mjs';
import { words } from '../support/conference.mjs';

/**
 * The clients of the HTTP measures, in a process of their own: kept-alive connections with one request each. Plain
 * sockets, because a whole HTTP client would cost more than the measured server on two cores.
 */
let said = 0;

const MAKERS = {
  get: ({ path, headers }) => {
    const bytes = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}\r\n`);
    return () => bytes;
  },
  /** Each connection is one person; each comment is new, and goes to the next thread. */
  post:
    ({ threadIds, tokens }) =>
    (i) => {
      const body = JSON.stringify({ body: words((said += 1)) });
      return (
        `POST /api/v1/threads/${threadIds[said % threadIds.length]}/comments HTTP/1.1\r\nhost: ` +
        `127.0.0.1\r\nauthorization: Bearer ${tokens[i % tokens.length]}\r\ncontent-type: ` +
        `application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
      );
    },
};

async function run({ port, connections, seconds, requests, expect }) {
  const make = MAKERS[requests.kind](requests);
  const tally = { inTime: 0, answered: 0, refused: 0, firstRefusal: null, took: [] };
  const sockets = await Promise.all(Array.from({ length: connections }, () => connected(port)));
  const until = performance.now() + seconds * 1000;
  await Promise.all(sockets.map((socket, i) => talk(socket, { i, make, until, expect, tally })));
  for (const socket of sockets) socket.destroy();
  return { ...tally, seconds, took: undefined, p50: quantile(tally.took, 0.5), p99: quantile(tally.took, 0.99) };
}

/** The buffer into which all answers are read, because a new buffer for each would cost as much as reading. */
const buffer = Buffer.allocUnsafe(256 * 1024);

/** Longest head, in bytes; of a body only what is in the same chunk is read. */
const HEAD_AT_MOST = 2_048;

function connected(port) {
  return new Promise((resolve, reject) => {
    const onread = { buffer, callback: (length) => socket.hear(buffer.subarray(0, length)) };
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true, onread }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/**
 * One request after another until the time is over; waits for the last one, so that the next run finds an idle server.
 */
function talk(socket, { i, make, until, expect, tally }) {
  return new Promise((resolve, reject) => {
    let [head, got, left, status, sent] = ['', 0, 0, 0, 0];
    const ask = () => {
      sent = performance.now();
      socket.write(make(i));
    };
    const answered = () => {
      const at = performance.now();
      tally.answered += 1;
      if (status !== expect) {
        tally.refused += 1;
        tally.firstRefusal ??= status;
      } else if (at <= until) {
        tally.inTime += 1;
        tally.took.push(at - sent);
      }
      if (at < until) ask();
      else resolve();
    };
    socket.hear = (chunk) => {
      if (left > 0) left -= chunk.length;
      else {
        head += chunk.latin1Slice(0, Math.min(chunk.length, HEAD_AT_MOST));
        got += chunk.length;
        const end = head.indexOf('\r\n\r\n');
        if (end === -1) return;
        status = Number(head.slice(9, 12));
        const length =
          status === 304 || status === 204
            ? 0
            : Number(/\r\ncontent-length: *(\d+)/i.exec(head.slice(0, end + 2))?.[1]);
        left = end + 4 + length - got;
        [head, got] = ['', 0];
      }
      if (left === 0) answered();
      else if (!(left > 0)) reject(new Error(`an answer of unknown length: ${status}`));
    };
    socket.on('close', () => reject(new Error('the server closed a connection')));
    socket.on('error', reject);
    ask();
  });
}

leaveSignalsToParent();
answerWith(run);

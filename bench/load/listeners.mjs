import { createHash } from 'node:crypto';
import { answerWith, leaveSignalsToParent, now, sleep } from '../support/processes.mjs';
import { LiveSocket } from './live-socket.mjs';

/**
 * Readers of threads over WebSocket, many in a process. Each holds a number and moves it by frames, as the changes
 * protocol says; a frame that does not continue it makes the reader ask. Contents are not parsed, because thousands of
 * parsers would cost more than the server: a reached number means that all before it arrived.
 */
const AT_ONCE = 50;

/** By the name of a crowd: its readers, and when they reached which numbers. */
const crowds = new Map();
const crowdOf = (side) =>
  crowds.get(side) ??
  crowds.set(side, { readers: [], moments: new Map(), frames: [], lost: 0, asked: 0, refused: 0 }).get(side);

/** Opens sockets; with a thread each joins its room, from `after` on if it is given. Tokens sign them in. */
async function join({ side, port, threadId, readers, tokens = [], after = null, isListening = false }) {
  const crowd = crowdOf(side);
  for (let i = 0; i < readers; i += AT_ONCE) {
    const opening = Array.from({ length: Math.min(AT_ONCE, readers - i) }, (_, k) =>
      enter(crowd, {
        port,
        threadId,
        token: tokens[(i + k) % tokens.length],
        after,
        isRecording: crowd.readers.length + k === 0 && isListening,
      }),
    );
    crowd.readers.push(...(await Promise.all(opening)));
  }
}

async function enter(crowd, { port, threadId, token, after, isRecording }) {
  const socket = await LiveSocket.open({ port, token, whole: isRecording });
  const reader = { socket, seq: 0, hash: createHash('sha256'), isAsking: false };
  socket.onLost = () => {
    crowd.lost += 1;
  };
  socket.onEvent = (text) => receive(crowd, reader, { threadId, text, isRecording });
  if (!threadId) return reader;
  const answer = await persist(crowd, () =>
    socket.ask('thread:join', { threadId, ...(after === null ? {} : { after }) }),
  );
  if (after === null) reader.seq = Math.max(reader.seq, Number(/"seq":(\d+)/.exec(answer)[1]));
  else await catchUp(crowd, reader, { threadId, answer });
  return reader;
}

/** A refused request is repeated after a moment, as clients do; a lost connection is final. */
async function persist(crowd, ask) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 20 || !error.message.includes('"status":503')) throw error;
      crowd.refused += 1;
      await sleep(500 + 1_000 * Math.random());
    }
  }
}

const NUMBERS = /"from":(\d+),"to":(\d+)/;

function receive(crowd, reader, { threadId, text, isRecording }) {
  if (!text.startsWith('["thread:changes"')) return;
  const at = now();
  const [from, to] = NUMBERS.exec(text).slice(1).map(Number);
  if (isRecording) crowd.frames.push({ at, text });
  if (from > reader.seq) return void ask(crowd, reader, threadId);
  note(crowd, reader, to, at);
}

function note(crowd, reader, to, at) {
  if (to <= reader.seq) return;
  const step = `${reader.seq} ${to}`;
  const moments = crowd.moments.get(step);
  if (moments) moments.push(at);
  else crowd.moments.set(step, [at]);
  reader.seq = to;
}

/** Called when a frame does not continue the number held. */
async function ask(crowd, reader, threadId) {
  if (reader.isAsking) return;
  reader.isAsking = true;
  crowd.asked += 1;
  try {
    for (let more = true; more;) {
      const answer = await persist(crowd, () => reader.socket.ask('thread:changes', { threadId, after: reader.seq }));
      note(crowd, reader, Number(NUMBERS.exec(answer)[2]), now());
      more = answer.includes('"more":true');
    }
  } finally {
    reader.isAsking = false;
  }
}

/** Until nothing more has changed; what arrived is hashed, so that readers can be compared. */
async function catchUp(crowd, reader, { threadId, answer }) {
  let text = answer;
  for (;;) {
    if (text.includes('"reset":true')) throw new Error('was told to load again');
    reader.seq = Number(NUMBERS.exec(text)[2]);
    reader.hash.update(text.slice(text.indexOf('"comments":')));
    if (!text.includes('"more":true')) return;
    text = await persist(crowd, () => reader.socket.ask('thread:changes', { threadId, after: reader.seq }));
  }
}

/**
 * Waits at most `patience` seconds until all readers are at a number; returns who reached what when, and forgets it.
 */
async function collect({ side, upTo, patience = 5 }) {
  const crowd = crowdOf(side);
  const areThere = () => crowd.readers.every(({ seq }) => seq >= upTo);
  for (const begun = now(); !areThere() && now() - begun < patience * 1_000;) await sleep(20);
  const { moments, frames, lost, asked } = crowd;
  Object.assign(crowd, { moments: new Map(), frames: [], asked: 0 });
  return {
    steps: [...moments].map(([step, at]) => [...step.split(' ').map(Number), at]),
    frames,
    lost,
    asked,
    behind: crowd.readers.filter(({ seq }) => seq < upTo).length,
  };
}

/** Joins, catches up from a number, and leaves: how long each took, and what all of them held. */
async function replay({ port, threadId, readers, after }) {
  const begun = now();
  const crowd = crowdOf('replay');
  Object.assign(crowd, { readers: [], refused: 0 });
  const took = [];
  const hashes = new Set();
  await Promise.all(
    Array.from({ length: readers }, async () => {
      const reader = await enter(crowd, { port, threadId, after });
      took.push(now() - begun);
      hashes.add(reader.hash.digest('hex'));
      crowd.readers.push(reader);
    }),
  );
  for (const { socket } of crowd.readers) socket.close();
  return { took, hashes: [...hashes], refused: crowd.refused };
}

function leave({ side }) {
  const crowd = crowdOf(side);
  for (const { socket } of crowd.readers) socket.close();
  crowds.delete(side);
}

const DOINGS = { join, collect, replay, leave };

leaveSignalsToParent();
answerWith(({ doing, ...message }) => DOINGS[doing](message));

import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Longest wait for the watched server's answer, in milliseconds. */
const PATIENCE_MS = 30_000;

/** Flags and settings for a server with a watched event loop, and how to query it. */
export function loopWatch() {
  const place = path.join(os.tmpdir(), `aftertalk-watch-${process.pid}-${Math.floor(performance.now())}.sock`);
  return {
    flags: ['--import', fileURLToPath(new URL('watched-loop.mjs', import.meta.url))],
    settings: { BENCH_WATCH: place },
    connect: () => connect(place),
  };
}

/** One question after another, by name; `close` at the end. A server that is gone or stuck fails with a sentence. */
async function connect(place) {
  const socket = net.connect(place);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const ask = (question) =>
    new Promise((resolve, reject) => {
      let text = '';
      const settle = (end) => {
        clearTimeout(late);
        socket.off('data', collect).off('error', fail).off('close', gone);
        end();
      };
      const collect = (chunk) => {
        text += chunk;
        if (text.endsWith('\n')) settle(() => resolve(JSON.parse(text)));
      };
      const fail = (error) => settle(() => reject(error));
      const gone = () => fail(new Error(`the watched server was gone when it was asked for "${question}"`));
      const stuck = () =>
        fail(new Error(`the watched server did not tell "${question}" within ${PATIENCE_MS / 1_000} s`));
      const late = setTimeout(stuck, PATIENCE_MS);
      if (socket.destroyed) return gone();
      socket.on('data', collect).on('error', fail).on('close', gone);
      socket.write(question);
    });
  return { ask, close: () => socket.destroy() };
}

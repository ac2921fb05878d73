import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Flags and settings for a server whose event loop is to be watched, and how to ask it afterwards. */
export function loopWatch() {
  const place = path.join(os.tmpdir(), `aftertalk-watch-${process.pid}-${Math.floor(performance.now())}.sock`);
  return {
    flags: ['--import', fileURLToPath(new URL('watched-loop.mjs', import.meta.url))],
    settings: { BENCH_WATCH: place },
    connect: () => connect(place),
  };
}

/** One question after another, by their names; `close` at the end. */
async function connect(place) {
  const socket = net.connect(place);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const ask = (question) =>
    new Promise((resolve, reject) => {
      let text = '';
      const hear = (chunk) => {
        text += chunk;
        if (!text.endsWith('\n')) return;
        socket.off('data', hear).off('error', reject);
        resolve(JSON.parse(text));
      };
      socket.on('data', hear).on('error', reject);
      socket.write(question);
    });
  return { ask, close: () => socket.destroy() };
}

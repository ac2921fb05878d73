import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

/** Whatever a measure has started, to stop all of it, newest first, also after a failure or Ctrl-C. */
const endings = [];

export const atEnd = (end) => endings.push(end);

export async function endAll() {
  while (endings.length > 0)
    await endings
      .pop()()
      .catch((error) => process.stderr.write(`${error.message}\n`));
}

/** Resolves once a child has exited, also if it did so before. */
export const exited = (child) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));

/** A process that answers one message after another, and ends with this one because its channel does. */
export function worker(file, { flags = [] } = {}) {
  const child = fork(path.join(import.meta.dirname, '..', file), {
    execArgv: flags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const end = async () => {
    if (child.connected) child.disconnect();
    await exited(child);
  };
  atEnd(end);
  // The next caller gets the error; without a listener it would end this process before the others are stopped.
  child.on('error', () => undefined);
  const say = (message) =>
    new Promise((resolve, reject) => {
      const gone = () => reject(new Error(`${file} ended before it answered`));
      child.once('exit', gone);
      child.once('message', ({ answer, error }) => {
        child.off('exit', gone);
        if (error) reject(new Error(`${file}: ${error}`));
        else resolve(answer);
      });
      child.send(message, (error) => {
        if (error) gone();
      });
    });
  // One after another, because an answer does not name its message.
  let last = Promise.resolve();
  const ask = (message) => {
    const answer = last.then(() => say(message));
    last = answer.catch(() => undefined);
    return answer;
  };
  return { pid: child.pid, ask, end };
}

/** The other end of `worker`: answers each message with the result of `handle`, and ends with its parent. */
export function answerWith(handle) {
  process.on('message', (message) => {
    Promise.resolve()
      .then(() => handle(message))
      .then(
        (answer) => process.send({ answer: answer ?? null }),
        (error) => process.send({ error: error.stack }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}

/** Ctrl-C reaches the whole process group; a worker leaves stopping to its parent. */
export const leaveSignalsToParent = () => process.on('SIGINT', () => undefined);

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
      .on('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
  });
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds on a clock that all processes of the machine share. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

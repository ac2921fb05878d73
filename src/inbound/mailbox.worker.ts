import { exit, memoryUsage } from 'node:process';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { MailboxSession } from './mailbox-session.ts';
import type { MailboxAnswer, MailboxFailure, MailboxMethods, MailboxRequest } from './mailbox.messages.ts';

/** Shortest time between reports of arrivals, and interval at which the memory is looked at, in milliseconds. */
const TOLD_EVERY_MS = 250;
const LOOK_EVERY_MS = 50;

/** Most bytes of this thread; it begins with a tenth of it. */
const BYTES_AT_MOST = 128 * 1024 * 1024;

/** Worker in which an IMAP server is spoken to: what it sends is read here, however much and whatever it is. */
async function serve(port: MessagePort, url: URL): Promise<void> {
  const report = (answer: MailboxAnswer): void => port.postMessage(answer);
  // A thread that reaches its own limit within one step of the engine takes the whole program with it.
  setInterval(() => {
    const { heapUsed, external } = memoryUsage();
    if (heapUsed + external > BYTES_AT_MOST) onTooMuch();
  }, LOOK_EVERY_MS);
  const onTooMuch = (): never => {
    report({ kind: 'ended', failure: { name: 'Error', code: 'TooMuchSent' } });
    exit();
  };
  let told: NodeJS.Timeout | undefined;
  const onNews = (): void => {
    told ??= setTimeout(() => {
      told = undefined;
      report({ kind: 'news' });
    }, TOLD_EVERY_MS);
  };
  try {
    const session = await MailboxSession.open(url, {
      onNews,
      onTooMuch,
      onEnd: () => report({ kind: 'ended', failure: null }),
    });
    const methods: MailboxMethods = session;
    port.on('message', ({ n, method, args }: MailboxRequest) => {
      (methods[method] as (...given: readonly unknown[]) => Promise<unknown>)
        .apply(session, [...args])
        .then((value) => report({ kind: 'answer', n, value }))
        .catch((error: unknown) => report({ kind: 'failure', n, failure: failureOf(error) }));
    });
    report({ kind: 'opened', opened: session.opened });
  } catch (error) {
    report({ kind: 'ended', failure: failureOf(error) });
  }
}

function failureOf(error: unknown): MailboxFailure {
  const { name, code, serverResponseCode = '', authenticationFailed } = error as MailboxFailure;
  // The server's own word, which may be anything.
  const isCode = /^[A-Z-]{1,40}$/.test(serverResponseCode);
  return { name, code, authenticationFailed, ...(isCode ? { serverResponseCode } : {}) };
}

await serve(parentPort!, new URL(workerData as string));

import { readFileSync } from 'node:fs';
import { LIES, SLOW } from './lies.ts';

/**
 * Reads the mailbox of a server that lies, once for each lie, and prints what came of it: a program of its own, because
 * a certificate authority is named when a program starts. Waits of minutes are seconds here.
 */
const WAITS: Readonly<Record<number, number>> = { 240_000: 4_000, 60_000: 10_000 };
const { setTimeout } = globalThis;
globalThis.setTimeout = ((run: () => void, ms = 0, ...values: unknown[]) =>
  setTimeout(run, WAITS[ms] ?? ms, ...values)) as typeof globalThis.setTimeout;
const { MailboxConnection } = await import('../../src/inbound/mailbox-connection.ts');

/** The outcome of a lie. Times and memory in milliseconds and megabytes; the first thread's processor time alone. */
export interface LiedTo {
  reason: string | null;
  listed: number[];
  heads: number;
  mainMs: number;
  megabytes: number;
}

/** Processor time of the first thread so far, in steps of ten milliseconds; none where the system does not tell. */
function mainMs(): number {
  try {
    const [user, system] = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8')
      .split(') ')[1]!
      .split(' ')
      .slice(11);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return 0;
  }
}

async function outcomeAt(url: URL): Promise<LiedTo> {
  const before = mainMs();
  const heard: LiedTo = { reason: null, listed: [], heads: 0, mainMs: 0, megabytes: 0 };
  try {
    const connection = await MailboxConnection.open(url, () => undefined);
    try {
      heard.listed = await connection.listSince(new Date(0));
      heard.heads = (await connection.headsOf(heard.listed.slice(0, 50))).size;
      await connection.countAside();
      // Lies that go on without an answer are told in this time; nothing would end the wait.
      await new Promise((resolve) => setTimeout(resolve, 500));
    } finally {
      connection.close();
    }
  } catch (error) {
    const { code, serverResponseCode, name } = error as { code?: string; serverResponseCode?: string; name: string };
    heard.reason = serverResponseCode ?? code ?? name;
  }
  heard.listed = heard.listed.slice(0, 3).concat(heard.listed.length);
  return { ...heard, mainMs: mainMs() - before, megabytes: Math.round(process.memoryUsage().rss / 1e6) };
}

const port = process.argv[2]!;
const about = async (lie: string): Promise<[string, LiedTo]> => [
  lie,
  await outcomeAt(new URL(`imaps://${encodeURIComponent(lie)}:secret@localhost:${port}`)),
];
const told = await Promise.all(SLOW.map(about));
for (const lie of Object.keys(LIES)) if (!(SLOW as readonly string[]).includes(lie)) told.push(await about(lie));
process.stdout.write(JSON.stringify(Object.fromEntries(told)));

import { expect } from '@jest/globals';
import { grouped } from '../../../src/kernel/by-key.ts';
import type { Forum } from './forum.ts';
import type { Reader } from './readers.ts';
import { wait } from './scale.ts';
import type { Witness } from './witness.ts';
import { documented, type SentComment } from './writers.ts';

/** The lift that a restore adds to a thread's number, as the number of an event of its own. */
const LIFT = 1_000_000;

interface StoredComment {
  id: string;
  threadId: string;
  seq: number | null;
  changedSeq: number | null;
  source: string;
  html: string;
  state: string;
}

/** The comments as the database has them, with the state they have by its facts. */
export const rowsOf = (forum: Forum): Promise<StoredComment[]> =>
  forum.query<StoredComment & Record<string, unknown>>(
    `select id,
       thread_id "threadId",
       seq,
       changed_seq "changedSeq",
       source,
       html,
       case when withdrawn_at is not null then 'withdrawn'
         when withheld_at is not null then 'withheld'
         when held_at is not null then 'held'
         else 'visible'
       end state
     from comments
     order by thread_id, seq`,
  );

/**
 * G1: every key with a 2xx is there exactly once, equal after the documented normalisation; a key without one at most
 * once.
 */
export function onceEach(said: readonly SentComment[], rows: readonly StoredComment[]): string[] {
  const bySource = grouped(rows, ({ source }) => source);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return said.flatMap(({ key, body, id, seq, ackedAt }) => {
    const found = bySource.get(documented(body))?.length ?? 0;
    if (found > 1) return [`${key} is there ${found} times`];
    if (ackedAt === null) return [];
    const row = byId.get(id!);
    if (found === 0 || !row) return [`${key} was acknowledged as ${id} and is not there`];
    return row.source === documented(body) && row.seq === seq
      ? []
      : [`${key} was acknowledged as number ${seq} and is number ${row.seq}: ${row.source}`];
  });
}

/** G2, first half: the public numbers of a thread's log are 1…n without gap or repeat; a restore adds one lift. */
export async function unbrokenNumbers(forum: Forum): Promise<string[]> {
  const log = await forum.query<{ thread: string; seq: number }>(
    'select thread_id thread, seq from thread_log where seq is not null order by thread_id, n',
  );
  const heads = await forum.query<{ thread: string; seq: number }>('select thread_id thread, seq from thread_heads');
  const byThread = grouped(log, ({ thread }) => thread);
  return heads.flatMap(({ thread, seq }) => {
    const numbers = (byThread.get(thread) ?? []).map((event) => event.seq);
    const wrong = numbers.flatMap((number, i) => {
      const step = number - (numbers[i - 1] ?? 0);
      return step === 1 || step === LIFT ? [] : [`number ${number} of ${thread} comes after ${numbers[i - 1]}`];
    });
    const last = numbers.at(-1) ?? 0;
    return [...wrong, ...(seq === last ? [] : [`the head of ${thread} is at ${seq}, its log at ${last}`])];
  });
}

/** G2, second half: what was acknowledged before something else was sent has the lower number. */
export function inOrder(said: readonly SentComment[]): string[] {
  return [
    ...grouped(
      said.filter(({ seq }) => seq !== null),
      ({ threadId }) => threadId,
    ).values(),
  ].flatMap((ofThread) => {
    const acknowledged = ofThread.toSorted((a, b) => a.ackedAt! - b.ackedAt!);
    let [next, highest] = [0, 0];
    return ofThread
      .toSorted((a, b) => a.sentAt - b.sentAt)
      .flatMap(({ sentAt, seq, key }) => {
        for (; acknowledged[next] && acknowledged[next]!.ackedAt! < sentAt; next += 1)
          highest = Math.max(highest, acknowledged[next]!.seq!);
        return seq! > highest ? [] : [`${key} was sent after number ${highest} was acknowledged, and got ${seq}`];
      });
  });
}

const asHeld = (id: string, changedSeq: number | null, state: string, html: string): string =>
  `${id} ${changedSeq} ${state} ${state === 'visible' ? html : ''}`;

/** G3: what a reader holds is what the database has for everybody. */
export function equalLists(readers: readonly Reader[], rows: readonly StoredComment[]): string[] {
  const byThread = grouped(
    rows.filter(({ seq }) => seq !== null),
    ({ threadId }) => threadId,
  );
  return readers.flatMap((reader, i) => {
    const there = new Set(
      (byThread.get(reader.threadId) ?? []).map((row) => asHeld(row.id, row.changedSeq, row.state, row.html)),
    );
    const held = [...reader.client.rows.values()].map((row) => asHeld(row.id, row.changedSeq, row.state, row.html));
    const extra = held.filter((row) => !there.has(row));
    return [
      ...extra.slice(0, 2).map((row) => `reader ${i} holds what is not there: ${row}`),
      ...(held.length === there.size ? [] : [`reader ${i} holds ${held.length} of ${there.size} rows`]),
    ];
  });
}

/** G4: whatever anybody received is in the database at the end, in these words or as an earlier wording. */
export async function nothingInvented(
  forum: Forum,
  witness: Witness,
  rows: readonly StoredComment[],
): Promise<string[]> {
  const words = new Map(rows.map(({ id, html }) => [id, new Set([html])]));
  for (const { id, html } of await forum.query<{ id: string; html: string }>(
    'select comment_id id, html from comment_revisions',
  ))
    words.get(id)?.add(html);
  return [...witness.received.values()].flatMap(({ id, html, state }) => {
    const known = words.get(id);
    if (!known) return [`${id} was received and does not exist`];
    return state !== 'visible' || known.has(html) ? [] : [`${id} was received with words it never had: ${html}`];
  });
}

/** Waits until every reader holds everything; answers how long that took, or throws with who did not. */
export async function inSync(forum: Forum, readers: readonly Reader[], patience: number): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const heads = new Map(
      (await forum.query<{ id: string; seq: number }>('select thread_id id, seq from thread_heads')).map(
        ({ id, seq }) => [id, seq],
      ),
    );
    const behind = readers.filter(({ client, threadId }) => client.n !== heads.get(threadId));
    if (behind.length === 0) return performance.now() - begun;
    if (performance.now() - begun > patience)
      throw new Error(
        `after ${patience} ms ${behind.length} of ${readers.length} readers are not in sync: ${behind
          .slice(0, 3)
          .map(
            ({ client, threadId, socket }) =>
              `at ${client.n} of ${heads.get(threadId)}, ${socket.connected ? 'connected' : 'not connected'}`,
          )
          .join('; ')}`,
      );
    await wait(50);
  }
}

/**
 * The delay, in milliseconds, with which the latest of all readers had the latest acknowledged comment of their thread.
 */
export function lateness(readers: readonly Reader[], said: readonly SentComment[]): number {
  let most = 0;
  for (const { id, ackedAt, threadId } of said) {
    if (ackedAt === null) continue;
    for (const reader of readers)
      if (reader.threadId === threadId) most = Math.max(most, (reader.heldAt.get(id!) ?? Infinity) - ackedAt);
  }
  return most;
}

/** G1 to G4 and the half of G6 that anybody can see, all exactly. */
export async function expectAllTrue(
  forum: Forum,
  { said, readers, witness }: { said: readonly SentComment[]; readers: readonly Reader[]; witness: Witness },
): Promise<void> {
  const rows = await rowsOf(forum);
  expect({
    G1: onceEach(said, rows).slice(0, 5),
    G2: [...(await unbrokenNumbers(forum)), ...inOrder(said)].slice(0, 5),
    G3: equalLists(readers, rows).slice(0, 5),
    G4: (await nothingInvented(forum, witness, rows)).slice(0, 5),
    G6: witness.contradictions.slice(0, 5),
  }).toEqual({ G1: [], G2: [], G3: [], G4: [], G6: [] });
}

/**
 * Refusals a client may meet while something is broken: no answer at all, or 503 that says when to come back. Never
 * 500, never a false 4xx.
 */
export function wrongAnswers(said: readonly SentComment[], { mayBeSilent }: { mayBeSilent: boolean }): string[] {
  return said.flatMap(({ attempts }) =>
    attempts.flatMap(({ status, hasRetryAfter }) => {
      if (status === 201 || (status === 503 && hasRetryAfter) || (status === 0 && mayBeSilent)) return [];
      return [`${status}${status === 503 ? ' without Retry-After' : ''}`];
    }),
  );
}

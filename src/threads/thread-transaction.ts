import { Problem } from '../kernel/problem.ts';
import { grouped } from '../kernel/by-key.ts';
import type { Tx } from '../platform/database/database.ts';
import { lockHeads, noChange, saveHeads, type HeadChange } from './thread-head.ts';
import type { Decision, ExclusiveWrite, BatchedWrite, ThreadContext, ThreadWrite, Written } from './thread-write.ts';

/** A queued write of any kind, with its thread. */
export interface Work {
  readonly threadId: string;
  readonly kind: ThreadWrite<unknown, unknown, unknown>;
  readonly input: unknown;
}

/** The outcome of a write; `absent` when its thread does not exist or is locked. */
export type Outcome<W extends Work> = { work: W } & (
  | { written: Written<unknown> }
  | { refused: unknown }
  | { absent: true }
);

type Lone = ExclusiveWrite<unknown, unknown, unknown>;
type Shared = BatchedWrite<unknown, unknown, unknown>;

/**
 * Runs all these writes in the given transaction, each step once for all: lock, read, decide, write. A refused one
 * writes nothing. Returns an outcome for each and the final numbers of the threads, which hold after the commit.
 */
export async function runWorks<W extends Work>(
  tx: Tx,
  works: readonly W[],
  { now, skip }: { now: Date; skip: boolean },
): Promise<{ outcomes: Outcome<W>[]; contexts: ThreadContext[] }> {
  const [contexts, shared] = await Promise.all([
    lockHeads(tx, [...new Set(works.map(({ threadId }) => threadId))], now, { skip }),
    readShared(tx, works, now),
  ]);
  const there = works.filter(({ threadId }) => contexts.has(threadId));
  const facts = new Map([...shared, ...(await readLone(tx, contexts, there))]);
  const changes = new Map([...contexts].map(([threadId]) => [threadId, noChange()]));
  const decided = there.map((work) =>
    decide(work, facts.get(work), contexts.get(work.threadId)!, changes.get(work.threadId)!),
  );
  await writeAll(tx, contexts, decided);
  saveHeads(
    tx,
    [...contexts].map(([threadId, context]) => [context, changes.get(threadId)!]),
  );
  const absent = works
    .filter(({ threadId }) => !contexts.has(threadId))
    .map((work): Outcome<W> => ({ work, absent: true }));
  return { outcomes: [...decided, ...absent], contexts: [...contexts.values()] };
}

/** Sends the reads of all batched kinds in the round trip that takes the locks; for absent threads they are wasted. */
async function readShared(tx: Tx, works: readonly Work[], now: Date): Promise<Map<Work, unknown>> {
  const facts = new Map<Work, unknown>();
  await Promise.all(
    [
      ...grouped(
        works.filter(({ kind }) => kind.isBatched),
        (work) => work.kind,
      ),
    ].map(async ([kind, ofKind]) => {
      const read = await (kind as Shared).read(tx, ofKind, now);
      ofKind.forEach((work, i) => facts.set(work, read[i]));
    }),
  );
  return facts;
}

async function readLone(
  tx: Tx,
  contexts: ReadonlyMap<string, ThreadContext>,
  works: readonly Work[],
): Promise<Map<Work, unknown>> {
  const facts = new Map<Work, unknown>();
  for (const [kind, ofKind] of grouped(
    works.filter(({ kind: { isBatched: shares } }) => !shares),
    (work) => work.kind,
  )) {
    const read = await (kind as Lone).read(
      tx,
      contexts.get(ofKind[0]!.threadId)!,
      ofKind.map(({ input }) => input),
    );
    ofKind.forEach((work, i) => facts.set(work, read[i]));
  }
  return facts;
}

function decide<W extends Work>(work: W, facts: unknown, context: ThreadContext, change: HeadChange): Outcome<W> {
  try {
    const decision = work.kind.decide(work.input, facts, context);
    return { work, written: { rows: decision.rows, numbers: number(context, change, decision) } };
  } catch (refused) {
    if (!(refused instanceof Problem)) throw refused;
    return { work, refused };
  }
}

/** Gives a decision's events the thread's next numbers: `n` to every event, `seq` to public ones. None, no counts. */
function number(
  context: ThreadContext,
  change: HeadChange,
  { events, counts, isActivity }: Decision<unknown>,
): Written<unknown>['numbers'] {
  if (events.length === 0) return [];
  const head = context.head as { n: number; seq: number };
  for (const [name, by] of Object.entries(counts ?? {}) as [keyof HeadChange['counts'], number][])
    change.counts[name] += by;
  if (isActivity) change.isActivity = true;
  return events.map((event) => {
    head.n += 1;
    if (event.isPublic) head.seq += 1;
    const numbers = { n: head.n, seq: event.isPublic ? head.seq : null };
    change.events.push({ event, numbers });
    return numbers;
  });
}

async function writeAll(
  tx: Tx,
  contexts: ReadonlyMap<string, ThreadContext>,
  decided: readonly Outcome<Work>[],
): Promise<void> {
  const writing = decided.flatMap((outcome) =>
    'written' in outcome && outcome.written.numbers.length > 0
      ? [{ ...outcome.written, threadId: outcome.work.threadId, kind: outcome.work.kind }]
      : [],
  );
  for (const [kind, written] of grouped(writing, (work) => work.kind)) {
    if (kind.isBatched) (kind as Shared).write(tx, written);
    else await (kind as Lone).write(tx, contexts.get(written[0]!.threadId)!, written);
  }
}

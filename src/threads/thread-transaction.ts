import { Problem } from '../kernel/problem.ts';
import { grouped } from '../kernel/by-key.ts';
import type { Tx } from '../platform/database/database.ts';
import { lockHeads, noChange, saveHeads, type HeadChange } from './thread-head.ts';
import type {
  WriteDecision,
  ExclusiveWrite,
  BatchedWrite,
  ThreadContext,
  ThreadWrite,
  NumberedDecision,
} from './thread-write.ts';

/** A queued write of any kind, with its thread. */
export interface SubmittedWrite {
  readonly threadId: string;
  readonly kind: ThreadWrite<unknown, unknown, unknown>;
  readonly input: unknown;
}

/** The outcome of a write; `absent` when its thread does not exist or is locked. */
export type WriteOutcome<W extends SubmittedWrite> = { submitted: W } & (
  | { written: NumberedDecision<unknown> }
  | { refused: unknown }
  | { absent: true }
);

type AnyExclusiveWrite = ExclusiveWrite<unknown, unknown, unknown>;
type AnyBatchedWrite = BatchedWrite<unknown, unknown, unknown>;

/**
 * Runs all these writes in the given transaction, each step once for all: lock, read, decide, write. A refused one
 * writes nothing. Returns an outcome for each and the final numbers of the threads, which hold after the commit.
 */
export async function runWrites<W extends SubmittedWrite>(
  tx: Tx,
  writes: readonly W[],
  { now, skip }: { now: Date; skip: boolean },
): Promise<{ outcomes: WriteOutcome<W>[]; contexts: ThreadContext[] }> {
  for (const { kind, input } of writes) if (!kind.isBatched) await kind.before?.(tx, input);
  const [contexts, shared] = await Promise.all([
    lockHeads(tx, [...new Set(writes.map(({ threadId }) => threadId))], now, { skip }),
    readBatched(tx, writes, now),
  ]);
  const there = writes.filter(({ threadId }) => contexts.has(threadId));
  const facts = new Map([...shared, ...(await readExclusive(tx, contexts, there))]);
  const changes = new Map([...contexts].map(([threadId]) => [threadId, noChange()]));
  const decided = there.map((submitted) =>
    decide(submitted, facts.get(submitted), contexts.get(submitted.threadId)!, changes.get(submitted.threadId)!),
  );
  await writeAll(tx, contexts, decided);
  saveHeads(
    tx,
    [...contexts].map(([threadId, context]) => [context, changes.get(threadId)!]),
  );
  const absent = writes
    .filter(({ threadId }) => !contexts.has(threadId))
    .map((submitted): WriteOutcome<W> => ({ submitted, absent: true }));
  return { outcomes: [...decided, ...absent], contexts: [...contexts.values()] };
}

/** Sends the reads of all batched kinds in the round trip that takes the locks; for absent threads they are wasted. */
async function readBatched(
  tx: Tx,
  writes: readonly SubmittedWrite[],
  now: Date,
): Promise<Map<SubmittedWrite, unknown>> {
  const facts = new Map<SubmittedWrite, unknown>();
  await Promise.all(
    [
      ...grouped(
        writes.filter(({ kind }) => kind.isBatched),
        (submitted) => submitted.kind,
      ),
    ].map(async ([kind, ofKind]) => {
      const read = await (kind as AnyBatchedWrite).read(tx, ofKind, now);
      ofKind.forEach((submitted, i) => facts.set(submitted, read[i]));
    }),
  );
  return facts;
}

async function readExclusive(
  tx: Tx,
  contexts: ReadonlyMap<string, ThreadContext>,
  writes: readonly SubmittedWrite[],
): Promise<Map<SubmittedWrite, unknown>> {
  const facts = new Map<SubmittedWrite, unknown>();
  for (const [kind, ofKind] of grouped(
    writes.filter(({ kind: { isBatched: shares } }) => !shares),
    (submitted) => submitted.kind,
  )) {
    const read = await (kind as AnyExclusiveWrite).read(
      tx,
      contexts.get(ofKind[0]!.threadId)!,
      ofKind.map(({ input }) => input),
    );
    ofKind.forEach((submitted, i) => facts.set(submitted, read[i]));
  }
  return facts;
}

function decide<W extends SubmittedWrite>(
  submitted: W,
  facts: unknown,
  context: ThreadContext,
  change: HeadChange,
): WriteOutcome<W> {
  try {
    const decision = submitted.kind.decide(submitted.input, facts, context);
    return { submitted, written: { rows: decision.rows, numbers: number(context, change, decision) } };
  } catch (refused) {
    if (!(refused instanceof Problem)) throw refused;
    return { submitted, refused };
  }
}

/** Gives a decision's events the thread's next numbers: `n` to every event, `seq` to public ones. None, no counts. */
function number(
  context: ThreadContext,
  change: HeadChange,
  { events, counts, isActivity }: WriteDecision<unknown>,
): NumberedDecision<unknown>['numbers'] {
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
  decided: readonly WriteOutcome<SubmittedWrite>[],
): Promise<void> {
  const writing = decided.flatMap((outcome) =>
    'written' in outcome && outcome.written.numbers.length > 0
      ? [{ ...outcome.written, threadId: outcome.submitted.threadId, kind: outcome.submitted.kind }]
      : [],
  );
  for (const [kind, written] of grouped(writing, (submitted) => submitted.kind)) {
    if (kind.isBatched) (kind as AnyBatchedWrite).write(tx, written);
    else await (kind as AnyExclusiveWrite).write(tx, contexts.get(written[0]!.threadId)!, written);
  }
}

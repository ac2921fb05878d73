import { forgetPersona } from '../accounts/forget-account.ts';
import type { Tx } from '../platform/database/database.ts';
import type { EventNumbers } from '../threads/thread-event.ts';
import type { ExclusiveWrite } from '../threads/thread-write.ts';
import type { Departure, PostsFate } from './departure.entity.ts';
import { partPersonaWrite } from './part-persona.write.ts';
import { scheduleDepartures } from './schedule-departures.ts';
import { takeBackVoteWrite } from './take-back-vote.write.ts';

/**
 * The means by which a departure is carried out: the thread writer of a server, or the one transaction of a restore.
 */
export interface DepartureTools {
  query: Tx['query'];
  submit<Input, Facts, Rows>(
    threadId: string,
    kind: ExclusiveWrite<Input, Facts, Rows>,
    input: Input,
  ): Promise<{ readonly numbers: readonly EventNumbers[] }>;
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export type DueDeparture = Pick<Departure, 'subjectId' | 'kind' | 'posts'>;

/** Detaches an upper module's rows from a departing persona, before the persona is forgotten. */
export type PersonaParting = (tools: DepartureTools, departure: DueDeparture, now: Date) => Promise<void>;

/** Carries out one departure, thread by thread. After an interruption a repetition continues. */
export async function completeDeparture(
  tools: DepartureTools,
  departure: DueDeparture,
  now: Date,
  partings: readonly PersonaParting[],
): Promise<void> {
  const { subjectId, kind, posts } = departure;
  const toForget = (tx: Tx): Promise<unknown> => tx.query('delete from departures where subject_id = $1', [subjectId]);
  if (kind === 'persona') {
    await inEachThread(tools, ['comments where persona_id = $1 and not is_anonymous', subjectId], partPersonaWrite, {
      posts,
      personaId: subjectId,
    });
    for (const part of partings) await part(tools, departure, now);
    await tools.transaction(async (tx) => {
      await releaseAnonymous(tx, { personaId: subjectId, posts, now });
      await forgetPersona(tx, subjectId);
      await toForget(tx);
    });
    return;
  }
  if (kind === 'question')
    await inEachThread(tools, ['comments where id = $1', subjectId], partPersonaWrite, {
      posts: 'remove',
      questionId: subjectId,
    });
  else await inEachThread(tools, ['votes where account_id = $1', subjectId], takeBackVoteWrite, subjectId);
  await tools.transaction(toForget);
}

async function inEachThread<Input, Facts, Rows>(
  tools: DepartureTools,
  [where, id]: readonly [string, string],
  kind: ExclusiveWrite<Input, Facts, Rows>,
  input: Input,
): Promise<void> {
  const threads = await tools.query<{ id: string }>(`select distinct thread_id id from ${where}`, [id]);
  for (const { id: threadId } of threads) while ((await tools.submit(threadId, kind, input)).numbers.length > 0);
}

interface DepartingPersona {
  personaId: string;
  posts: PostsFate;
  now: Date;
}

/**
 * Detaches a persona from its anonymous questions. Nothing public changes, hence no number; words that are removed, and
 * those that were never public, go at another hour.
 */
async function releaseAnonymous(tx: Tx, { personaId, posts, now }: DepartingPersona): Promise<void> {
  const released = await tx.query<{ id: string; seq: number | null }>(
    'update comments set persona_id = null where persona_id = $1 and is_anonymous returning id, seq',
    [personaId],
  );
  if (released.length === 0) return;
  await tx.query('delete from posting_keys where comment_id = any($1)', [released.map(({ id }) => id)]);
  const going = released.filter(({ seq }) => posts === 'remove' || seq === null);
  await scheduleDepartures(tx, { kind: 'question', subjectIds: going.map(({ id }) => id), posts: 'remove', now });
}

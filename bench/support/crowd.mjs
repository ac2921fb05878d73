import pg from 'pg';
import { atEnd, now, worker } from './processes.mjs';

/** Most readers of one process. */
const READERS_A_PROCESS = 5_000;

/** Processes for these readers; several crowds share them, so that all sides have the same load beside them. */
export const processesFor = (readers) =>
  Array.from({ length: Math.ceil(readers / READERS_A_PROCESS) }, () => worker('load/listeners.mjs'));

/** Opens readers under one name, spread evenly. */
export async function gather(workers, { side, readers, tokens = [], ...where }) {
  const share = Math.ceil(readers / workers.length);
  await Promise.all(
    workers.map(({ ask }, i) =>
      ask({
        doing: 'join',
        side,
        readers: Math.min(share, readers - i * share),
        tokens: tokens.slice(i * share, (i + 1) * share),
        ...where,
      }),
    ),
  );
  const all = (message) => Promise.all(workers.map(({ ask }) => ask({ side, ...message })));
  return {
    readers,
    /** Once all have reached a number, or patience ends: who did when, the frames of one reader, and errors. */
    async collect(upTo, patience) {
      const seen = await all({ doing: 'collect', upTo, patience });
      const sum = (key) => seen.reduce((total, each) => total + each[key], 0);
      return {
        steps: seen.flatMap(({ steps }) => steps),
        frames: seen.flatMap(({ frames }) => frames),
        behind: sum('behind'),
        lost: sum('lost'),
        asked: sum('asked'),
      };
    },
    leave: () => all({ doing: 'leave' }),
  };
}

/** The delays of each reader for each of the events, `{seq, at}`. */
export function delaysOf(steps, sent) {
  const delays = [];
  for (const { seq, at } of sent)
    for (const [from, to, moments] of steps)
      if (from < seq && seq <= to) for (const moment of moments) delays.push(moment - at);
  return delays;
}

/**
 * Notes the time at which each number of a thread was committed, by a trigger that notifies at the commit. An earlier
 * acknowledgement is used instead.
 */
export async function commitsOf(url) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  atEnd(() => client.end());
  const commits = new Map();
  client.on('notification', ({ payload }) => commits.set(payload, now()));
  await client.query(`
    create or replace function tell_commit() returns trigger language plpgsql as $$
      begin
        perform pg_notify('committed', new.thread_id || ' ' || new.seq);
        return null;
      end
    $$;
    drop trigger if exists tells_commit on thread_log;
    create trigger tells_commit
      after insert on thread_log
      for each row when (new.seq is not null)
      execute function tell_commit();
    listen committed`);
  return (threadId, seq, acknowledged) => Math.min(acknowledged, commits.get(`${threadId} ${seq}`) ?? Infinity);
}

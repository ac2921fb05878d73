import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase } from '../support/database.ts';
import { typed } from '../support/server.ts';
import { until } from '../support/world.ts';
import { equalLists, inOrder, inSync, onceEach, rowsOf, unbrokenNumbers } from './harness/checks.ts';
import { Forum } from './harness/forum.ts';
import { readersOf } from './harness/readers.ts';
import { saw, seconds } from './harness/report.ts';
import { BUILDING_MS, Dice, scaled, seed, wait } from './harness/scale.ts';
import { during, POSTS_A_SECOND, READERS } from './harness/scene.ts';
import { Witness } from './harness/witness.ts';
import { Writers } from './harness/writers.ts';

let forum: Forum;
let file: string;
beforeEach(async () => {
  forum = await Forum.open();
  file = path.join(forum.dir, 'backup.gz');
}, BUILDING_MS);
afterEach(() => forum?.close(), BUILDING_MS);

/**
 * A number and a hash of what a thread held when its number was so high: what was there by then, and has not changed
 * since.
 */
const PRINTS = `select h.thread_id thread, count(m.*)::int comments,
    coalesce(md5(string_agg(to_json(m)::text, '' order by m.id)), '') hash
  from json_to_recordset($1::json) as h(thread_id uuid, seq int)
  left join comments m on m.thread_id = h.thread_id and m.changed_seq <= h.seq and not m.id = any($2::uuid[])
  group by 1
  order by 1`;

async function ask<Row extends pg.QueryResultRow>(
  connectionString: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  try {
    await client.connect();
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

describe(`backups (seed ${seed})`, () => {
  it('F12: one taken while everybody writes holds every thread as it was at one moment', async () => {
    let [begunAt, took] = [0, 0];
    const outcome = await during(forum, 'F12', async () => {
      await wait(scaled(1_500, 20_000));
      begunAt = performance.now();
      expect(await typed(['backup', file], forum.node.settings)).toMatchObject({ code: 0 });
      took = performance.now() - begunAt;
      await wait(1_500);
    });
    const copy = await freshDatabase();
    expect(await typed(['restore', file], { ...forum.node.settings, DATABASE_URL: copy.url })).toMatchObject({
      code: 0,
    });
    const rows = await ask<{ id: string; thread: string; changedSeq: number }>(
      copy.url,
      'select id, thread_id thread, changed_seq "changedSeq" from comments',
    );
    // The place of each thread at the moment of the backup: its log, without the lift of the restore.
    const heads = await ask<{ thread_id: string; seq: number }>(
      copy.url,
      'select thread_id, max(seq)::int seq from thread_log where seq < 1000000 group by 1',
    );
    const changedSince = (
      await forum.query<{ id: string }>(
        `select m.id from comments m
         join json_to_recordset($1::json) as h(thread_id uuid, seq int) on m.thread_id = h.thread_id
           and m.changed_seq > h.seq`,
        [JSON.stringify(heads)],
      )
    ).map(({ id }) => id);
    const prints = await Promise.all(
      [copy.url, await forum.primaryUrl()].map((url) => ask(url, PRINTS, [JSON.stringify(heads), changedSince])),
    );
    expect(prints[0]).toEqual(prints[1]);
    // Nothing is there that came later, and all is there that was acknowledged before.
    const seqs = new Map(heads.map((head) => [head.thread_id, head.seq]));
    expect(rows.filter((row) => row.changedSeq > seqs.get(row.thread)!)).toEqual([]);
    const there = new Set(rows.map(({ id }) => id));
    expect(outcome.said.filter(({ id, ackedAt }) => ackedAt !== null && ackedAt < begunAt && !there.has(id!))).toEqual(
      [],
    );
    expect(rows.length).toBeGreaterThan(10);
    await copy.drop();
    saw(
      'F12',
      `taken in ${seconds(took)} while ${outcome.said.length} things were said: ${rows.length} comments of ` +
        `${heads.length} threads, a hash of each thread equal to the original's at that moment`,
    );
  });

  it("F14: yesterday's, restored under connected clients, is what all of them end with", async () => {
    const [dice, witness] = [new Dice('F14'), new Witness()];
    const readers = await readersOf(forum, witness, { count: READERS, dice });
    const before = new Writers(forum, dice, { perSecond: POSTS_A_SECOND, stirring: 0.1 }).start();
    await wait(scaled(2_000, 20_000));
    expect(await typed(['backup', file], forum.node.settings)).toMatchObject({ code: 0 });
    // Comments from here on will be lost; readers hold them all the same.
    await wait(scaled(2_000, 20_000));
    const old = await before.finish();
    await inSync(forum, readers, 20_000);
    await forum.node.server.ends('SIGKILL');
    await forum.moveToAnother();
    expect(await typed(['restore', file], forum.node.settings)).toMatchObject({ code: 0 });
    await forum.node.start();
    await forum.signInAgain();
    const begun = performance.now();
    await inSync(forum, readers, 30_000);
    const backAfter = performance.now() - begun;
    const restored = await rowsOf(forum);
    const again = new Writers(forum, dice, { perSecond: POSTS_A_SECOND, stirring: 0.1 }).start();
    await wait(scaled(2_000, 10_000));
    const said = await again.finish();
    await inSync(forum, readers, 20_000);
    const rows = await rowsOf(forum);
    const lost = old.filter(({ id }) => id !== null && !rows.some((row) => row.id === id)).length;
    expect({
      G1: onceEach(said, rows),
      G2: [...(await unbrokenNumbers(forum)), ...inOrder(said)],
      G3: equalLists(readers, rows),
    }).toEqual({ G1: [], G2: [], G3: [] });
    expect(lost).toBeGreaterThan(0);
    await until(
      'every reader of the log to be at its end',
      async () =>
        (await forum.query('select from reader_places p join thread_heads h using (thread_id) where p.n <> h.n'))
          .length === 0,
      30_000,
    );
    for (const reader of readers) {
      expect(reader.resets).toBeGreaterThanOrEqual(1);
      reader.leave();
    }
    saw(
      'F14',
      `${restored.length} comments restored, ${lost} said since the backup gone: ${READERS} readers in sync ` +
        `${seconds(backAfter)} after, and after ${said.length} more things said; readers of the log at its end`,
    );
  });
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { until } from '../support/world.ts';
import { wrongAnswers } from './harness/checks.ts';
import { Forum } from './harness/forum.ts';
import { saw, seconds } from './harness/report.ts';
import { scaled, seed, wait } from './harness/scale.ts';
import { counted, during } from './harness/scene.ts';

/** A small disk of its own; null where none may be mounted. */
function smallDisk(): string | null {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'aftertalk-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=220m,mode=755', 'aftertalk', dir], { stdio: 'ignore' });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return null;
  }
}

const disk = smallDisk();
/** CAP_SYS_ADMIN: whoever has it can mount. */
const mayMount =
  ((BigInt(`0x${/CapEff:\s*(\w+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'}`) >> 21n) & 1n) === 1n;
if (disk === null) process.stdout.write('F6 (disk full) is left out here: only who may mount can make a small disk.\n');

let forum: Forum | undefined;
afterAll(async () => {
  await forum?.close();
  if (disk === null) return;
  execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Takes all that is left of the disk. Answers how to give it back. */
async function fill(dir: string): Promise<() => Promise<void>> {
  const file = path.join(dir, 'ballast');
  const ballast = await open(file, 'w');
  const { bavail, bsize } = await statfs(dir);
  const piece = Buffer.alloc(bsize);
  try {
    for (let left = bavail + 1; left > 0; left -= 1) await ballast.write(piece);
  } catch {
    /* full */
  }
  await ballast.close();
  return () => rm(file);
}

async function takeAnotherSegment(connectionString: string): Promise<void> {
  const admin = new pg.Client({ connectionString, query_timeout: 3_000, connectionTimeoutMillis: 3_000 });
  admin.on('error', () => undefined);
  try {
    await admin.connect();
    await admin.query('select pg_switch_wal()');
  } finally {
    // A server without a disk may never answer a goodbye.
    await Promise.race([admin.end().catch(() => undefined), wait(3_000)]);
  }
}

describe(`a disk that is full under the data (seed ${seed})`, () => {
  const here = disk === null ? it.skip : it;
  here(
    'F6: nothing is acknowledged without its commit, refusals say when to come back, and writing goes on by itself',
    async () => {
      forum = await Forum.open({ database: 'own', dir: disk! });
      let refusedAfter = 0;
      let resumedAfter = 0;
      const outcome = await during(
        forum,
        'F6',
        async ({ writers }) => {
          await wait(1_500);
          const release = await fill(disk!);
          const full = performance.now();
          const isRefused = (): boolean => writers.attempts.some(({ at, status }) => at > full && status === 503);
          await until(
            'a refusal',
            async () => {
              // Words alone would need long to fill the segments of the log that are there already.
              if (!isRefused())
                await forum!
                  .primaryUrl()
                  .then(takeAnotherSegment)
                  .catch(() => undefined);
              return isRefused();
            },
            60_000,
          );
          refusedAfter = performance.now() - full;
          await wait(scaled(2_000, 30_000));
          await release();
          const healed = performance.now();
          await until(
            'somebody to be acknowledged',
            () => writers.said.some(({ ackedAt }) => ackedAt !== null && ackedAt > healed),
            60_000,
          );
          resumedAfter = performance.now() - healed;
          await wait(1_500);
        },
        { patience: 40_000 },
      );
      expect(wrongAnswers(outcome.said, { mayBeSilent: false })).toEqual([]);
      saw(
        'F6',
        `a disk of 220 MB full for ${seconds(scaled(2_000, 30_000))}: refused ${seconds(refusedAfter)} after ` +
          `it was full, acknowledged again ${seconds(resumedAfter)} after it was not; ` +
          `${counted(outcome.attempts)}`,
      );
    },
    600_000,
  );

  it('F6: is tried wherever a disk can be mounted', () => {
    expect({ mayMount, isCi: process.env['CI'] === 'true', hasDisk: disk !== null }).not.toEqual({
      mayMount: true,
      isCi: true,
      hasDisk: false,
    });
  });
});

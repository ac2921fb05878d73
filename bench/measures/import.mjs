import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { furnish } from '../support/conference.mjs';
import { compare } from '../support/figures.mjs';
import { watching } from '../support/cpu.mjs';
import { madeProgramme } from '../support/made-programme.mjs';
import { dataDir, root, startProduct } from '../support/product.mjs';
import { now, worker } from '../support/processes.mjs';

const LISTENERS = 50;
const POSTING = 20;
const MEGABYTE = 1024 * 1024;

/** Most CPU time in seconds, and most memory in megabytes, for one megabyte of a programme. */
const CPU_SECONDS = 0.4;
const MEMORY = 40;

/** FOSDEM's programme of 2026 if `SCHEDULES_DIR` has it, as for the tests. */
async function files() {
  const real = process.env.SCHEDULES_DIR
    ? await readFile(path.join(process.env.SCHEDULES_DIR, 'schedule-xml/fosdem-2026.xml')).catch(() => null)
    : null;
  return [['made', 'application/json', madeProgramme()], ...(real ? [['fosdem-2026', 'application/xml', real]] : [])];
}

/**
 * Imports large programmes, dry and for real, into a server with fifty sockets and twenty authors: its effect on their
 * posting, the cost of a megabyte, the longest block of the event loop.
 */
export async function measure({ full }) {
  const product = await startProduct({
    dir: await dataDir(),
    flags: ['--import', path.join(root, 'bench/support/own-loop.mjs')],
  });
  const { threadIds, tokens, organizer } = await furnish(product, { threads: POSTING, participants: POSTING });
  const [load, listening] = [worker('load/requests.mjs'), worker('load/listeners.mjs')];
  await listening.ask({
    doing: 'join',
    side: 'listeners',
    port: product.port,
    threadId: threadIds[0],
    readers: LISTENERS,
  });
  const seconds = full ? 8 : 4;
  const posting = () =>
    load.ask({
      port: product.port,
      connections: POSTING,
      seconds,
      requests: { kind: 'post', threadIds, tokens },
      expect: 201,
    });
  await posting();
  const lines = [];
  for (const [name, type, file] of await files()) {
    const idle = await posting();
    for (const dryRun of [true, false])
      lines.push(await imported(product, { name, type, file, dryRun, organizer, idle, posting }));
  }
  return lines;
}

async function imported(product, { name, type, file, dryRun, organizer, idle, posting }) {
  const day = '2026-05-02';
  const slug = `${name}-${dryRun ? 'dry' : 'real'}`;
  await product.ask('POST', '/admin/conferences', {
    token: organizer,
    body: { slug, title: name, timeZone: 'Europe/Paris', locale: 'en', startsOn: day, endsOn: day },
  });
  await loopOf(product);
  const quiet = await watching({ server: product.pid, postgres: product.postmaster.pid }, () =>
    importing(product, { slug, type, file, dryRun, organizer }),
  );
  const loop = await loopOf(product);
  const [beside, busy] = await Promise.all([
    posting(),
    importing(product, { slug, type, file, dryRun: true, organizer }),
  ]);
  const megabytes = file.length / MEGABYTE;
  const [cpu, memory] = [quiet.cpu.server / 1000 / megabytes, (loop.peak - loop.before) / megabytes];
  const rounds = [
    {
      value: { figure: beside.p99, cpuPerRequest: quiet.cpu.server * 1000, missing: beside.refused },
      bare: { figure: idle.p99, cpuPerRequest: 0 },
      others: quiet.others,
    },
  ];
  return compare({
    name: `import-${slug}`,
    unit: 'ms',
    what: `p99 of posting beside the import of ${megabytes.toFixed(1)} MB, against posting alone`,
    target: { atMost: 2 },
    rounds,
    notes: [
      `took ${(quiet.answer / 1000).toFixed(1)} s alone, ${(busy / 1000).toFixed(1)} s beside others`,
      `${cpu.toFixed(2)} s of CPU a megabyte (at most ${CPU_SECONDS}), ${memory.toFixed(0)} MB of memory a ` +
        `megabyte (at most ${MEMORY})`,
      `the event loop stood still for ${loop.longest.toFixed(0)} ms at most (at most 50)`,
    ],
  });
}

async function importing(product, { slug, type, file, dryRun, organizer }) {
  const begun = now();
  const response = await fetch(`${product.base}/api/v1/admin/conferences/${slug}/imports?dryRun=${dryRun}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${organizer}`, 'content-type': type },
    body: file,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the import of ${slug} was answered ${response.status}: ${text}`);
  return now() - begun;
}

/** The server's own figures since they were last read: longest block of its loop, memory before and at most. */
async function loopOf(product) {
  process.kill(product.pid, 'SIGUSR2');
  const file = path.join(product.dir, 'own-loop.json');
  for (const begun = now(); now() - begun < 10_000;) {
    const text = await readFile(file, 'utf8').catch(() => null);
    const figures = text && JSON.parse(text);
    if (figures && figures.asked > (product.loopsAsked ?? 0)) {
      product.loopsAsked = figures.asked;
      return figures;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
  throw new Error('waited 10 s for the figures of the loop');
}

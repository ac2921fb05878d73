import { compare, median } from '../support/figures.mjs';
import { discuss, furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { VOCABULARY } from '../support/discussion.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { startSeeded } from '../support/seeded.mjs';
import { worker } from '../support/processes.mjs';

const CLIENTS = 64;
const THREADS = 50;

/** Words that many, some and few comments hold. */
const SOUGHT = [VOCABULARY[3], VOCABULARY[150], VOCABULARY[6_000], `${VOCABULARY[20]} ${VOCABULARY[90]}`];

/**
 * Measures the cost of a million comments (by default a tenth) to later users: reading a hot page, posting in many
 * threads, searching, each against the same on an empty database with the same new conference. 1.2 is a fifth more
 * time.
 */
export async function measure({ full }) {
  const comments = full ? 1_000_000 : 100_000;
  const sides = {
    value: await furnished(await startSeeded(comments)),
    bare: await furnished(await startProduct({ dir: await dataDir() })),
  };
  const load = worker('load/requests.mjs');
  const seconds = full ? 10 : 1;
  const beside = `with ${comments.toLocaleString('en')} comments stored, against an empty database`;
  return [
    await alternate('grow-read', `µs for a hot page, 100 connections, ${beside}`, sides, async ({ product, pages }) =>
      perRequest(
        await load.ask({
          port: product.port,
          connections: 100,
          seconds,
          requests: { kind: 'get', path: pages, headers: '' },
          expect: 200,
        }),
        seconds,
      ),
    ),
    await alternate(
      'grow-post',
      `µs for a comment, 64 clients in 50 threads, ${beside}`,
      sides,
      async ({ product, threadIds, tokens }) =>
        perRequest(
          await load.ask({
            port: product.port,
            connections: CLIENTS,
            seconds,
            requests: { kind: 'post', threadIds, tokens },
            expect: 201,
          }),
          seconds,
        ),
    ),
    await alternate('grow-search', `p50 of a search, one at a time, ${beside}`, sides, search, 'ms'),
  ];
}

async function furnished(product) {
  const { threadIds, tokens } = await furnish(product, { threads: THREADS, participants: CLIENTS });
  await discuss(product, { threadId: threadIds[0], tokens, comments: 50 });
  const { items } = await product.ask('GET', '/conferences');
  const conference = items.find(({ slug }) => slug.startsWith('seeded-'))?.slug ?? 'bench';
  return { product, threadIds, tokens, pages: `/api/v1/threads/${threadIds[0]}/comments`, conference };
}

const perRequest = ({ inTime, answered, refused }, seconds) => ({
  figure: (seconds * 1e6) / inTime,
  answered,
  missing: refused,
});

async function search({ product, conference }) {
  const took = [];
  for (let i = 0; i < 5 * SOUGHT.length; i += 1) {
    const begun = performance.now();
    await product.ask(
      'GET',
      `/conferences/${conference}/search?q=${encodeURIComponent(SOUGHT[i % SOUGHT.length])}&limit=${20 + (i % 5)}`,
    );
    took.push(performance.now() - begun);
  }
  return { figure: median(took), answered: took.length, missing: 0 };
}

async function alternate(name, what, sides, take, unit = 'µs') {
  const side = async (each) => {
    const { answer, cpu, others } = await watching(
      { server: each.product.pid, postgres: each.product.postmaster.pid },
      () => take(each),
    );
    return { ...answer, cpuPerRequest: (cpu.server * 1_000) / answer.answered, others };
  };
  for (const each of Object.values(sides)) await side(each);
  const rounds = [];
  for (let i = 0; i < 5; i += 1) {
    const [value, bare] = [await side(sides.value), await side(sides.bare)];
    rounds.push({ value, bare, others: (value.others + bare.others) / 2 });
  }
  return compare({ name, unit, what, target: { atMost: 1.2 }, rounds, notes: [] });
}

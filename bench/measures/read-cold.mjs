import { compare, median, quantile } from '../support/figures.mjs';
import { words } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { startSeeded } from '../support/seeded.mjs';
import { worker } from '../support/processes.mjs';
import { tokenOf } from '../support/seeded-people.mjs';

/**
 * An uncached page in a database of a million comments (by default a tenth): what the first reader after each comment
 * waits for. Bare limit: the same statement sent by `pg`.
 *
 * Then the first and the thousandth page of the longest thread, against the first pages of threads of a hundred.
 */
export async function measure({ full }) {
  const product = await startSeeded(full ? 1_000_000 : 100_000);
  const { long, short } = await threadsIn(product);
  const token = tokenOf(0, 1);
  const bare = worker('bare/statement.mjs');
  await bare.ask({ doing: 'connect', url: product.databaseUrl });
  const deep = await cursorOfPage(product, long, full ? 1_000 : 100);
  const places = {
    short: (i) => [short[i % short.length], ''],
    long: () => [long, ''],
    deep: () => [long, `&cursor=${encodeURIComponent(deep)}`],
  };

  let said = 0;
  /** After a new comment nothing of the thread is cached. */
  const cold = async (kind, i) => {
    const [threadId, more] = places[kind](i);
    await product.ask('POST', `/threads/${threadId}/comments`, { token, body: { body: words((said += 1)) } });
    const begun = performance.now();
    await product.ask('GET', `/threads/${threadId}/comments?limit=50${more}`);
    return performance.now() - begun;
  };
  const round = async (samples) => {
    const took = { short: [], long: [], deep: [] };
    for (let i = 0; i < samples; i += 1) for (const kind of Object.keys(took)) took[kind].push(await cold(kind, i));
    return took;
  };
  const samples = full ? 100 : 20;
  await round(10);
  const rounds = [];
  for (let i = 0; i < 5; i += 1) {
    const {
      answer: took,
      cpu,
      others,
    } = await watching({ server: product.pid, postgres: product.postmaster.pid }, () => round(samples));
    const limit = await bare.ask({
      doing: 'run',
      threads: Object.values(places).flatMap((place) =>
        Array.from({ length: samples }, (_, k) => ({
          threadId: place(k)[0],
          cursor: place === places.deep ? deep : undefined,
        })),
      ),
    });
    rounds.push({ took, limit, others, cpuPerRequest: (cpu.server * 1_000) / (3 * samples) });
  }
  const line = ({ name, what, target, value, bareOf, notes = [] }) =>
    compare({
      name,
      unit: 'ms',
      what,
      target,
      notes,
      rounds: rounds.map((each) => ({
        value: { figure: value(each), cpuPerRequest: each.cpuPerRequest },
        bare: { figure: bareOf(each), cpuPerRequest: NaN },
        others: each.others,
      })),
    });
  const total = full ? '1,000,000' : '100,000';
  return [
    line({
      name: 'read-cold',
      what: `p50 of a page that is not in memory, ${total} comments stored, beside bare pg with the same statement`,
      target: { valueAtMost: 15 },
      value: ({ took }) => median(Object.values(took).flat()),
      bareOf: ({ limit }) => median(limit.took),
      notes: [
        `p99 ${quantile(
          rounds.flatMap(({ took }) => Object.values(took).flat()),
          0.99,
        ).toFixed(1)} ms; CPU includes the comment that was posted before each page`,
      ],
    }),
    line({
      name: 'read-cold-long',
      what: `p50 of the first page of a thread of ${full ? '100,000' : '10,000'}, against threads of a hundred`,
      target: { atMost: 1.2 },
      value: ({ took }) => median(took.long),
      bareOf: ({ took }) => median(took.short),
    }),
    line({
      name: 'read-cold-deep',
      what: `p50 of page ${full ? '1,000' : '100'} of that thread, against the first page of threads of a hundred`,
      target: { atMost: 1.2 },
      value: ({ took }) => median(took.deep),
      bareOf: ({ took }) => median(took.short),
    }),
  ];
}

/** The longest thread, and those of about a hundred comments in the same conference. */
async function threadsIn(product) {
  const threads = [];
  let next = '';
  do {
    const page = await product.ask(
      'GET',
      `/conferences/seeded-00/threads?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`,
    );
    threads.push(...page.items);
    next = page.next;
  } while (next);
  const said = ({ counts }) => counts.comments + counts.questions;
  const long = threads.toSorted((a, b) => said(b) - said(a))[0];
  return {
    long: long.id,
    short: threads.filter((thread) => said(thread) >= 95 && said(thread) <= 102).map(({ id }) => id),
  };
}

/** Found by paging through the API, a hundred at a time, because cursors are opaque. */
async function cursorOfPage(product, threadId, page) {
  let cursor = '';
  for (let read = 0; read < page * 50; read += 100)
    cursor = (
      await product.ask(
        'GET',
        `/threads/${threadId}/comments?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      )
    ).next;
  return cursor;
}

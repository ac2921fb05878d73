import { compare } from '../support/figures.mjs';
import { discuss, furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { worker } from '../support/processes.mjs';

/** Headers that Node writes itself, on both sides. */
const OWN = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

const CONNECTIONS = 100;
const ROUNDS = 11;

/**
 * The common part of the reading measures: a thread with 50 comments, read by 100 connections, and a bare Fastify with
 * the same answer.
 */
export async function reading({ name, what, target, isPage = false, isConditional = false, full }) {
  const product = await startProduct({ dir: await dataDir() });
  const { threadIds, tokens } = await furnish(product, { threads: 1, participants: 5 });
  await discuss(product, { threadId: threadIds[0], tokens, comments: 50 });
  const path = isPage ? '/c/bench/t/thread-0' : `/api/v1/threads/${threadIds[0]}/comments`;
  const answer = await fetch(product.base + path, { headers: { 'accept-encoding': 'identity' } });
  const body = await answer.text();
  const comments = isPage ? body.match(/<article class="comment /g)?.length : JSON.parse(body).items.length;
  if (comments !== 50) throw new Error(`the page holds ${comments} comments, not 50`);
  const headers = Object.fromEntries([...answer.headers].filter(([header]) => !OWN.includes(header)));
  const [bare, load] = [worker('bare/fastify.mjs'), worker('load/requests.mjs')];
  const { port } = await bare.ask({ path, headers, body, etag: headers.etag });
  const condition = isConditional ? `if-none-match: ${headers.etag}\r\n` : '';
  const ask = {
    connections: CONNECTIONS,
    requests: { kind: 'get', path, headers: condition },
    expect: isConditional ? 304 : 200,
  };
  const sides = { value: { pid: product.pid, port: product.port }, bare: { pid: bare.pid, port } };
  const postgres = product.postmaster.pid;

  const take = async (side, seconds) => {
    const seen = await watching({ server: side.pid, load: load.pid, postgres }, () =>
      load.ask({ ...ask, port: side.port, seconds }),
    );
    if (seen.answer.refused > 0)
      throw new Error(`${seen.answer.refused} requests were answered ${seen.answer.firstRefusal}`);
    return {
      figure: seen.answer.inTime / seconds,
      cpuPerRequest: (seen.cpu.server * 1000) / seen.answer.answered,
      p99: seen.answer.p99,
      loadCpu: (seen.cpu.load * 1000) / seen.answer.answered,
      others: seen.others,
    };
  };

  // A fresh process takes more CPU time a request, on both sides, until its code is compiled.
  for (const side of [...Object.values(sides), ...Object.values(sides)]) await take(side, 1.5);
  const rounds = [];
  // Many short rounds, alternating, because the machine's speed changes from second to second.
  for (let i = 0; i < ROUNDS; i += 1) {
    const [value, limit] = [await take(sides.value, full ? 10 : 0.7), await take(sides.bare, full ? 10 : 0.7)];
    rounds.push({ value, bare: limit, others: (value.others + limit.others) / 2 });
  }
  const last = rounds.at(-1);
  return [
    compare({
      name,
      unit: 'requests/s',
      what,
      target,
      rounds,
      notes: [
        `${isConditional ? 'no body' : `${Buffer.byteLength(body).toLocaleString('en')} bytes a body`}; p99 ` +
          `${last.value.p99.toFixed(1)} ms, bare ${last.bare.p99.toFixed(1)} ms; the clients spent ` +
          `${last.value.loadCpu.toFixed(0)} and ${last.bare.loadCpu.toFixed(0)} µs a request`,
      ],
    }),
  ];
}

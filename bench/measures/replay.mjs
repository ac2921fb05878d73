import { compare, quantile } from '../support/figures.mjs';
import { furnish, words } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { worker } from '../support/processes.mjs';

const CLIENTS = 500;
const BEHIND = 1_000;

/**
 * Five hundred clients return at once, a thousand changes behind: seconds until the last is up to date. Bare limit:
 * Socket.IO answering the same requests from memory.
 */
export async function measure() {
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
  } = await furnish(product, { threads: 1, participants: 50 });
  for (let i = 0; i < BEHIND; i += tokens.length)
    await Promise.all(
      tokens.map((token, k) =>
        product.ask('POST', `/threads/${threadId}/comments`, { token, body: { body: words(i + k) } }),
      ),
    );
  const { seq } = await product.ask('GET', `/threads/${threadId}`);
  const changes = await answersSince(product, threadId, seq - BEHIND);
  const [bare, load] = [worker('bare/sockets.mjs'), worker('load/listeners.mjs')];
  const { port } = await bare.ask({ doing: 'listen' });
  await bare.ask({ doing: 'hold', changes });

  const take = async (pid, at) => {
    const { answer, cpu, others } = await watching({ server: pid, postgres: product.postmaster.pid }, () =>
      load.ask({ doing: 'replay', port: at, threadId, readers: CLIENTS, after: seq - BEHIND }),
    );
    return {
      figure: Math.max(...answer.took) / 1_000,
      median: quantile(answer.took, 0.5),
      cpuPerRequest: (cpu.server * 1_000) / CLIENTS,
      hashes: answer.hashes,
      refused: answer.refused,
      missing: CLIENTS - answer.took.length + answer.hashes.length - 1,
      others,
    };
  };
  await take(product.pid, product.port);
  await take(bare.pid, port);
  const rounds = [];
  for (let i = 0; i < 5; i += 1) {
    const [value, limit] = [await take(product.pid, product.port), await take(bare.pid, port)];
    rounds.push({ value, bare: limit, others: (value.others + limit.others) / 2 });
  }
  const lists = new Set(rounds.flatMap(({ value, bare: limit }) => [...value.hashes, ...limit.hashes]));
  const bytes = changes.reduce((sum, each) => sum + Buffer.byteLength(JSON.stringify(each)), 0);
  return [
    compare({
      name: 'replay',
      unit: 's',
      target: { valueAtMost: 15 },
      rounds,
      what:
        `until the last of ${CLIENTS} clients that were ${BEHIND.toLocaleString('en')} changes behind is in ` +
        'sync, beside bare Socket.IO with the same answers',
      notes: [
        `${lists.size === 1 ? 'all lists were the same to the byte' : `${lists.size} DIFFERENT LISTS`}: ` +
          `${changes.reduce((sum, { comments }) => sum + comments.length, 0).toLocaleString('en')} comments in ` +
          `${changes.length} answers of ` +
          `${Math.round(bytes / 1_000).toLocaleString('en')} kB in all`,
        `${rounds.reduce((sum, { value }) => sum + value.refused, 0)} questions were answered 503 and asked again`,
      ],
    }),
  ];
}

async function answersSince(product, threadId, after) {
  const answers = [];
  do answers.push(await product.ask('GET', `/threads/${threadId}/changes?after=${answers.at(-1)?.to ?? after}`));
  while (answers.at(-1).more);
  return answers;
}

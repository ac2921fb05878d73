import { compare } from '../support/figures.mjs';
import { furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now } from '../support/processes.mjs';
import pg from 'pg';

const HELD = 10_000;
const ASKED = 40;

/**
 * The first page of a moderator's queue with 10,000 held comments in a hundred threads, against the queue of an empty
 * conference of the same server.
 */
export async function measure({ full }) {
  const product = await startProduct({ dir: await dataDir() });
  const { organizer: token } = await furnish(product, { threads: 100, participants: 5 });
  const day = new Date().toISOString().slice(0, 10);
  await product.ask('POST', '/admin/conferences', {
    token,
    body: { slug: 'empty', title: 'Empty', timeZone: 'UTC', locale: 'en', startsOn: day, endsOn: day },
  });
  await holdMany(product);
  const page = await product.ask('GET', '/admin/conferences/bench/queue', { token });
  if (page.items.length !== 50) throw new Error(`the first page holds ${page.items.length} things`);

  const take = async (slug) => {
    const times = [];
    const seen = await watching({ server: product.pid, postgres: product.postmaster.pid }, async () => {
      for (let i = 0; i < (full ? ASKED * 5 : ASKED); i += 1) {
        const begun = now();
        await product.ask('GET', `/admin/conferences/${slug}/queue`, { token });
        times.push(now() - begun);
      }
    });
    return {
      figure: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)],
      cpuPerRequest: (seen.cpu.server * 1000) / times.length,
      others: seen.others,
    };
  };
  for (const slug of ['bench', 'empty']) await take(slug);
  const rounds = [];
  for (let i = 0; i < 5; i += 1) {
    const [value, bare] = [await take('bench'), await take('empty')];
    rounds.push({ value, bare, others: (value.others + bare.others) / 2 });
  }
  return [
    compare({
      name: 'queue',
      unit: 'ms',
      what: 'the first page of a queue with 10,000 held comments, against an empty one',
      target: { atMost: 1.5 },
      rounds,
    }),
  ];
}

async function holdMany(product) {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(
    `insert into comments (
       id, thread_id, kind, persona_id, author_name, source, html, held_at, held_because, posted_at
     )
     select gen_random_uuid(), t.id, 'comment', p.id, p.name, 'Held ' || i, '<p>Held ' || i || '</p>',
       now() - i * interval '1 second', 'first', now() - i * interval '1 second'
     from generate_series(1, $1) i
     join (select id, row_number() over () - 1 k from threads) t on t.k = i % 100
     cross join (select id, name from personas limit 1) p`,
    [HELD],
  );
  await client.query('analyze comments');
  await client.end();
}

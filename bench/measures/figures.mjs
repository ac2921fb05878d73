import pg from 'pg';
import { compare } from '../support/figures.mjs';
import { signIn } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { now } from '../support/processes.mjs';
import { dataDir, ORGANIZER, startProduct } from '../support/product.mjs';

const TALKS = 300;
const DAYS = 3;
const PEOPLE = 5_000;
const READ = 20;

/**
 * The pages of figures of one conference with a million comments (by default a tenth), from kept sums and counted anew,
 * against the page of an empty conference. A page that is being counted is asked again until it has its numbers. The
 * comments come by SQL: a tenth are questions, half of them answered, and there are as many votes as comments.
 */
export async function measure({ full }) {
  const comments = full ? 1_000_000 : 100_000;
  const product = await startProduct({ dir: await dataDir() });
  const [token] = await signIn(product, [ORGANIZER]);
  await open(product, token, 'bench', TALKS);
  await open(product, token, 'empty', 1);
  const database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
  await fill(database, comments);
  const { rows } = await database.query(
    `select t.slug, to_char(t.starts_at, 'YYYY-MM-DD') "day"
     from threads t
     join thread_heads h on h.thread_id = t.id
     where t.talk_id is not null and h.comments > 100
     order by h.comments desc limit 1`,
  );
  const [{ slug, day }] = rows;
  const pages = { conference: 'c/bench/figures', day: `c/bench/figures?day=${day}`, talk: `c/bench/t/${slug}/figures` };
  const take = async (path, { isNew = false, times = READ } = {}) => {
    const taken = [];
    const seen = await watching({ server: product.pid, postgres: product.postmaster.pid }, async () => {
      for (let i = 0; i < times; i += 1) {
        if (isNew) await database.query('delete from figure_sums');
        const begun = now();
        // Until the numbers are there: a page says after two seconds that they are being counted.
        while (!(await isThere(`${product.base}/${path}`)));
        taken.push(now() - begun);
      }
    });
    return {
      figure: taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)],
      cpuPerRequest: (seen.cpu.server * 1_000) / taken.length,
      others: seen.others,
    };
  };
  const of = `${comments.toLocaleString('en')} comments in one conference, against an empty one`;
  const lines = [];
  for (const [name, path] of Object.entries(pages)) {
    await take(path, { times: 3 });
    lines.push(
      await rounds(`figures-${name}`, `the page of figures of a ${name} from kept sums, ${of}`, 50, async () => [
        await take(path),
        await take('c/empty/figures'),
      ]),
      await rounds(`figures-${name}-anew`, `the same, counted anew, ${of}`, 2_000, async () => [
        await take(path, { isNew: true, times: 1 }),
        await take('c/empty/figures', { isNew: true, times: 1 }),
      ]),
    );
  }
  await database.end();
  return lines;
}

/** Whether the page has its numbers. */
async function isThere(address) {
  const answer = await fetch(address, { headers: { 'accept-language': 'en' } });
  await answer.text();
  if (answer.status === 503) return false;
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
  return true;
}

async function rounds(name, what, valueAtMost, both) {
  const taken = [];
  for (let i = 0; i < 3; i += 1) {
    const [value, bare] = await both();
    taken.push({ value, bare, others: (value.others + bare.others) / 2 });
  }
  return compare({ name, unit: 'ms', what, target: { valueAtMost }, rounds: taken });
}

/** A conference that ended three days ago, with so many talks: nobody speaks after now. */
async function open(product, token, slug, talks) {
  const days = Array.from({ length: DAYS }, (_, i) =>
    new Date(Date.now() - (DAYS + 3 - i) * 86_400_000).toISOString().slice(0, 10),
  );
  await product.ask('POST', '/admin/conferences', {
    token,
    body: { slug, title: slug, timeZone: 'UTC', locale: 'en', startsOn: days[0], endsOn: days.at(-1) },
  });
  const conference = { acronym: slug, title: slug, days: [] };
  for (const [d, date] of days.entries()) {
    const rooms = {};
    for (let i = d; i < talks; i += DAYS)
      (rooms[`Room ${i % 12}`] ??= []).push({
        guid: `${slug}-${i}`,
        title: `Talk ${i}`,
        start: `${String(9 + (Math.floor(i / 36) % 9)).padStart(2, '0')}:00`,
        duration: '00:45',
        persons: [{ id: i, public_name: `Speaker ${i}` }],
      });
    conference.days.push({ index: d + 1, date, rooms });
  }
  await product.ask('POST', `/admin/conferences/${slug}/imports`, { token, body: { schedule: { conference } } });
}

/** Comments by rank of their thread, so that some threads are long; every number follows from its place. */
async function fill(database, comments) {
  await database.query(
    `insert into accounts (id, address_cipher, address_key_id, address_index, locale, created_on)
     select md5('account ' || i)::uuid, '\\x00', 'bench', decode(md5('account ' || i), 'hex'), 'en', current_date
     from generate_series(1, $1::int) i`,
    [PEOPLE],
  );
  await database.query(
    `insert into personas (id, account_id, conference_id, name, tagline, avatar_seed)
     select md5('persona ' || i)::uuid, md5('account ' || i)::uuid, c.id, 'Person ' || i, '', ''
     from generate_series(1, $1::int) i, conferences c
     where c.slug = 'bench'`,
    [PEOPLE],
  );
  await database.query('alter table comments disable trigger user');
  await database.query(
    `with places as (
       select t.id, row_number() over (order by t.id) - 1 k, t.starts_at
       from threads t
       join conferences c on c.id = t.conference_id
       where c.slug = 'bench' and t.talk_id is not null
     )
     insert into comments (
       id, thread_id, seq, changed_seq, kind, persona_id, author_name, source, html, question_status, posted_at
     )
     select md5('comment ' || i)::uuid, p.id, i, i, case when i % 10 = 0 then 'question' else 'comment' end,
       md5('persona ' || (1 + floor(${PEOPLE} * power((i * 7907::bigint % 100003)::float8 / 100003, 2))::int))::uuid,
       'Person', 'Words', '<p>Words</p>',
       case when i % 20 = 0 then 'answered' when i % 10 = 0 then 'open' end,
       p.starts_at + (i % 4000 - 500) * interval '1 minute'
     from generate_series(1, $1::int) i
     join places p on p.k = floor(${TALKS} * power((i * 7919::bigint % 100019)::float8 / 100019, 2))::int`,
    [comments],
  );
  await database.query(
    `insert into comments (id, thread_id, seq, changed_seq, kind, persona_id, author_name, source, html, posted_at)
     select md5('answer ' || m.id)::uuid, m.thread_id, m.seq + $1, m.seq + $1, 'answer', m.persona_id, 'Person', 'So.',
       '<p>So.</p>', m.posted_at + m.seq % 300 * interval '1 minute'
     from comments m
     where m.question_status = 'answered'`,
    [comments],
  );
  await database.query(`update comments set answer_id = md5('answer ' || id)::uuid where question_status = 'answered'`);
  await database.query(
    `insert into votes (comment_id, account_id, thread_id)
     select m.id, md5('account ' || (1 + m.seq % $1))::uuid, m.thread_id from comments m`,
    [PEOPLE],
  );
  await database.query('alter table comments enable trigger user');
  await database.query(
    `update thread_heads h
     set n = h.n + m.comments, seq = h.seq + m.comments, comments = m.comments, questions = m.questions
     from (
       select thread_id, count(*)::int comments, count(*) filter (where kind = 'question')::int questions
       from comments
       group by thread_id
     ) m
     where m.thread_id = h.thread_id`,
  );
  await database.query('vacuum analyze');
}

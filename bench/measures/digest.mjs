import pg from 'pg';
import { crowdIn, furnish } from '../support/conference.mjs';
import { compare, quantile } from '../support/figures.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now, sleep, worker } from '../support/processes.mjs';

const ACCOUNTS = 10_000;
const LINES = 3;
const PARTICIPANTS = 20;
/** Comments a second while digests are sent, and while they are not. */
const RATE = 20;
/** Of posting, within those that the digests take: of 800 comments, the slowest hundredth is eight. */
const SECONDS = 40;
const AT_MOST_SECONDS = 60;
/** From the notices to their hour, so that what it costs to write 30,000 rows at once is not counted. */
const DUE_IN_SECONDS = 20;

/**
 * A digest of three lines for each of 10,000 accounts, by SMTP, and what it costs those who post meanwhile: the slowest
 * hundredth of 20 comments a second, against the same without digests.
 */
export async function measure() {
  const dir = await dataDir();
  // Codes are read from files, so that it begins without a mail server.
  const first = await startProduct({ dir });
  const { threadIds, tokens } = await furnish(first, { threads: 1, participants: PARTICIPANTS });
  await crowdIn(first, ACCOUNTS);
  await first.stop();
  const mailServer = worker('load/mail-server.mjs');
  const { url } = await mailServer.ask({});
  const product = await startProduct({
    dir,
    settings: { SMTP_URL: url, MAIL_FROM: 'Bench <bench@mail.example>' },
  });
  const load = worker('load/steady.mjs');
  const post = () => postedFor(load, { product, threadId: threadIds[0], tokens });
  await post();
  const idle = await post();
  const taken = async () => (await mailServer.ask({})).taken;
  const before = await taken();
  const sent = async () => (await taken()) - before;
  const begun = now() + DUE_IN_SECONDS * 1_000;
  await noteDigests(product);
  while ((await sent()) === 0) await sleep(10);
  const underWay = post();
  while ((await sent()) < ACCOUNTS && now() - begun < 5 * AT_MOST_SECONDS * 1_000) await sleep(100);
  const seconds = (now() - begun) / 1_000;
  const count = await sent();
  if (count !== ACCOUNTS) throw new Error(`${count} of ${ACCOUNTS} digests were sent in ${seconds.toFixed(0)} s`);
  const busy = await underWay;
  return [
    compare({
      name: 'digest',
      unit: 'ms',
      what: `posting p99 while ${ACCOUNTS} digests are sent, against the same without`,
      target: { atMost: 1.5 },
      rounds: [{ value: { figure: busy }, bare: { figure: idle }, others: 0 }],
      notes: [`${ACCOUNTS} digests of ${LINES} lines left in ${seconds.toFixed(1)} s (at most ${AT_MOST_SECONDS} s)`],
    }),
  ];
}

/** The slowest hundredth of what is posted for SECONDS, in milliseconds. */
async function postedFor(load, { product, threadId, tokens }) {
  const requests = { kind: 'post', threadId, tokens };
  const { answers } = await load.ask({ port: product.port, seconds: SECONDS, rate: RATE, requests });
  const refused = answers.filter(({ status }) => status !== 201);
  if (refused.length > 0) throw new Error(`${refused.length} comments were refused`);
  return quantile(
    answers.map(({ took }) => took),
    0.99,
  );
}

/** Notices that wait for a digest whose hour has come, of accounts that share one sealed address. */
async function noteDigests(product) {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(
    `update accounts a
     set address_cipher = s.address_cipher, address_key_id = s.address_key_id
     from (select * from accounts where address_key_id <> 'bench' limit 1) s
     where a.address_key_id = 'bench'`,
  );
  await client.query(
    `insert into email_notices (id, account_id, kind, conference_id, thread_id, comment_id, at, due_at, rule)
     select gen_random_uuid(), p.account_id, 'reply', t.conference_id, t.id, m.id, now(),
       now() + interval '${DUE_IN_SECONDS} seconds', 'digest'
     from (
       select account_id from personas where name like 'Somebody %'
     ) p
     cross join (select id, thread_id from comments where seq is not null order by seq limit ${LINES}) m
     join threads t on t.id = m.thread_id`,
  );
  // As it is at that hour: these rows came during the days before.
  await client.query('vacuum analyze accounts, email_notices');
  await client.query('checkpoint');
  await client.end();
}

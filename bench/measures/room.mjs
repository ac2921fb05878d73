import { compare } from '../support/figures.mjs';
import { furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { gather, processesFor } from '../support/crowd.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { worker } from '../support/processes.mjs';
import { sideOf } from './storm.mjs';

const POSTS = 50;
const GUESTS = 100;
/** The ten seconds in which a room of a thousand votes. */
const SECONDS = 10;

/**
 * The room: a thousand people without an account vote for one question within ten seconds, each by a guest's session
 * that begins with the vote, while fifty comments a second are posted, against the same posting alone. Two hundred
 * phones and the stage follow; at the end each must have the last number, and the count must be that of the database.
 */
export async function measure({ full }) {
  const [rounds, phones] = [full ? 5 : 2, 200];
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
    organizer,
  } = await furnish(product, { threads: 1, participants: 50 });
  await product.ask('PATCH', '/admin/conferences/bench', { token: organizer, body: { settings: { guests: 'vote' } } });
  const readers = phones + 1;
  const crowd = await gather(processesFor(readers), { side: 'room', port: product.port, threadId, readers });
  const [posts, guests] = [worker('load/steady.mjs'), worker('load/steady.mjs')];
  const { port } = product;
  const post = (seconds = SECONDS) =>
    posts.ask({ port, seconds, rate: POSTS, requests: { kind: 'post', threadId, tokens } });
  const vote = (commentId, seconds = SECONDS) =>
    guests.ask({ port, seconds, rate: GUESTS, requests: { kind: 'guest-vote', commentId } });
  const ask = (body) => product.ask('POST', `/threads/${threadId}/questions`, { token: tokens[0], body: { body } });
  const watched = (work) => watching({ server: product.pid, postgres: product.postmaster.pid }, work);

  await Promise.all([post(1), vote((await ask('Who is here?')).id, 1)]);
  const results = [];
  let [counted, behind, refused] = [0, 0, 0];
  for (let i = 0; i < rounds; i += 1) {
    const alone = await watched(post);
    const { id } = await ask(`Who came for question ${i}?`);
    const both = await watched(() => Promise.all([post(), vote(id)]));
    const [{ answers }, given] = both.answer;
    const { votes } = await product.ask('GET', `/comments/${id}`);
    const { seq } = await product.ask('GET', `/threads/${threadId}`);
    behind += (await crowd.collect(seq)).behind;
    counted += votes;
    refused += given.answers.filter(({ status }) => status !== 200).length;
    const side = (timed, all) => ({
      ...sideOf(timed),
      cpuPerRequest: (all.cpu.server * 1_000) / (SECONDS * (all === both ? POSTS + GUESTS : POSTS)),
    });
    results.push({
      value: side(answers, both),
      bare: side(alone.answer.answers, alone),
      others: (alone.others + both.others) / 2,
    });
    results.at(-1).value.missing += SECONDS * GUESTS - votes;
  }
  await crowd.leave();
  const all = rounds * SECONDS * GUESTS;
  return [
    compare({
      name: 'room',
      unit: 'ms',
      target: { atMost: 2 },
      rounds: results,
      what:
        `p99 of posting ${POSTS} comments a second while ${(SECONDS * GUESTS).toLocaleString('en')} guests begin and ` +
        `vote within ${SECONDS} s, against the same without them`,
      notes: [
        `${counted.toLocaleString('en')} of ${all.toLocaleString('en')} votes of guests counted, ${refused} refused; ` +
          `${behind === 0 ? `the stage and ${phones} phones had all of it` : `${behind} readers WERE BEHIND`}`,
      ],
    }),
  ];
}

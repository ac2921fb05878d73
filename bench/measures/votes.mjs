import { compare } from '../support/figures.mjs';
import { crowdIn, furnish } from '../support/conference.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { worker } from '../support/processes.mjs';
import { sideOf } from './storm.mjs';

const POSTS = 50;
const VOTES = 200;

/**
 * Measures the time of posting while two hundred people a second vote for a question of the same thread, against
 * posting without votes; both go through the thread's writer. Each vote is of another account.
 */
export async function measure({ full }) {
  const seconds = full ? 10 : 2;
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
  } = await furnish(product, { threads: 1, participants: 50 });
  const voters = await crowdIn(product, seconds * VOTES);
  const ask = () =>
    product.ask('POST', `/threads/${threadId}/questions`, {
      token: tokens[0],
      body: { body: `Which ${(asked += 1)}?` },
    });
  let asked = 0;
  const [posts, votes] = [worker('load/steady.mjs'), worker('load/steady.mjs')];
  const post = () =>
    posts.ask({ port: product.port, seconds, rate: POSTS, requests: { kind: 'post', threadId, tokens } });
  const vote = (commentId) =>
    votes.ask({ port: product.port, seconds, rate: VOTES, requests: { kind: 'vote', commentId, tokens: voters } });
  const watched = (work) => watching({ server: product.pid, postgres: product.postmaster.pid }, work);

  await Promise.all([post(), vote((await ask()).id)]);
  const rounds = [];
  let [counted, refused] = [0, 0];
  for (let i = 0; i < 5; i += 1) {
    const alone = await watched(post);
    const { id } = await ask();
    const both = await watched(() => Promise.all([post(), vote(id)]));
    const [{ answers }, given] = both.answer;
    const { votes: count } = await product.ask('GET', `/comments/${id}`);
    counted += count;
    refused += given.answers.filter(({ status }) => status !== 200).length;
    rounds.push({
      value: { ...sideOf(answers), cpuPerRequest: (both.cpu.server * 1_000) / (seconds * (POSTS + VOTES)) },
      bare: { ...sideOf(alone.answer.answers), cpuPerRequest: (alone.cpu.server * 1_000) / (seconds * POSTS) },
      others: (alone.others + both.others) / 2,
    });
    rounds.at(-1).value.missing += seconds * VOTES - count;
  }
  return [
    compare({
      name: 'votes',
      unit: 'ms',
      target: { atMost: 2 },
      rounds,
      what:
        `p99 of posting ${POSTS} comments a second while ${VOTES} votes a second go to one question, against the ` +
        'same without votes',
      notes: [
        `${counted.toLocaleString('en')} of ${(5 * seconds * VOTES).toLocaleString('en')} votes counted, ` +
          `${refused} refused`,
      ],
    }),
  ];
}

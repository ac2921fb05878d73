import { furnish, words } from '../support/conference.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now } from '../support/processes.mjs';
import { spread } from './fanout.mjs';

/**
 * The live hour: a question is taken at the desk, and the stage and the phones of all readers show it. From the
 * commit to each, 99 of 100, against bare Socket.IO with the same bytes.
 */
export async function measure({ full }) {
  const [readers, seconds] = [full ? 2_000 : 401, full ? 30 : 6];
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
    organizer,
  } = await furnish(product, { threads: 1, participants: 10 });
  const questions = [];
  for (let i = 0; i < 1 + 5 * seconds; i += 1)
    questions.push(
      (
        await product.ask('POST', `/threads/${threadId}/questions`, {
          token: tokens[i % tokens.length],
          body: { body: words(i) },
        })
      ).id,
    );
  const say = async () => {
    const { changedSeq } = await product.ask('PUT', `/questions/${questions.pop()}/status`, {
      token: organizer,
      body: { status: 'taken' },
    });
    return { seq: changedSeq, at: now() };
  };
  return [
    await spread({
      name: 'desk',
      target: { atMost: 1.3 },
      product,
      threadId,
      readers,
      seconds,
      say,
      what:
        `p99 from taking a question at the desk to the stage and ${readers - 1} phones, against bare Socket.IO ` +
        'broadcasting the same bytes',
    }),
  ];
}

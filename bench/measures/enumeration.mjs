import { furnish } from '../support/conference.mjs';
import { compare, median } from '../support/figures.mjs';
import { watching } from '../support/cpu.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { now } from '../support/processes.mjs';

/** Requests to each route about a known and an unknown address, in each of so many rounds. */
const ASKED = 100;
const ROUNDS = 5;

/** Milliseconds that the control adds for a known address: a difference too small to notice otherwise. */
const PLANTED_MS = 0.5;

/** Requested equally often, because earlier requests are searched too. */
const KNOWN = 'person-0@mail.example';
const UNKNOWN = 'nobody-ever@mail.example';

/**
 * Measures whether the duration of an answer tells that an address is known: each route that takes one is called in
 * turn about a participant and an unknown address. The control is the first route with a small added difference, which
 * must be detected.
 */
export async function measure({ full }) {
  const product = await startProduct({ dir: await dataDir() });
  const {
    threadIds: [threadId],
    tokens,
    organizer,
  } = await furnish(product, { threads: 1, participants: 2 });
  const comment = await product.ask('POST', `/threads/${threadId}/comments`, {
    token: tokens[1],
    body: { body: 'Something to report' },
  });
  const routes = {
    'enumeration-code': ['asking for a code', (email) => ['/auth/codes', { email }]],
    'enumeration-wrong-code': ['typing a wrong code', (email) => ['/auth/sessions', { email, code: '2222-2222' }]],
    'enumeration-guest': [
      'commenting as a guest',
      (email) => [`/threads/${threadId}/comments`, { body: 'Seen from outside', name: 'A guest', email }],
    ],
    'enumeration-report': [
      'reporting without an account',
      (email) => [
        `/comments/${comment.id}/reports`,
        { rule: 'respect', reason: 'It insults somebody.', goodFaith: true, email },
      ],
    ],
    'enumeration-invitation': [
      'inviting a moderator',
      (email) => ['/admin/conferences/bench/invitations', { role: 'moderator', email }, organizer],
    ],
  };
  const times = full ? ASKED * 5 : ASKED;
  const lines = [];
  for (const [name, [what, asked]] of Object.entries(routes))
    lines.push(
      await shareOfLonger(product, {
        name,
        what: `${String(what)}, somebody known against nobody`,
        asked,
        times,
        isAfterAsking: name === 'enumeration-wrong-code',
      }),
    );
  const [, asked] = routes['enumeration-code'];
  const control = await shareOfLonger(product, {
    name: 'enumeration-control',
    what: `asking for a code with ${PLANTED_MS} ms planted for who is known: this one has to be seen`,
    asked,
    times,
    planted: PLANTED_MS,
  });
  return [...lines, control];
}

/** In how many of 100 pairs the known one took longer, against the 50 of chance. */
async function shareOfLonger(product, { name, what, asked, times, isAfterAsking = false, planted = 0 }) {
  const [knownTook, unknownTook] = [[], []];
  const time = async (email, extra) => {
    // An attacker asks for a code first, for either; a code under way does not tell of an account.
    if (isAfterAsking) await product.ask('POST', '/auth/codes', { body: { email } });
    const [url, body, token] = asked(email);
    const begun = now();
    const response = await fetch(`${product.base}/api/v1${url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    for (const until = now() + extra; extra > 0 && now() < until;);
    return now() - begun;
  };
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const [known, unknown] = [[], []];
    const seen = await watching({ server: product.pid, postgres: product.postmaster.pid }, async () => {
      for (let i = 0; i < times; i += 1) {
        const sides = [
          async () => known.push(await time(KNOWN, planted)),
          async () => unknown.push(await time(UNKNOWN, 0)),
        ];
        // The second request finds a warmer server, so each is second equally often.
        for (const ask of i % 2 === 0 ? sides : sides.toReversed()) await ask();
      }
    });
    if (round === 0) continue;
    const cpuPerRequest = (seen.cpu.server * 1000) / (2 * times);
    rounds.push({
      value: { figure: (known.filter((ms, i) => ms > unknown[i]).length * 100) / times, cpuPerRequest },
      bare: { figure: 50, cpuPerRequest },
      others: seen.others,
    });
    knownTook.push(...known);
    unknownTook.push(...unknown);
  }
  const share = rounds.reduce((sum, { value }) => sum + value.figure, 0) / ROUNDS;
  // Chance alone gets this far from a half in one of twenty.
  const chance = 98 / Math.sqrt(ROUNDS * times);
  return compare({
    name,
    unit: 'of 100 pairs',
    what,
    target: planted > 0 ? { atLeast: 1.1 } : { atLeast: 0.9, atMost: 1.1 },
    rounds,
    notes: [
      `${share.toFixed(1)} of 100 over all ${ROUNDS * times} pairs, where chance stays within ` +
        `${(50 - chance).toFixed(1)} and ${(50 + chance).toFixed(1)} in 19 of 20; medians ` +
        `${median(knownTook).toFixed(2)} and ${median(unknownTook).toFixed(2)} ms`,
    ],
  });
}

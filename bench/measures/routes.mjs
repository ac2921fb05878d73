import { signIn } from '../support/conference.mjs';
import { LARGE } from '../support/large-conference.mjs';
import { loopWatch } from '../support/loop-watch.mjs';
import { ORGANIZER } from '../support/product.mjs';
import { RouteAsker } from '../support/route-asker.mjs';
import { AT_HAND, addressesOf, examplesFor } from '../support/route-examples.mjs';
import { linesOf } from '../support/route-lines.mjs';
import { bodiesOf, inOrder, SHAPELESS, writerOf } from '../support/route-writes.mjs';
import { startLarge } from '../support/seeded.mjs';

/** A reader beside the organizer: a participant with a session and a persona, and no grant. */
const PARTICIPANT = 'paula@mail.example';

/** Longest walk, in milliseconds; routes not reached by then are listed. */
const WALK_MS = 8 * 60_000;
const SAY_EVERY_MS = 10_000;

/**
 * Requests every route of a conference of 1,500 talks and 10,000 comments: cold, again, and with `If-None-Match`;
 * without a session, and with one where that changes the answer; each write refused, then accepted with the largest
 * body.
 *
 * Measures CPU time of server and PostgreSQL, the longest block of the event loop (CPU time of its thread, so that
 * other load does not count), and bytes raw and sent. Bare: the route that says that the server lives.
 */
export async function measure() {
  const watch = loopWatch();
  const product = await startLarge({ flags: watch.flags, settings: watch.settings });
  const loop = await watch.connect();
  const routes = await loop.ask('routes');
  const asker = new RouteAsker(product, loop);
  const walk = await planOf({ product, routes, asker });
  const bare = await asker.read({ url: '/health/live', address: '/health/live', token: null });
  const rows = [];
  const begun = performance.now();
  const left = [];
  let said = begun;
  for (const [i, step] of walk.steps.entries()) {
    const now = performance.now();
    if (now - begun > WALK_MS) {
      left.push(step.name);
      continue;
    }
    if (now - said > SAY_EVERY_MS) {
      process.stderr.write(`routes: ${i} of ${walk.steps.length}, ${step.name} …\n`);
      said = now;
    }
    rows.push(...(await step.ask()));
  }
  loop.close();
  const took = (performance.now() - begun) / 1_000;
  if (left.length > 0)
    throw new Error(
      `after ${took.toFixed(0)} s ${left.length} of ${walk.steps.length} were not reached, from ${left[0]} on`,
    );
  return linesOf({ rows, bare, atHand: walk.atHand, took });
}

/** The order of requests: reads first, since writes change them. A route without an example fails before. */
async function planOf({ product, routes, asker }) {
  const [organizer, participant] = await signIn(product, [ORGANIZER, PARTICIPANT]);
  const examples = await examplesFor(product, { slug: LARGE.slug, organizer, participant });
  const { startsOn } = await product.ask('GET', `/conferences/${LARGE.slug}`);
  const values = { day: startsOn, thread: `http://localhost:${product.port}/c/${LARGE.slug}/t/${examples.t}` };
  const urls = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url))];
  const addresses = (url) => addressesOf(url, { examples, values });
  const gets = urls.filter((url) => url !== '*').flatMap((url) => addresses(url).map((address) => ({ url, address })));
  const known = new Set(gets.map(({ address }) => address));
  const atHandAddresses = AT_HAND.flatMap(({ url, query }) => {
    const address = addresses(url)[0] + query.replaceAll('{day}', startsOn);
    if (!known.has(address.split('?')[0]))
      throw new Error(`bench/support/route-examples.mjs keeps ${url} at hand, which is no route`);
    return address;
  });
  const document = await (await fetch(`${product.base}/api/v1/openapi.json`)).json();
  const writes = inOrder(routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method)));
  // In the large conference it would be refused, because it would drop all talks.
  const imported = { ...examples.own, conferences: await openEmpty(product, organizer) };
  const addressOf = (url) =>
    addressesOf(url, { examples: url.endsWith('imports') ? imported : examples.own, values })[0];
  const written = writes.map(({ method, url }) => ({ method, url, address: addressOf(url) }));
  const atHand = [];
  const origin = new URL(product.base).origin;
  return {
    atHand,
    steps: [
      ...gets.map(({ url, address }) => ({
        name: `GET ${address}`,
        ask: () => readBoth(asker, { url, address, organizer, participant }),
      })),
      ...atHandAddresses.map((address) => ({
        name: `GET ${address} in a row`,
        ask: async () => {
          atHand.push(await asker.inARow(address));
          return [];
        },
      })),
      ...written.map((write) => ({
        name: `${write.method} ${write.address}, refused`,
        ask: async () => [await refused(asker, write)],
      })),
      ...written.map((write) => ({
        name: `${write.method} ${write.address}`,
        ask: () =>
          taken(asker, { ...write, tokens: { organizer, participant }, origin, from: { document, ids: examples.own } }),
      })),
    ],
  };
}

/** An empty conference for the imported programme. */
async function openEmpty(product, token) {
  const day = '2026-05-02';
  const conference = {
    slug: 'imported',
    title: 'Imported',
    timeZone: 'Europe/Paris',
    locale: 'en',
    startsOn: day,
    endsOn: day,
  };
  await product.ask('POST', '/admin/conferences', { token, body: conference });
  return conference.slug;
}

/** Without a session; with one where that is refused, and where a page differs by reader. */
async function readBoth(asker, { url, address, organizer, participant }) {
  const row = await asker.read({ url, address, token: null });
  const isPage = !/^\/(?:api|assets|health)\b/.test(url);
  const isRefused = [401, 403].includes(row.status) || (row.status === 303 && url !== '/');
  if (!isRefused && !isPage) return [row];
  const signedIn = await asker.read({ url, address, token: organizer });
  if (!isPage) return [row, signedIn];
  return [row, signedIn, await asker.read({ url, address, token: participant, as: 'participant' })];
}

/** A write without session and body: the cost of refusing it. */
const refused = (asker, write) => asker.write({ ...write, bodies: [undefined], as: 'nobody' });

/** The largest valid write, and one of an unexpected shape. */
async function taken(asker, { method, url, address, tokens, origin, from }) {
  const { type, bodies } = bodiesOf({ method, url }, from);
  const as = writerOf(url);
  const headers = { authorization: `Bearer ${tokens[as]}`, origin, ...(type ? { 'content-type': type } : {}) };
  const rows = [await asker.write({ method, url, address, headers, bodies, as })];
  if (type === 'application/json' && bodies[0].length <= SHAPELESS.length)
    rows.unshift(
      await asker.write({ method, url, address, headers, bodies: [SHAPELESS], as: `${as}, 64 kB of nonsense` }),
    );
  return rows;
}

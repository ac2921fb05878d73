import { signIn } from '../support/conference.mjs';
import { LARGE } from '../support/large-conference.mjs';
import { loopWatch } from '../support/loop-watch.mjs';
import { ORGANIZER } from '../support/product.mjs';
import { RouteAsker } from '../support/route-asker.mjs';
import { AT_HAND, addressesOf, examplesFor } from '../support/route-examples.mjs';
import { linesOf } from '../support/route-lines.mjs';
import { MadeThings } from '../support/made-things.mjs';
import { inOrder, requestsOf, SHAPELESS, writerOf } from '../support/route-writes.mjs';
import { startLarge } from '../support/seeded.mjs';

/** A reader beside the organizer: a participant with a session and a persona, and no grant. */
const PARTICIPANT = 'paula@mail.example';

/** Longest walk, in milliseconds, on a machine that does other things as well; what is not reached fails it. */
const WALK_MS = 40 * 60_000;
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
  const { own } = examples;
  const made = new MadeThings(product, {
    slug: LARGE.slug,
    thread: { id: examples.threads, slug: examples.t },
    talkId: examples.talks,
    organizer,
    participant,
  });
  await made.open();
  const addressIn = (url, ids) => addressesOf(url, { examples: ids, values })[0];
  const written = writes.map(({ method, url }) => ({ method, url, address: addressIn(url, own) }));
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
        ask: () => taken(asker, { write, origin, made, from: { document, ids: own, addressIn } }),
      })),
    ],
  };
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
const refused = (asker, { method, url, address }) =>
  asker.write({ method, url, requests: [{ address }], as: 'nobody' });

/** The largest valid write, and one of an unexpected shape. */
async function taken(asker, { write: { method, url }, origin, made, from: { document, ids, addressIn } }) {
  const as = writerOf(url);
  const headersOf = ({ token, type }) => ({
    origin,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(type ? { 'content-type': type } : {}),
  });
  const sent = [];
  async function* prepared() {
    const addressOf = (all) => addressIn(url, all);
    const textAt = (page, token) => textOf(asker.product, page, token);
    for await (const request of requestsOf({ method, url }, { document, ids, made, addressOf, textAt })) {
      sent.push(request);
      yield { ...request, headers: headersOf(request) };
    }
  }
  const rows = [await asker.write({ method, url, requests: prepared(), as })];
  const [{ address, token, type, body }] = sent;
  if (type !== 'application/json' || body.length > SHAPELESS.length) return rows;
  const shapeless = { address, headers: headersOf({ token, type }), body: SHAPELESS };
  return [await asker.write({ method, url, requests: [shapeless], as: `${as}, 64 kB of nonsense` }), ...rows];
}

/** A page as its reader sees it; fails for one that is not there. */
async function textOf(product, page, token) {
  const headers = {
    accept: 'text/html',
    'accept-language': 'en',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const response = await fetch(`${product.base}${page}`, { headers });
  if (!response.ok) throw new Error(`GET ${page} was answered ${response.status}`);
  return response.text();
}

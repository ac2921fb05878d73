import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { median } from '../support/figures.mjs';
import { signIn } from '../support/conference.mjs';
import { LARGE } from '../support/large-conference.mjs';
import { loopWatch } from '../support/loop-watch.mjs';
import { ORGANIZER } from '../support/product.mjs';
import { addressesOf, examplesFor } from '../support/route-examples.mjs';
import { startLarge } from '../support/seeded.mjs';
import { childrenOf, mainThreadMs, processMs } from '../support/thread-cpu.mjs';

/** Bounds of every route: milliseconds, and bytes that may leave as they are. */
const BLOCK_MS = 50;
const AGAIN_MS = 20;
const AT_HAND_MS = 0.2;
const PLAIN_BYTES = 1_000;

/** What costs more, asked alone, is not at hand; a crowded machine triples it. */
const AT_HAND_LOOKS_MS = 4;

const AGAIN = 3;
const LONG_MS = 300;
const SHOWN = 15;
/** Requests after one another of which each costs a part, after others that are not counted: what is at hand is too quick to be measured alone, and the first hundreds cost more. */
const IN_A_ROW = 300;

/**
 * Every route the running server has, around a conference of 1,500 talks and 10,000 comments: asked cold, again, and with
 * `If-None-Match`; without a session, and with an organizer's where that is refused. CPU of the server and of PostgreSQL,
 * the longest block of the event loop (in CPU of its thread: a neighbour's work is not the server's),
 * bytes as they are and over the wire. Bare: the route that says that the server lives.
 */
export async function measure() {
  const watch = loopWatch();
  const product = await startLarge({ flags: watch.flags, settings: watch.settings });
  const loop = await watch.connect();
  const [organizer] = await signIn(product, [ORGANIZER]);
  const examples = await examplesFor(product, { slug: LARGE.slug, organizer });
  const { startsOn } = await product.ask('GET', `/conferences/${LARGE.slug}`);
  const values = { day: startsOn, thread: `http://localhost:${product.port}/c/${LARGE.slug}/t/${examples.t}` };
  const routes = await loop.ask('routes');
  const gets = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ url }) => url))].filter(
    (url) => url !== '*',
  );
  const asker = new Asker(product, loop);
  const bare = await asker.walk({ url: '/health/live', address: '/health/live', token: null });
  const rows = [];
  const writes = routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
  // All of them first: a route without an example fails before anything is walked.
  const addresses = new Map(
    [...gets, ...writes.map(({ url }) => url)].map((url) => [url, addressesOf(url, { examples, values })]),
  );
  for (const url of gets) {
    for (const address of addresses.get(url)) {
      const row = await asker.walk({ url, address, token: null });
      rows.push(row);
      if ([401, 403].includes(row.status) || (row.status === 303 && url !== '/'))
        rows.push(await asker.walk({ url, address, token: organizer }));
    }
  }
  for (const { method, url } of writes) rows.push(await asker.refused(method, addresses.get(url)[0]));
  loop.close();
  return linesOf(rows, bare);
}

/** Asks one address after another, and looks at the clocks of the processes before and after. */
class Asker {
  constructor(product, loop) {
    this.product = product;
    this.loop = loop;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  async walk({ url, address, token }) {
    this.backends = childrenOf(this.product.postmaster.pid);
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const cold = await this.timed(address, headers);
    const again = [];
    // What takes long is told apart from the others by one look more.
    const looks = cold.cost.cpu > LONG_MS ? 1 : AGAIN;
    for (let i = 0; i < looks; i += 1) again.push(await this.timed(address, headers));
    const last = again.at(-1);
    const { etag } = last.answer.headers;
    const unchanged = etag ? await this.timed(address, { ...headers, 'if-none-match': etag }) : null;
    return {
      route: `GET ${url}`,
      address,
      as: token ? 'organizer' : 'nobody',
      status: cold.answer.status,
      isUnchangedKnown: unchanged?.answer.status === 304,
      cold: cold.cost,
      again: costOf(again.map(({ cost }) => cost)),
      unchanged: unchanged?.cost ?? null,
      bytes: last.answer.bytes,
      wire: last.answer.wire,
      isPlain: last.answer.isPlain,
      atHand:
        again.some(({ cost }) => cost.cpu < AT_HAND_LOOKS_MS) && last.answer.status === 200 && !token
          ? await this.inARow(address)
          : null,
    };
  }

  /** A write without a session and without a body: what refusing it costs. */
  async refused(method, address) {
    const { answer, cost } = await this.timed(address, {}, method);
    return {
      route: `${method} ${address}`,
      address,
      as: 'nobody',
      status: answer.status,
      cold: cost,
      again: cost,
      unchanged: null,
      bytes: answer.bytes,
      wire: answer.wire,
      isPlain: answer.isPlain,
      isWrite: true,
      atHand: null,
    };
  }

  async timed(address, headers, method = 'GET') {
    await this.loop.ask('reset');
    const before = this.clocks();
    const answer = await this.ask(address, headers, method);
    const after = this.clocks();
    const held = await this.loop.ask('held');
    const [server, main, postgres] = after.map((ms, i) => ms - before[i]);
    return { answer, cost: { cpu: server + postgres, server, postgres, block: Math.min(held, main) } };
  }

  /** CPU of the server for one of many alike, in milliseconds: what the framework never sees costs too little to be seen alone. */
  async inARow(address) {
    for (let i = 0; i < IN_A_ROW; i += 1) await this.ask(address, {}, 'GET');
    const before = processMs(this.product.pid);
    for (let i = 0; i < IN_A_ROW; i += 1) await this.ask(address, {}, 'GET');
    return (processMs(this.product.pid) - before) / IN_A_ROW;
  }

  clocks() {
    const { pid } = this.product;
    return [processMs(pid), mainThreadMs(pid), this.backends.reduce((sum, child) => sum + processMs(child), 0)];
  }

  ask(address, headers, method) {
    return new Promise((resolve, reject) => {
      const options = {
        agent: this.agent,
        port: this.product.port,
        host: '127.0.0.1',
        path: address,
        method,
        headers: { 'accept-encoding': 'br, gzip', 'accept-language': 'en', accept: 'text/html, */*', ...headers },
      };
      http
        .request(options, (response) => {
          const chunks = [];
          response
            .on('data', (chunk) => chunks.push(chunk))
            .on('error', reject)
            .on('end', () => {
              const body = Buffer.concat(chunks);
              const encoding = response.headers['content-encoding'];
              resolve({
                status: response.statusCode,
                headers: response.headers,
                wire: body.length,
                bytes: unpacked(body, encoding).length,
                isPlain: encoding === undefined && isText(response.headers['content-type']),
              });
            });
        })
        .on('error', reject)
        .end();
    });
  }
}

const unpacked = (body, encoding) =>
  body.length === 0
    ? body
    : encoding === 'br'
      ? brotliDecompressSync(body)
      : encoding === 'gzip'
        ? gunzipSync(body)
        : body;

/** What gets smaller: pictures and archives are packed already. */
const isText = (type = '') => /^(?:text|application\/(?!zip|octet-stream))|svg/.test(type);

const costOf = (costs) =>
  Object.fromEntries(
    ['cpu', 'server', 'postgres', 'block'].map((key) => [key, median(costs.map((cost) => cost[key]))]),
  );

function linesOf(rows, bare) {
  const nobody = rows.filter(({ as, status, isWrite }) => as === 'nobody' && status < 400 && !isWrite);
  const longest = (row) => Math.max(row.cold.block, row.again.block, row.unchanged?.block ?? 0);
  const table = rows.toSorted((a, b) => longest(b) - longest(a));
  const packing = nobody.filter(({ isPlain, bytes }) => isPlain && bytes > PLAIN_BYTES);
  const atHand = nobody.filter(({ atHand: ms }) => ms !== null).toSorted((a, b) => b.atHand - a.atHand);
  const pages = atHand.filter(({ atHand: ms }) => ms <= AT_HAND_MS);
  const worst = (list, figureOf) => list.reduce((most, row) => Math.max(most, figureOf(row)), 0);
  const line = (name, what, unit, { value, bareValue, bound, notes }) => ({
    name,
    what,
    unit,
    value,
    bare: bareValue,
    ratio: value / bareValue,
    target: bound,
    targetSays: `≤ ${bound.toLocaleString('en')} ${unit}`,
    met: value <= bound,
    reached: bound / value,
    spread: [value / bareValue, value / bareValue],
    valueSpread: [value, value],
    bareSpread: [bareValue, bareValue],
    cpuPerRequest: NaN,
    bareCpuPerRequest: NaN,
    othersCpu: NaN,
    runs: 1,
    notes,
  });
  return [
    line(
      'routes-block',
      `the longest block of the event loop on any of ${rows.length} addresses, signed in or not`,
      'ms',
      { value: worst(rows, longest), bareValue: longest(bare), bound: BLOCK_MS, notes: tableOf(table) },
    ),
    line(
      'routes-again',
      'CPU of server and PostgreSQL for the dearest address that was asked before, without a session',
      'ms',
      {
        value: worst(nobody, ({ again }) => again.cpu),
        bareValue: bare.again.cpu,
        bound: AGAIN_MS,
        notes: tableOf(nobody.toSorted((a, b) => b.again.cpu - a.again.cpu)),
      },
    ),
    line('routes-unchanged', 'CPU of server and PostgreSQL for the dearest 304', 'ms', {
      value: worst(nobody, ({ unchanged }) => unchanged?.cpu ?? 0),
      bareValue: bare.again.cpu,
      bound: AGAIN_MS,
      notes: [],
    }),
    line(
      'routes-at-hand',
      `CPU of the server for the dearest of ${pages.length} addresses that are at hand as bytes, one of ${IN_A_ROW} alike`,
      'ms',
      {
        value: worst(pages, (row) => row.atHand),
        bareValue: bare.atHand,
        bound: AT_HAND_MS,
        notes: atHand.slice(0, SHOWN).map(({ address, atHand: ms }) => `${ms.toFixed(3)} ms ${address}`),
      },
    ),
    line('routes-plain', 'public answers over 1 kB that leave uncompressed', 'answers', {
      value: packing.length,
      bareValue: 0,
      bound: 0,
      notes: packing.map(({ address, bytes }) => `${bytes.toLocaleString('en')} bytes ${address}`),
    }),
  ];
}

const tableOf = (rows) => [
  'status as        block cold/again/304  CPU cold (PostgreSQL)  again (PostgreSQL)  304  bytes (wire)',
  ...rows
    .slice(0, SHOWN)
    .map(
      (row) =>
        `${row.status} ${row.as.padEnd(9)} ${row.cold.block.toFixed(0)}/${row.again.block.toFixed(1)}/${shown(row.unchanged?.block)} ms  ${cpuOf(row.cold)}  ${cpuOf(row.again)}  ${shown(row.unchanged?.cpu)} ms  ${row.bytes.toLocaleString('en')} (${row.wire.toLocaleString('en')})  ${row.route.split(' ')[0]} ${row.address}`,
    ),
];
const shown = (ms) => (ms === undefined ? '–' : ms.toFixed(1));
const cpuOf = ({ cpu, postgres }) => `${cpu.toFixed(1)} (${postgres.toFixed(1)}) ms`;

import http from 'node:http';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { median } from './figures.mjs';
import { sleep } from './processes.mjs';
import { childrenOf, mainThreadMs, processMs, TICK_MS, wholeMs } from './thread-cpu.mjs';

const AGAIN = 3;
const LONG_MS = 300;

/** Longest answer before the walk is given up, in milliseconds. */
const PATIENCE_MS = 240_000;
/** Duration above which a route is requested once, such as the archive of a whole conference, in milliseconds. */
const SLOW_MS = 5_000;

/** Equal requests in a row of which each gets a share; three times, after as many that are not counted. */
const IN_A_ROW = 300;
/** Most checks of the server for being idle, and the interval between them in milliseconds. */
const SETTLE_LOOKS = 100;
const SETTLE_MS = 30;
const LOG_SHOWN = 2_000;

/** Requests one address after another, and reads the CPU clocks of the processes before and after. */
export class RouteAsker {
  constructor(product, loop) {
    this.product = product;
    this.loop = loop;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  }

  /** Reads an address: cold, again, and with `If-None-Match`. */
  async read({ url, address, token, as = token ? 'organizer' : 'nobody' }) {
    this.backends = childrenOf(this.product.postmaster.pid);
    const headers = token ? { authorization: `Bearer ${token}` } : {};
    const begun = performance.now();
    const cold = await this.timed({ address, headers });
    await this.settle();
    const isSlow = performance.now() - begun > SLOW_MS;
    const again = isSlow ? [cold] : [];
    // A slow route is repeated once only.
    const looks = cold.cost.cpu > LONG_MS ? Math.min(1, 1 - again.length) : AGAIN - again.length;
    for (let i = 0; i < looks; i += 1) again.push(await this.timed({ address, headers }));
    const { answer } = again.at(-1);
    const { etag } = answer.headers;
    const unchanged = etag ? await this.timed({ address, headers: { ...headers, 'if-none-match': etag } }) : null;
    return {
      route: `GET ${url}`,
      address,
      as,
      status: cold.answer.status,
      cold: cold.cost,
      again: costOf(again.map(({ cost }) => cost)),
      unchanged: unchanged?.cost ?? null,
      bytes: answer.bytes,
      wire: answer.wire,
      isPlain: answer.isPlain,
    };
  }

  /** Sends a write; `requests` gives one after another, each prepared when the one before it was answered. */
  async write({ method, url, as, requests }) {
    const each = [];
    let address = url;
    for await (const request of requests) {
      ({ address } = request);
      await this.settle();
      this.backends = childrenOf(this.product.postmaster.pid);
      each.push(await this.timed({ ...request, method }));
    }
    const refused = each.find(({ answer }) => answer.status >= 400);
    const { answer } = refused ?? each[0];
    return {
      route: `${method} ${url}`,
      address,
      as,
      status: answer.status,
      said: refused ? saidIn(answer) : null,
      cold: each[0].cost,
      again: costOf((each.length > 1 ? each.slice(1) : each).map(({ cost }) => cost)),
      unchanged: null,
      bytes: answer.bytes,
      wire: answer.wire,
      isPlain: answer.isPlain,
      isWrite: true,
    };
  }

  async timed({ address, headers = {}, method = 'GET', body }) {
    await this.loop.ask('reset');
    const before = this.clocks();
    const answer = await this.ask({ address, headers, method, body });
    const after = this.clocks();
    const held = await this.loop.ask('held');
    const [living, main, backends, whole] = after.map((ms, i) => ms - before[i]);
    // A worker thread started for this request has ended with it: the reader of a programme.
    const server = Math.max(living, whole - 2 * TICK_MS);
    const postgres = Math.max(0, backends);
    return { answer, cost: { cpu: server + postgres, server, postgres, block: Math.min(held, main) } };
  }

  /**
   * The server's CPU time for one of many equal requests, in milliseconds, because a cached answer costs too little to
   * be seen alone.
   */
  async inARow(address) {
    const row = async () => {
      const before = processMs(this.product.pid);
      let last;
      for (let i = 0; i < IN_A_ROW; i += 1) last = await this.ask({ address, headers: {}, method: 'GET' });
      return { each: (processMs(this.product.pid) - before) / IN_A_ROW, last };
    };
    await row();
    const rows = [await row(), await row(), await row()];
    const { status, wire } = rows[0].last;
    return { address, each: median(rows.map(({ each }) => each)), status, wire };
  }

  /**
   * Waits some seconds until the server is idle: compressing or compiling goes on after the first answer, and is no
   * part of the next.
   */
  async settle() {
    const { pid } = this.product;
    for (let looks = 0, before = processMs(pid); looks < SETTLE_LOOKS; looks += 1) {
      await sleep(SETTLE_MS);
      const now = processMs(pid);
      if (now - before < SETTLE_MS / 10) return;
      before = now;
    }
  }

  clocks() {
    const { pid } = this.product;
    const backends = this.backends.reduce((sum, child) => sum + processMs(child), 0);
    return [processMs(pid), mainThreadMs(pid), backends, wholeMs(pid)];
  }

  /** Fails with a sentence when the server ends, or does not answer in time. */
  ask({ address, headers, method, body }) {
    return new Promise((resolve, reject) => {
      const options = {
        agent: this.agent,
        port: this.product.port,
        host: '127.0.0.1',
        path: address,
        method,
        headers: {
          'accept-encoding': 'br, gzip',
          'accept-language': 'en',
          accept: 'text/html, */*',
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      };
      const fail = (why) => reject(new Error(`${method} ${address} ${why}${this.lastWords()}`));
      const request = http
        .request(options, (response) => {
          const chunks = [];
          response
            .on('data', (chunk) => chunks.push(chunk))
            .on('error', (error) => fail(`was cut off (${error.message}).`))
            .on('end', () => resolve(answerOf(response, Buffer.concat(chunks))));
        })
        .on('error', (error) => fail(`was not answered (${error.message}).`))
        .setTimeout(PATIENCE_MS, () => request.destroy(new Error(`nothing came for ${PATIENCE_MS / 1_000} s`)));
      request.end(body);
    });
  }

  /** Says whether the server is gone, with the end of its log. */
  lastWords() {
    const { exitCode, signalCode } = this.product.child;
    const state = exitCode === null && signalCode === null ? 'runs' : `has ended (${signalCode ?? exitCode})`;
    const log = readFileSync(path.join(this.product.dir, 'server.log'), 'utf8');
    return ` The server ${state}; the end of its log:\n${log.slice(-LOG_SHOWN)}`;
  }
}

/** The reason why a write was refused: the problem, or the words of its page beside the form. */
function saidIn({ text }) {
  if (text.startsWith('{')) return text.slice(0, 600);
  const words = /<(?:[^>]*role="alert"[^>]*|div class="refusal"[^>]*)>([^]*?)<\/(?:section|div|ul)>/.exec(text)?.[1];
  return (words ?? text.slice(text.indexOf('<main'), text.indexOf('<main') + 3_000))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 400);
}

function answerOf({ statusCode, headers }, body) {
  const encoding = headers['content-encoding'];
  const text = unpacked(body, encoding);
  return {
    status: statusCode,
    headers,
    wire: body.length,
    bytes: text.length,
    isPlain: encoding === undefined && isPublic(headers) && isText(headers['content-type']),
    text: statusCode >= 400 ? text.toString('utf8') : '',
  };
}

function unpacked(body, encoding) {
  if (body.length === 0) return body;
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}

/** An answer that may hold a secret is not compressed, so only publicly cacheable ones have to be. */
const isPublic = (headers) => String(headers['cache-control']).startsWith('public');

/** Media types that compression shrinks; pictures and archives are compressed already. */
const isText = (type = '') => /^(?:text|application\/(?!zip|octet-stream))|svg/.test(type);

const costOf = (costs) =>
  Object.fromEntries(
    ['cpu', 'server', 'postgres', 'block'].map((key) => [key, median(costs.map((cost) => cost[key]))]),
  );

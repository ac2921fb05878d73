import http from 'node:http';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compare } from '../support/figures.mjs';
import { discuss, furnish } from '../support/conference.mjs';
import { dataDir, startProduct } from '../support/product.mjs';
import { sleep } from '../support/processes.mjs';

/**
 * Measures the load of a phone for a thread of fifty comments by twenty-five people with an empty cache: bytes sent
 * with headers, of the page and all it refers to. Beside it the words alone, compressed likewise. Five visits;
 * differences are the spread.
 */
export async function measure() {
  const product = await startProduct({ dir: await dataDir() });
  const { threadIds, tokens } = await furnish(product, { threads: 1, participants: 25 });
  await discuss(product, { threadId: threadIds[0], tokens, comments: 50 });
  const page = '/c/bench/t/thread-0';
  await fetched(product.port, page);
  // Compressed forms are made beside the first answer.
  await sleep(1_000);
  const { items } = await product.ask('GET', `/threads/${threadIds[0]}/comments`);
  const words = brotliCompressSync(items.map(({ html }) => html).join('\n')).length / 1_000;
  const rounds = [];
  for (let i = 0; i < 5; i += 1) rounds.push(await visit(product.port, page));
  const line = (name, what, kilobytes, figureOf) =>
    compare({
      name,
      unit: 'kB',
      target: { valueAtMost: kilobytes },
      what,
      notes: [rounds[0].says],
      rounds: rounds.map((round) => ({
        value: { figure: figureOf(round) / 1_000, cpuPerRequest: NaN, missing: 50 - round.readable },
        bare: { figure: words, cpuPerRequest: NaN },
        others: NaN,
      })),
    });
  return [
    line(
      'weight',
      'a thread page of 50 comments over the wire with all it names, beside its words alone',
      60,
      ({ parts }) => parts.reduce((sum, { bytes }) => sum + bytes, 0),
    ),
    line('weight-script', 'the script of that page, beside its words alone', 30, ({ parts }) =>
      parts.filter(({ kind }) => kind === 'script').reduce((sum, { bytes }) => sum + bytes, 0),
    ),
  ];
}

async function visit(port, page) {
  const html = await fetched(port, page, 'page');
  const parts = [html];
  const known = new Set([page]);
  for (const part of parts) {
    for (const [url, kind] of namedIn(part)) {
      if (known.has(url)) continue;
      known.add(url);
      parts.push(await fetched(port, url, kind));
    }
  }
  const readable = html.text.match(/<article class="comment /g)?.length ?? 0;
  const kinds = parts.reduce((map, part) => map.set(part.kind, [...(map.get(part.kind) ?? []), part]), new Map());
  const says = [...kinds]
    .map(
      ([kind, each]) =>
        `${kind} ${(each.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000).toFixed(1)} kB in ${each.length}`,
    )
    .join(', ');
  return { parts, readable, says: `${says}; ${readable} comments stand in the page before any script` };
}

/** Lists the files that a browser loads because of a part: scripts (and theirs), styles, pictures. */
function* namedIn({ url, kind, text }) {
  const at = (path) => new URL(path, `http://here.example${url}`).pathname;
  if (kind === 'page') {
    for (const [, src] of text.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)) yield [at(src), 'script'];
    for (const [tag] of text.matchAll(/<link\b[^>]*>/g)) {
      const [, rel = ''] = /\brel="([^"]+)"/.exec(tag) ?? [];
      if (/stylesheet|icon|preload/.test(rel) && !tag.includes('href="data:'))
        yield [at(/\bhref="([^"]+)"/.exec(tag)[1]), rel === 'modulepreload' ? 'script' : rel];
    }
    for (const [, src] of text.matchAll(/<img\b[^>]*\bsrc="([^"]+)"/g))
      if (!src.startsWith('data:')) yield [at(src), 'picture'];
  } else if (kind === 'script')
    for (const [, src] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) yield [at(src), 'script'];
  else if (kind === 'stylesheet')
    for (const [, src] of text.matchAll(/url\(["']?([^"')]+)["']?\)/g))
      if (!src.startsWith('data:')) yield [at(src), 'font or picture'];
}

/** Head and body as sent, and the decoded text. */
function fetched(port, url, kind) {
  return new Promise((resolve, reject) => {
    http
      .get(
        { port, host: '127.0.0.1', path: url, headers: { 'accept-encoding': 'gzip, br', 'accept-language': 'en' } },
        (response) => {
          const head = response.rawHeaders.reduce((sum, text) => sum + text.length + 2, 17);
          const chunks = [];
          response
            .on('data', (chunk) => chunks.push(chunk))
            .on('end', () => {
              if (response.statusCode !== 200) return reject(new Error(`${url} was answered ${response.statusCode}`));
              const body = Buffer.concat(chunks);
              resolve({
                url,
                kind,
                bytes: head + body.length,
                text: unpacked(body, response.headers['content-encoding']),
              });
            });
        },
      )
      .on('error', reject);
  });
}

function unpacked(body, encoding) {
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

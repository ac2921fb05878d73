import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import http from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { until, World } from '../support/world.ts';

/** Bytes of a page of fifty comments with all that a phone loads for it, and of its script. */
const PAGE_AT_MOST = 60_000;
const SCRIPT_AT_MOST = 30_000;

let world: World;
let page: string;
beforeAll(async () => {
  world = await World.open();
  const olga = await world.person('olga').signsIn();
  const { slug, threadId } = await world.conference(olga, { settings: { screening: 'none' } });
  page = `/c/${slug}/t/hallway`;
  for (let i = 0; i < 25; i += 1) {
    const person = await (await world.person(`person-${i}`).signsIn()).calledIn(slug, `Person ${numeral(i)}`);
    for (const part of ['thinks', 'adds']) {
      await person.says(threadId, `Person ${i} ${part}: ${sentence(2 * i + part.length)}`);
      world.advance({ seconds: 4 });
    }
  }
});
afterAll(() => world.close());

const numeral = (i: number): string => i.toString(36).toUpperCase();

const WORDS = (
  'whether a room that listens to its speakers needs more than one hour ' +
  'and a good question before everybody leaves'
).split(' ');
/** About forty words in another order for each comment, so that none is a copy of another. */
const sentence = (seed: number): string =>
  Array.from({ length: 40 }, (_, i) => WORDS[(i * (seed + 3) + seed) % WORDS.length]).join(' ');

interface LoadedFile {
  bytes: number;
  text: string;
  coding: string | undefined;
}

/** Head and body as a phone gets them, packed by Brotli. */
function loads(path: string): Promise<LoadedFile> {
  const headers = { 'accept-encoding': 'gzip, br', 'accept-language': 'en' };
  return new Promise((resolve, reject) => {
    http
      .get(world.base + path, { headers }, (response) => {
        const head = response.rawHeaders.reduce((sum, each) => sum + each.length + 2, 17);
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('end', () => {
            const body = Buffer.concat(chunks);
            const coding = response.headers['content-encoding'];
            const text = (coding === 'br' ? brotliDecompressSync(body) : body).toString();
            resolve({ bytes: head + body.length, text, coding });
          });
      })
      .on('error', reject);
  });
}

/** Scripts and styles that a part of the page loads by itself. */
function namedIn(path: string, text: string): string[] {
  const found = path.endsWith('.js')
    ? text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)
    : text.matchAll(/<(?:script\b[^>]*\bsrc|link\b[^>]*\bhref)="(\/assets\/[^"]+)"/g);
  return [...found].map(([, each]) => new URL(each!, `http://here.example${path}`).pathname);
}

describe('the page of a thread with fifty comments', () => {
  it('weighs at most 60 kB with all that it loads, of which the script is at most 30 kB', async () => {
    const weights = new Map<string, number>();
    const waiting = [page];
    for (const path of waiting) {
      let loaded: LoadedFile | undefined;
      // The compressed form of a page is made beside its first answer.
      await until(`${path} compressed`, async () => (loaded = await loads(path)).coding === 'br');
      weights.set(path, loaded!.bytes);
      if (path === page) expect(loaded!.text.match(/<article class="comment /g)).toHaveLength(50);
      for (const each of namedIn(path, loaded!.text))
        if (!weights.has(each) && !waiting.includes(each)) waiting.push(each);
    }
    const scripts = [...weights].filter(([path]) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    const sumOf = (parts: readonly (readonly [string, number])[]): number =>
      parts.reduce((sum, [, bytes]) => sum + bytes, 0);
    expect({ weights: Object.fromEntries(weights), isLight: sumOf(scripts) <= SCRIPT_AT_MOST }).toMatchObject({
      isLight: true,
    });
    expect({ weights: Object.fromEntries(weights), isLight: sumOf([...weights]) <= PAGE_AT_MOST }).toMatchObject({
      isLight: true,
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { routesOf } from '../support/crawl.ts';
import { freePort } from '../support/server.ts';
import { until, World, type Json } from '../support/world.ts';
import { crawl } from './crawling.ts';
import { KINDS, Scanner } from './documents.ts';
import { ADDRESSES, LeakForum, PUBLISHED } from './forum.ts';
import { mailIn, MARKS, TRUSTED } from './mailing.ts';
import { keepDatabaseFiles, keepTables, overhearRedis, logStatements } from './stores.ts';
import { liveThrough, plant } from './story.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('redis-server');

let dir: string;
let forum: LeakForum;
let scanner: Scanner;
let canary: Scanner;
let handed: readonly Buffer[];
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-leaks-'));
  // A careless line of code, whose leak is a line of the log.
  const port = await freePort();
  forum = await LeakForum.open(dir, {
    INBOUND: `lmtp://127.0.0.1:${port}`,
    INBOUND_TRUSTS: TRUSTED,
    CANARY: ADDRESSES.canary,
    NODE_OPTIONS: '--import data:text/javascript,console.error(process.env.CANARY)',
  });
  await logStatements(forum);
  const overheard = await overhearRedis(forum);
  const ids = await liveThrough(forum);
  await until(
    'the answer to be mailed',
    async () =>
      (await forum.mails()).filter((mail) => mail.includes(`To: ${ADDRESSES.asker.toLowerCase()}`)).length >= 2,
    60_000,
  );
  handed = await mailIn(forum, port);
  await plant(forum, ids);
  // Before the crawl, which ends by taking away whatever it may.
  await keepTables(forum);
  await forum.keepArchive(ids['conferences']![0]!);
  const plan = await World.open({ LOG_LEVEL: 'silent' });
  const routes = await routesOf(plan);
  await plan.close();
  await crawl(forum, routes, ids);
  await forum.keepMails();
  await keepTables(forum);
  await keepDatabaseFiles(forum);
  overheard();
  forum.keep('log', 'standard output and error', forum.server.output);
  const secrets = await forum.secrets();
  scanner = new Scanner(secrets.filter(({ whose }) => whose !== 'canary'));
  canary = new Scanner(secrets.filter(({ whose }) => whose === 'canary'));
});
afterAll(async () => {
  await forum.close();
  await rm(dir, { recursive: true, force: true });
});

describe('an address', () => {
  it('leaves the server in no form, by no route, and lies nowhere in the open', () => {
    const bytes = forum.documents.reduce((sum, document) => sum + document.bytes.length, 0);
    process.stdout.write(
      `leaks: ${scanner.size} strings × ${forum.documents.length} documents (${Math.round(bytes / 1e6)} MB)\n`,
    );
    const hits = scanner.search(forum.documents);
    expect(
      [...new Set(hits.map(({ kind, about, whose, form }) => `${kind}: ${form} of ${whose} in ${about}`))].slice(0, 40),
    ).toEqual([]);
  });

  it('is shown masked to its owner alone, and to the organizer in whose sheet it stood', () => {
    const masked = Object.entries(ADDRESSES).map(([whose, address]) => ({
      whose,
      text: `${address.slice(0, 1).toLowerCase()}•••@${address.split('@')[1]!.toLowerCase()}`,
    }));
    const shown = forum.documents.flatMap(({ kind, about, reader, bytes }) =>
      masked
        .filter(({ text }) => bytes.includes(text))
        .map(({ whose }) => ({
          whose,
          reader,
          isSelf: whose === reader || (whose === 'inSheet' && reader === 'organizer'),
          about: `${kind}: ${about}`,
        })),
    );
    expect(shown.filter(({ isSelf }) => !isSelf)).toEqual([]);
    expect(shown.length).toBeGreaterThan(0);
  });

  it('that the operator publishes for researchers stands in security.txt and nowhere else', () => {
    const shown = forum.documents
      .filter(({ bytes }) => bytes.includes(PUBLISHED))
      .map(({ about }) => about.replace(/(\?.*)? as \w+$/, ''));
    expect([...new Set(shown)]).toEqual(['GET /.well-known/security.txt']);
  });
});

describe('an e-mail that comes in', () => {
  it('leaves its author’s words alone: no sender, way, subject, signature, quotation, attachment, report', () => {
    const found = forum.documents.flatMap(({ kind, about, bytes }) =>
      Object.entries(MARKS)
        .filter(([, mark]) => bytes.includes(mark))
        .map(([what]) => `${kind}: ${what} in ${about}`),
    );
    expect([...new Set(found)].slice(0, 40)).toEqual([]);
    // Each of them came in, so that none is missing because it was never there.
    const absent = Object.entries(MARKS).filter(([, mark]) => !handed.some((raw) => raw.includes(mark)));
    expect(absent.map(([what]) => what)).toEqual([]);
  });
});

describe('the search', () => {
  it('finds what leaks in earnest, in everything that leaves and everywhere that it lies', () => {
    const found = new Set(
      canary
        .search(forum.documents)
        .filter(({ form }) => form === 'raw')
        .map(({ kind }) => kind),
    );
    expect(KINDS.filter((kind) => !found.has(kind))).toEqual([]);
  });

  it('finds every form of every address planted into something of every kind', () => {
    const { planted, missed } = scanner.missed(forum.documents);
    process.stdout.write(`leaks: control found ${planted - missed.length} of ${planted}\n`);
    expect(missed).toEqual([]);
    expect(planted).toBeGreaterThan(KINDS.length * 500);
  });

  it('is looked for in every kind of public answer, and on every route by everybody', () => {
    const seen = (kind: string, words: string): boolean =>
      forum.documents.some((document) => document.kind === kind && document.bytes.includes(words));
    const evidence: [string, string][] = [
      ['answer', 'albatross'],
      ['page', 'albatross'],
      ['feed', 'albatross'],
      ['socket', 'albatross'],
      ['table', 'albatross'],
      ['table', 'The condor, confirmed by •••'],
      ['page', 'The condor is mine.'],
      ['mail', '250 2.0.0 Taken'],
      ['mail', '550 5.1.1'],
      ['database file', 'albatross'],
      ['database log', 'albatross'],
      ['mail', 'quoted-printable'],
      ['log', 'hint'],
      ['redis', 'aftertalk:bells'],
    ];
    expect(evidence.filter(([kind, words]) => !seen(kind, words))).toEqual([]);
    const answered = forum.documents
      .filter(({ kind }) => kind === 'answer' || kind === 'page')
      .map(({ bytes }) => Number(bytes.subarray(0, 3).toString()));
    expect(
      [200, 201, 202, 204, 303, 400, 401, 403, 404, 409, 415, 422].filter((status) => !answered.includes(status)),
    ).toEqual([]);
    const failed = forum.documents.filter(
      ({ kind, bytes }) => (kind === 'answer' || kind === 'page') && bytes.subarray(0, 1).toString() === '5',
    );
    expect(failed.map(({ about }) => about)).toEqual([]);
    const me = forum.documents.find(({ about }) => about === 'GET /api/v1/me as participant');
    expect((JSON.parse(me!.bytes.toString().split('\n\n')[1]!) as Json)['emailMasked']).toContain('•••@');
  });
});

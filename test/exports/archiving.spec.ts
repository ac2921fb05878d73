import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { ExportArchive, type ExportReport } from '../../src/exports/export-archive.ts';
import { hashOf } from '../../src/exports/archive-folder.ts';
import { ImportArchive } from '../../src/exports/import-archive.ts';
import { signManifest } from '../../src/exports/signing-key.ts';
import { verifyArchive } from '../../src/exports/verify-archive.ts';
import { until, World, type Json } from '../support/world.ts';
import { discussed, emptyFolder, pageOf, textsIn, type DiscussedConference } from './archive-world.ts';

let world: World;
let there: World;
let place: DiscussedConference;
let dir: string;
let report: ExportReport;
beforeAll(async () => {
  [world, there] = [await World.open(), await World.open()];
  place = await discussed(world);
  dir = await emptyFolder();
  report = await world.app.get(ExportArchive).export(place.slug, dir);
});
afterAll(async () => {
  await world.close();
  await there.close();
  await rm(dir, { recursive: true, force: true });
});

describe('an archive', () => {
  it('holds the programme, the discussions with answered questions first, the recaps, the ledger, in both languages and as data', async () => {
    const texts = await textsIn(dir);
    for (const locale of ['en', 'fr'])
      for (const name of [
        'index',
        't/on-leaving',
        't/hallway',
        't/on-leaving.recap',
        'recap',
        'recaps/half-a-morning',
        'ledger',
        'figures',
        'search',
      ])
        expect(texts.has(`${locale}/${name}.html`)).toBe(true);
    const thread = texts.get('en/t/on-leaving.html')!;
    expect(thread.indexOf('Long mornings')).toBeLessThan(thread.indexOf('The <em>silence</em>'));
    expect(texts.get('fr/t/on-leaving.html')).toContain('Questions et réponses');
    const recap = texts.get('en/recaps/half-a-morning.html')!;
    for (const about of ['About the author', 'from the third row', 'I <em>take notes</em>.'])
      expect(recap).toContain(about);
    expect(texts.get('en/ledger.html')).toContain('Not about this.');
    expect(JSON.parse(texts.get('data/archive.json')!)).toMatchObject({
      format: 'aftertalk-archive',
      version: 1,
      conference: { slug: place.slug },
    });
    const comments = JSON.parse(texts.get(`data/comments/${place.threadId}/00000.json`)!) as Json[];
    expect(comments.map(({ seq }) => seq as number)).toEqual(
      comments.map(({ seq }) => seq as number).toSorted((a, b) => a - b),
    );
    expect(comments).toHaveLength(
      Number(
        (
          await world.query('select count(*) from comments where thread_id = $1 and seq is not null', [place.threadId])
        )[0]!['count'],
      ),
    );
  });

  it('holds the figures as they were, in both languages and as data, without their rows', async () => {
    const texts = await textsIn(dir);
    const figures = JSON.parse(texts.get('data/figures.json')!) as Json[];
    expect(figures.filter(({ day }) => day === null).map(({ name }) => name as string)).toContain('fate-of-questions');
    for (const figure of figures)
      expect(figure).toMatchObject({ sql: expect.any(String), formula: expect.any(String), asOf: expect.any(String) });
    expect(texts.get('en/figures.html')).toContain('What became of the questions?');
    expect(texts.get('fr/figures.html')).toContain('Que sont devenues les questions');
    expect(texts.get('fr/figures.html')).not.toContain('.csv');
  });

  it('holds no address, no account, nothing withheld or withdrawn, and asks nothing of any network', async () => {
    const accounts = (await world.query('select id from accounts')).map(({ id }) => id as string);
    for (const [name, text] of await textsIn(dir)) {
      for (const bad of [...accounts, ...place.gone, 'mail.example', '.progress'])
        expect([name, text.includes(bad)]).toEqual([name, false]);
      if (name.endsWith('.html'))
        expect([
          name,
          [...text.matchAll(/(?:src|<link[^>]*href|action|srcset)="(?!data:)([^"]*)"/g)]
            .map(([, url]) => url)
            .filter((url) => /^(?:[a-z]+:|\/)/i.test(url!)),
        ]).toEqual([name, []]);
    }
  });

  it('leads only to files that are there, and to comments that are on them', async () => {
    const texts = await textsIn(dir);
    const lost: string[] = [];
    for (const [name, text] of texts) {
      if (!name.endsWith('.html')) continue;
      for (const [, url] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^(?:https?:|data:)/.test(url!)) continue;
        const [file = '', anchor] = url!.split('#');
        const target = file === '' ? name : path.posix.normalize(path.posix.join(path.posix.dirname(name), file));
        if (!texts.has(target) || (anchor && anchor !== 'main' && !texts.get(target)!.includes(`id="${anchor}"`)))
          lost.push(`${name} -> ${url}`);
      }
    }
    expect(lost).toEqual([]);
  });

  it('is signed by a key that only the forum can read', async () => {
    expect(await verifyArchive(dir, { fingerprint: report.fingerprint })).toEqual({
      files: report.files,
      fingerprint: report.fingerprint,
      faults: [],
    });
    const [kept] = await world.query<{ cipher: Buffer }>(
      `select secret_cipher cipher from forum_secrets where name = 'archive-key'`,
    );
    expect(kept!.cipher.toString('latin1')).not.toContain('PRIVATE KEY');
    await expect(stat(path.join(world.dataDir, 'keys', 'archive-key'))).rejects.toThrow('ENOENT');
    expect((await textsIn(dir)).get('manifest.txt')).not.toContain('\\');
  });

  it('goes on where it was stopped, and is not written over something else', async () => {
    const half = await emptyFolder();
    await expect(
      world.app.get(ExportArchive).export(place.slug, half, {
        progress: () => {
          throw new Error('stopped');
        },
      }),
    ).rejects.toThrow('stopped');
    expect((await verifyArchive(half, { fingerprint: null })).faults).toHaveLength(1);
    const told: number[] = [];
    const gone = await world.app
      .get(ExportArchive)
      .export(place.slug, half, { progress: (done, total) => told.push(done / total) });
    expect({ ...gone, fingerprint: report.fingerprint }).toEqual(report);
    expect(told.at(-1)).toBe(1);
    const [whole, again] = [await textsIn(dir), await textsIn(half)];
    expect([...again.keys()].toSorted()).toEqual([...whole.keys()].toSorted());
    expect([...whole].filter(([name, text]) => again.get(name) !== text)).toEqual([]);
    await expect(world.app.get(ExportArchive).export(place.slug, half)).rejects.toMatchObject({
      kind: { slug: 'archive-folder-taken' },
    });
    await rm(half, { recursive: true, force: true });
  });

  it('comes as one file to organizers, and to nobody else', async () => {
    expect((await place.ada.get(`/admin/conferences/${place.slug}/export`)).status).toBe(403);
    const response = await fetch(`${world.base}/api/v1/admin/conferences/${place.slug}/export`, {
      headers: { authorization: `Bearer ${place.olga.token!}` },
    });
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('x-archive-fingerprint')).toBe(report.fingerprint);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    expect(bytes.includes(`${place.slug}/manifest.txt`)).toBe(true);
  });
});

describe('an archive in an empty server', () => {
  it('shows the same pages at the same addresses, and its permalinks lead where they led', async () => {
    const done = await there.app.get(ImportArchive).import(dir, { fingerprint: report.fingerprint });
    expect(done).toMatchObject({ slug: place.slug, threads: 4 });
    const recapsOf = async (forum: World): Promise<Json[]> =>
      ((await forum.person('nobody').get(`/conferences/${place.slug}/recaps`)).body['items'] as Json[]).map(
        ({ savedAt: _savedAt, html: _html, comments: _comments, ...recap }) => recap,
      );
    expect(await recapsOf(there)).toEqual(await recapsOf(world));
    const [said] = (await world.person('nobody').get(`/threads/${place.threadId}/comments`)).body['items'] as Json[];
    for (const url of [
      '',
      '/ledger',
      '/recap',
      '/t/hallway',
      '/t/on-leaving',
      '/t/on-leaving?sort=top',
      '/t/on-leaving/recap',
      `/t/on-leaving?comment=${said!['id'] as string}`,
      '/schedule.json',
    ]) {
      for (const locale of ['en', 'fr'])
        expect([url, await pageOf(there, `/c/${place.slug}${url}`, locale)]).toEqual([
          url,
          await pageOf(world, `/c/${place.slug}${url}`, locale),
        ]);
    }
    for (const url of [
      `/threads/${place.threadId}/comments`,
      `/threads/${place.threadId}/comments?kind=answer`,
      `/comments/${said!['id'] as string}/replies`,
    ]) {
      const [here, copy] = [await world.person('nobody').get(url), await there.person('nobody').get(url)];
      expect(withoutGone(copy.body)).toEqual(withoutGone(here.body));
    }
    expect(await pageOf(there, said!['author'].avatarUrl as string)).toBe(
      await pageOf(world, said!['author'].avatarUrl as string),
    );
  });

  it('shows its highlights, who took part and who wrote its recaps', async () => {
    // Authors that came with an archive have no page here.
    const withoutAuthorPages = (page: string): string =>
      page.replaceAll(/<a href="[^"]*\/by\/[^"]*" rel="author">(.*?)<\/a>/g, '$1');
    for (const url of ['?show=highlights', '/recaps'])
      expect([url, await pageOf(there, `/c/${place.slug}${url}`)]).toEqual([
        url,
        withoutAuthorPages(await pageOf(world, `/c/${place.slug}${url}`)),
      ]);
    const recap = await pageOf(there, `/c/${place.slug}/recaps/half-a-morning`);
    for (const about of ['from the third row', 'I <em>take notes</em>.']) expect(recap).toContain(about);
    const highlights = await pageOf(there, `/c/${place.slug}?show=highlights`);
    expect(highlights).toMatch(/<b>[1-9]\d*<\/b><span>pe(?:ople|rson) took part/);
    expect(highlights).not.toContain('Former participant');
  });

  it('is left out of the figures there, also what was said without a name', async () => {
    for (const name of ['fate-of-questions', 'comments-by-phase', 'votes', 'recaps', 'talks-with-a-question'])
      expect((await there.person('nobody').get(`/conferences/${place.slug}/figures/${name}`)).body).toMatchObject({
        name,
        denominator: 0,
      });
  });

  it('can be taken in again without a second copy', async () => {
    const count = async (): Promise<Json> =>
      (
        await there.query(
          `select (select count(*) from comments) comments, (select count(*) from thread_log) log,
             (select count(*) from archived_decisions) decisions, (select count(*) from recap_versions) recaps`,
        )
      )[0]!;
    const before = await count();
    await there.app.get(ImportArchive).import(dir, { fingerprint: null });
    expect(await count()).toEqual(before);
  });

  it('is taken in beside a recap that is saved at that moment: both are there, one after the other', async () => {
    const olga = await there.person('olga').signsIn();
    const client = new pg.Client({ connectionString: there.databaseUrl });
    await client.connect();
    const waits = (count: number): Promise<unknown> =>
      until(`${count} that wait for a lock`, async () => {
        const [found] = await there.query<{ count: number }>(
          `select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return found!.count >= count;
      });
    try {
      await there.query('delete from recap_versions');
      await client.query('begin');
      await client.query('select from conferences where slug = $1 for update', [place.slug]);
      const importing = there.app.get(ImportArchive).import(dir, { fingerprint: null });
      await waits(1);
      const saving = olga.put(`/threads/${place.threadId}/recap`, { markdown: 'New here', items: [], published: true });
      await waits(2);
      await client.query('rollback');
      await importing;
      expect((await saving).status).toBe(200);
      expect((await olga.get(`/threads/${place.threadId}/recap/versions`)).body['items']).toMatchObject([
        { version: 2 },
        { version: 1 },
      ]);
    } finally {
      await client.end();
    }
  });

  it('can be searched', async () => {
    const found = async (): Promise<Json[]> =>
      (await there.person('nobody').get(`/conferences/${place.slug}/search?q=silence`)).body['items'] as Json[];
    for (let tries = 0; tries < 200 && (await found()).length === 0; tries += 1)
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
    expect(await found()).toHaveLength(1);
  });
});

/** Removes the names of those who withdrew, or were withheld, which an archive does not have. */
const withoutGone = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && 'state' in part && 'author' in part && part.state !== 'visible'
        ? { ...part, author: null }
        : part,
    ),
  );

describe('a byte that was changed in an archive', () => {
  const faults = async (fingerprint: string | null = report.fingerprint): Promise<string[]> =>
    (await verifyArchive(dir, { fingerprint })).faults;

  it('is found, also when the list of files, or its signature, was made anew', async () => {
    const file = path.join(dir, 'en/t/on-leaving.html');
    const [page, manifest, signature] = await Promise.all([
      readFile(file),
      readFile(path.join(dir, 'manifest.txt'), 'utf8'),
      readFile(path.join(dir, 'signature.json')),
    ]);
    await writeFile(file, page.toString().replace('mornings', 'evenings'));
    expect(await faults()).toEqual(['en/t/on-leaving.html was changed.']);
    const forged = manifest.replace(/^[\da-f]{64}(?= {2}en\/t\/on-leaving\.html$)/m, await hashOf(file));
    await writeFile(path.join(dir, 'manifest.txt'), forged);
    expect(await faults()).toEqual(['The list of files was changed: its signature does not fit.']);
    await writeFile(
      path.join(dir, 'signature.json'),
      JSON.stringify(signManifest(generateKeyPairSync('ed25519').privateKey, Buffer.from(forged))),
    );
    expect(await faults(null)).toEqual([]);
    expect(await faults()).toEqual([expect.stringMatching(/^Another key signed this: SHA256:/)]);
    await expect(there.app.get(ImportArchive).import(dir, { fingerprint: report.fingerprint })).rejects.toMatchObject({
      kind: { slug: 'archive-refused' },
    });
    await Promise.all([
      writeFile(file, page),
      writeFile(path.join(dir, 'manifest.txt'), manifest),
      writeFile(path.join(dir, 'signature.json'), signature),
    ]);
    expect(await faults()).toEqual([]);
  });

  it('is found when a file was added, or taken away', async () => {
    const added = path.join(dir, 'en', 'more.html');
    await appendFile(added, 'x');
    expect(await faults()).toEqual(['en/more.html was added.']);
    await rm(added);
    const taken = path.join(dir, 'assets', 'style.css');
    const bytes = await readFile(taken);
    await rm(taken);
    expect(await faults()).toEqual(['assets/style.css is missing.']);
    await writeFile(taken, bytes);
  });
});

describe('an address that was given out', () => {
  it('answers 301 from the one file an archive brings for that', async () => {
    const { redirects } = JSON.parse((await textsIn(dir)).get('redirects.json')!) as Json;
    expect(redirects[`/c/${place.slug}/t/on-leaving`]).toBe('fr/t/on-leaving.html');
    const folder = await emptyFolder();
    await writeFile(path.join(folder, 'redirects.json'), JSON.stringify({ version: 1, redirects }));
    const moved = await World.open({ DATA_DIR: folder });
    const response = await fetch(`${moved.base}/c/${place.slug}/t/on-leaving?comment=x`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/fr/t/on-leaving.html?comment=x']);
    expect((await fetch(`${moved.base}/c/elsewhere`, { redirect: 'manual' })).status).toBe(404);
    await moved.close();
    await rm(folder, { recursive: true, force: true });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { cp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, SIGNATURE } from '../../src/exports/archive-format.ts';
import { hashOf, listFiles } from '../../src/exports/archive-folder.ts';
import { ExportArchive } from '../../src/exports/export-archive.ts';
import { ImportArchive, type ImportedArchive } from '../../src/exports/import-archive.ts';
import { signManifest } from '../../src/exports/signing-key.ts';
import { World, type Json } from '../support/world.ts';
import { discussed, emptyFolder, type DiscussedConference } from './archive-world.ts';

let world: World;
let there: World;
let place: DiscussedConference;
let dir: string;
beforeAll(async () => {
  [world, there] = [await World.open(), await World.open()];
  place = await discussed(world);
  dir = await emptyFolder();
  await world.app.get(ExportArchive).export(place.slug, dir);
});
afterAll(async () => {
  await world.close();
  await there.close();
  await rm(dir, { recursive: true, force: true });
});

/** An archive as somebody else would make it: one file of data changed, the list of files and the signature anew. */
async function forged(file: string, change: (data: Json) => Json | void): Promise<string> {
  const copy = await emptyFolder();
  await cp(dir, copy, { recursive: true });
  const data = JSON.parse(await readFile(path.join(copy, file), 'utf8')) as Json;
  await writeFile(path.join(copy, file), JSON.stringify(change(data) ?? data));
  return signedAnew(copy);
}

async function signedAnew(copy: string): Promise<string> {
  const names = (await listFiles(copy)).filter((name) => name !== MANIFEST && name !== SIGNATURE);
  const lines = await Promise.all(names.map(async (name) => `${await hashOf(path.join(copy, name))}  ${name}\n`));
  const manifest = Buffer.from(lines.join(''));
  await writeFile(path.join(copy, MANIFEST), manifest);
  await writeFile(
    path.join(copy, SIGNATURE),
    JSON.stringify(signManifest(generateKeyPairSync('ed25519').privateKey, manifest)),
  );
  return copy;
}

const takeIn = (copy: string): Promise<ImportedArchive> =>
  there.app.get(ImportArchive).import(copy, { fingerprint: null });

const HEAD = 'data/archive.json';
const settings =
  (own: Json) =>
  (head: Json): void =>
    void Object.assign(head['conference'].settings as Json, own);
const conference =
  (own: Json) =>
  (head: Json): void =>
    void Object.assign(head['conference'] as Json, own);
const first =
  (own: Json) =>
  (list: Json): void =>
    void Object.assign((list as unknown as Json[])[0]!, own);
const everyAuthor =
  (own: Json) =>
  (list: Json): void => {
    for (const comment of list as unknown as Json[])
      if (comment['author']) Object.assign(comment['author'] as Json, own);
  };

const REFUSED: readonly [what: string, file: string, change: (data: Json) => Json | void, fault: RegExp][] = [
  [
    'a site that writes a policy of its own',
    HEAD,
    settings({ embedSites: ["https://a.example; script-src 'unsafe-inline' *"] }),
    /archive\.json.*embedSites/,
  ],
  ['an archive address that runs', HEAD, settings({ archiveUrl: 'javascript:alert(1)' }), /archiveUrl/],
  ['a screening there is not', HEAD, settings({ screening: 'never' }), /screening/],
  [
    'rules without an end',
    HEAD,
    settings({ rules: Array.from({ length: 51 }, (_, i) => ({ key: `r${i}`, title: 'A rule' })) }),
    /rules/,
  ],
  ['a conference address that runs', HEAD, conference({ url: 'javascript:alert(1)' }), /url/],
  ['a conference whose name climbs', HEAD, conference({ slug: '../../elsewhere' }), /slug/],
  ['a conference named like an id', HEAD, conference({ slug: '0198a3c2-7b1e-7c4f-9a2b-3c4d5e6f7081' }), /slug/],
  ['a time zone there is not', HEAD, conference({ timeZone: 'Mars/Olympus' }), /timeZone/],
  [
    'a talk address that runs',
    'data/talks.json',
    first({ url: 'data:text/html,<script>alert(1)</script>' }),
    /talks\.json#\/0\/url/,
  ],
  ['a talk named like an id', 'data/talks.json', first({ slug: '0198a3c2-7b1e-7c4f-9a2b-3c4d5e6f7081' }), /slug/],
  ['a title of megabytes', 'data/talks.json', first({ title: 'x'.repeat(2_000_000) }), /title/],
  [
    'a thread whose name climbs',
    'data/threads.json',
    first({ slug: '../../../../escaped' }),
    /threads\.json#\/0\/slug/,
  ],
  ['files without end', 'data/threads.json', first({ files: 1e9 }), /files/],
  ['an avatar of markup', 'data/faces.json', first({ avatarSeed: '"><script>alert(1)</script>' }), /avatarSeed/],
  ['a decision of no kind', 'data/ledger.json', first({ kind: '<script>' }), /kind/],
  ['something else than a list', 'data/recaps.json', () => ({}), /no list/],
];

describe('an archive made by somebody else', () => {
  it.each(REFUSED)('is refused with %s', async (_what, file, change, fault) => {
    const copy = await forged(file, change);
    await expect(takeIn(copy)).rejects.toMatchObject({
      kind: { slug: 'archive-refused' },
      facts: { fault: expect.stringMatching(fault) },
    });
    expect(await there.query('select slug from conferences')).toEqual([]);
    await rm(copy, { recursive: true, force: true });
  });

  it('is refused when an author has a name that the API would refuse', async () => {
    const file = `data/comments/${place.threadId}/00000.json`;
    const copy = await forged(file, everyAuthor({ name: 'A\nname <b>of</b> lines' }));
    await expect(takeIn(copy)).rejects.toMatchObject({
      kind: { slug: 'archive-refused' },
      facts: { fault: expect.stringContaining('/author/name') },
    });
    await rm(copy, { recursive: true, force: true });
  });

  it('cannot write into a conference that is here', async () => {
    const olga = await there.person('olga').signsIn();
    const made = await olga.post('/admin/conferences', {
      slug: 'here',
      title: 'Here',
      timeZone: 'UTC',
      locale: 'en',
      startsOn: '2026-05-02',
      endsOn: '2026-05-02',
    });
    expect(made.status).toBe(201);
    const {
      body: { id },
    } = await olga.post('/admin/conferences/here/threads', { slug: 'ours', title: 'Ours' });
    const copy = await forged(
      'data/threads.json',
      (threads) =>
        void Object.assign(
          (threads as unknown as Json[]).find((thread) => thread['talkId'] === null)!,
          { id, files: 0 },
        ),
    );
    await expect(takeIn(copy)).rejects.toMatchObject({
      kind: { slug: 'archive-refused' },
      facts: { fault: expect.stringContaining('another conference') },
    });
    expect(await there.query('select title from threads where id = $1', [id])).toEqual([{ title: 'Ours' }]);
    await rm(copy, { recursive: true, force: true });
  });

  it('brings no tag that ends anywhere but at its end, and a comment reworded for ever comes in', async () => {
    const torn = '<p><a href="https://a.example/?>&lt;img src=x onerror=alert(1)>">x</a></p>';
    const long = '<p><em>again</em> and <strong>again</strong></p>'.repeat(250);
    const file = `data/comments/${place.threadId}/00000.json`;
    const copy = await forged(
      file,
      first({
        html: torn,
        editedAt: '2026-05-02T12:00:00.000Z',
        revisions: Array.from({ length: 300 }, (_, i) => ({
          revision: i + 1,
          html: long,
          writtenAt: '2026-05-02T11:00:00.000Z',
        })),
      }),
    );
    expect(await takeIn(copy)).toMatchObject({ slug: place.slug, threads: 4 });
    const [{ html }] = (await there.query(`select html from comments where html like '%a.example%' limit 1`)) as [Json];
    expect(html).toBe(
      '<p><a href="https://a.example/?%3E%3Cimg src=x onerror=alert(1)%3E" ' +
        'rel="nofollow ugc noopener noreferrer">x</a></p>',
    );
    expect(await there.query('select count(*)::int n from comment_revisions')).toEqual([{ n: expect.any(Number) }]);
    await rm(copy, { recursive: true, force: true });
  });
});

describe('writing an archive', () => {
  it('stays inside its folder, whatever the names in the database are', async () => {
    const out = await emptyFolder();
    const [hallway] = (await world.query(`select id, slug from threads where talk_id is null limit 1`)) as [Json];
    await world.query(`update threads set slug = '../../../escaped' where id = $1`, [hallway['id']]);
    try {
      await expect(world.app.get(ExportArchive).export(place.slug, path.join(out, 'a/b/c'))).rejects.toThrow(
        'no name for a file',
      );
    } finally {
      await world.query('update threads set slug = $2 where id = $1', [hallway['id'], hallway['slug']]);
    }
    expect((await readdir(out, { recursive: true })).filter((name) => name.includes('escaped'))).toEqual([]);
    await rm(out, { recursive: true, force: true });
  });

  it('writes through no link that lies in its folder', async () => {
    const [out, elsewhere] = [await emptyFolder(), await emptyFolder()];
    await symlink(elsewhere, path.join(out, 'data'));
    const [{ id }] = (await world.query('select id from conferences where slug = $1', [place.slug])) as [Json];
    await writeFile(path.join(out, '.progress.json'), JSON.stringify({ conferenceId: id, threads: {} }));
    await expect(world.app.get(ExportArchive).export(place.slug, out)).rejects.toThrow('through a link');
    expect(await readdir(elsewhere)).toEqual([]);
    for (const folder of [out, elsewhere]) await rm(folder, { recursive: true, force: true });
  });
});

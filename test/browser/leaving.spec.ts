import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { ExportArchive } from '../../src/exports/export-archive.ts';
import { ImportArchive } from '../../src/exports/import-archive.ts';
import { verifyArchive } from '../../src/exports/verify-archive.ts';
import { FirstStart } from '../../src/ops/first-start.ts';
import { discussed, emptyFolder, pageOf, textsIn, type DiscussedConference } from '../exports/archive-world.ts';
import { DESKTOP, fits, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { isFullForm } from '../support/form.ts';
import { until, World, type Json } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let world: World;
let browser: RealBrowser;
let place: DiscussedConference;
const folders: string[] = [];
beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  place = await discussed(world);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

async function archived(slug: string, of: World = world): Promise<string> {
  const dir = await emptyFolder();
  folders.push(dir);
  await of.app.get(ExportArchive).export(slug, dir);
  return dir;
}

/** A page of an archive with the network off; every request it makes is kept. */
async function fromDisk(
  viewport: { width: number; height: number },
  { script = true } = {},
): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.visitor({ viewport, script });
  await page.context().setOffline(true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  return { page, asked };
}

const faultsOf = async (page: Page): Promise<string[]> => {
  await page.addScriptTag({ content: await readFile(AXE, 'utf8') });
  const { violations } = (await page.evaluate(
    'axe.run(document, { preload: false, resultTypes: ["violations"] })',
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 2)
        .map(({ html }) => html)
        .join(' | ')}`,
  );
};

describe('an archive, opened from a disk with the network off', () => {
  it('can be read in both languages, asks for nothing but its own files, and has no fault that axe finds', async () => {
    const dir = await archived(place.slug);
    const { page, asked } = await fromDisk(DESKTOP);
    for (const name of [
      'index.html',
      ...['en', 'fr'].flatMap((locale) =>
        [
          'index.html',
          't/on-leaving.html',
          't/hallway.html',
          't/on-leaving.recap.html',
          'recap.html',
          'ledger.html',
          'search.html',
        ].map((file) => `${locale}/${file}`),
      ),
    ]) {
      await page.goto(pathToFileURL(path.join(dir, name)).href);
      expect([name, await faultsOf(page)]).toEqual([name, []]);
    }
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    await page.goto(pathToFileURL(path.join(dir, 'en/t/on-leaving.html')).href);
    await picture(page, 'archive-thread-desktop');
    const phone = (await fromDisk(PHONE, { script: false })).page;
    for (const name of ['fr/index', 'fr/t/on-leaving', 'fr/t/on-leaving.recap', 'fr/search']) {
      await phone.goto(pathToFileURL(path.join(dir, `${name}.html`)).href);
      expect([name, await fits(phone)]).toEqual([name, true]);
      await picture(phone, `archive-phone-${name.replaceAll('/', '-')}`);
    }
  });

  it('is searched by its own script', async () => {
    const dir = await archived(place.slug);
    const { page, asked } = await fromDisk(DESKTOP);
    await page.goto(pathToFileURL(path.join(dir, 'en/search.html')).href);
    await page.fill('input[name=q]', 'SILÉNCE best');
    await page.click('form[role=search] button');
    await until('a hit', async () => (await page.locator('#hits li').count()) === 1);
    await picture(page, 'archive-search-desktop');
    await page.click('#hits a');
    expect(await page.locator('article.comment:target').innerText()).toContain('silence');
    await page.goto(pathToFileURL(path.join(dir, 'en/search.html')).href);
    await page.fill('input[name=q]', 'withheld by a moderator');
    await page.click('form[role=search] button');
    await until('nothing to be found', async () =>
      /No results for “[^“{]/.test(await page.locator('#state').innerText()),
    );
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
  });

  it('is that of the demonstration, too, and of a real programme with five hundred comments', async () => {
    const demo = await World.open({ DEMO: 'on' });
    await demo.app.get(FirstStart).prepare();
    expect((await verifyArchive(await archived('assises-2012', demo), { fingerprint: null })).faults).toEqual([]);
    await demo.close();
    const schedules = process.env['SCHEDULES_DIR'];
    if (!schedules || !isFullForm) return;
    const { slug } = await world.conference(place.olga);
    const imported = await place.olga.ask(
      'POST',
      `/admin/conferences/${slug}/imports`,
      await readFile(path.join(schedules, 'schedule-json', 'froscon-2018.json'), 'utf8'),
    );
    expect(imported.status).toBe(200);
    await place.ada.calledIn(slug, 'Ada');
    await place.grace.calledIn(slug, 'Grace');
    const threads = (await place.olga.get(`/conferences/${slug}/threads?limit=20`)).body['items'] as Json[];
    await world.query(
      `update threads
       set opens_at = now() - interval '1 hour', starts_at = now() - interval '1 hour', state = 'open'
       where id = any($1)`,
      [threads.map(({ id }) => id)],
    );
    for (let i = 0; i < 500; i += 10) {
      await Promise.all(
        Array.from({ length: 10 }, (_, j) =>
          [place.ada, place.grace][(i + j) % 2]!.says(
            threads[(i + j) % threads.length]!['id'] as string,
            `Comment ${i + j} on what was said, with **some** words.`,
          ),
        ),
      );
    }
    const dir = await archived(slug);
    const texts = await textsIn(dir);
    expect(
      [...texts]
        .filter(([name]) => name.startsWith('data/comments/'))
        .reduce((sum, [, text]) => sum + (JSON.parse(text) as Json[]).length, 0),
    ).toBe(500);
    const { page, asked } = await fromDisk(DESKTOP);
    for (const name of ['en/index.html', `en/t/${threads[1]!['slug'] as string}.html`]) {
      await page.goto(pathToFileURL(path.join(dir, name)).href);
      expect([name, await faultsOf(page)]).toEqual([name, []]);
    }
    expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    const there = await World.open();
    await there.app.get(ImportArchive).import(dir, { fingerprint: null });
    for (const thread of threads)
      expect([thread['slug'], await pageOf(there, `/c/${slug}/t/${thread['slug'] as string}`)]).toEqual([
        thread['slug'],
        await pageOf(world, `/c/${slug}/t/${thread['slug'] as string}`),
      ]);
    expect(await pageOf(there, `/c/${slug}`)).toBe(await pageOf(world, `/c/${slug}`));
    await there.close();
  });
});

describe('a recap, written with one thumb', () => {
  it('shows itself while it is typed, and reads as it was shown', async () => {
    const phone = await browser.visitor({ viewport: PHONE });
    await phone.context().addCookies([{ name: 'session', value: place.grace.token!, url: world.base }]);
    await phone.goto(`${world.base}/c/${place.slug}/t/on-leaving/recap/edit`);
    expect(await fits(phone)).toBe(true);
    await picture(phone, 'recap-editor-phone');
    await phone.fill('#markdown', 'Typed on the way **home**.');
    await until('the preview', async () =>
      (await phone.locator('#preview').innerHTML()).includes('<strong>home</strong>'),
    );
    await phone.click('button[value=publish]');
    await until('the recap', async () =>
      (await phone.locator('article.recap').innerText()).includes('Typed on the way home.'),
    );
    expect(await fits(phone)).toBe(true);
    await picture(phone, 'recap-phone');
    const desk = await browser.visitor({ viewport: DESKTOP, locale: 'fr' });
    await desk.goto(`${world.base}/c/${place.slug}/t/on-leaving/recap`);
    await picture(desk, 'recap-desktop');
  });
});

describe('an archived discussion', () => {
  it('costs no socket', async () => {
    const day = new Date(world.clock.now().getTime() - 200 * 86_400_000).toISOString().slice(0, 10);
    const { slug } = await world.conference(place.olga, { startsOn: day, endsOn: day });
    for (const [path, sockets] of [
      [`/c/${slug}/t/hallway`, 0],
      [`/c/${place.slug}/t/hallway`, 1],
    ] as const) {
      const page = await browser.visitor();
      let opened = 0;
      page.on('websocket', () => {
        opened += 1;
      });
      await page.goto(world.base + path);
      // Both pages run the same script; the live one has opened its socket by the time it has drawn itself.
      await until('the script to have run', async () =>
        sockets === 0 ? page.evaluate(() => document.readyState === 'complete') : opened === 1,
      );
      expect(opened).toBe(sockets);
    }
    const page = await browser.visitor({ locale: 'fr' });
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await picture(page, 'thread-archived');
    await page.goto(`${world.base}/c/${slug}`);
    await picture(page, 'conference-archived');
  });
});

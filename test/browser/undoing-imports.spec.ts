import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { DESKTOP, fits, isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { conferenceOf, talksOf } from '../imports/programmes.ts';
import { oneIn } from '../support/form.ts';
import { skipWithout } from '../support/skip-without.ts';
import { World, type Person } from '../support/world.ts';

skipWithout('chromium');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let world: World;
let browser: RealBrowser;
let olga: Person;
let axe: string;
beforeAll(async () => {
  axe = await readFile(AXE, 'utf8');
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const WORDS = {
  fr: {
    try: 'Voir ce qui changerait',
    import: 'Importer',
    columns: 'Contenu des colonnes du tableau',
    undo: 'Annuler cet import',
    undoNow: 'Annuler l’import',
    remove: 'Supprimer cette conférence',
  },
  en: {
    try: 'Show what would change',
    import: 'Import',
    columns: 'What the columns of the sheet hold',
    undo: 'Undo this import',
    undoNow: 'Undo the import',
    remove: 'Delete this conference',
  },
} as const;

const SHEET = Buffer.from(
  'Titre;Date;Début;Cours;Intervenants;E-mail\n' +
    'Des figues;6/7/2026;10h;Amphi;Ada Lovelace;ada@mail.example\n' +
    'Des poires;6/7/2026;11h;Amphi;Grace Hopper;grace@mail.example\n',
);
const file = { name: 'programme.csv', mimeType: 'text/csv', buffer: SHEET };

/** The faults that axe finds on the page as it is now; a page without scripts is not asked. */
async function faultsOf(page: Page, script: boolean): Promise<string[]> {
  if (!script) return [];
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe('an organizer with a sheet', () => {
  it.each(
    oneIn(2, [
      ['fr', PHONE, true],
      ['en', DESKTOP, false],
    ] as const),
  )(
    'answers its questions, corrects a column, imports it and undoes that, in %s, on a screen of %o, with a script: %s',
    async (locale, viewport, script) => {
      const words = WORDS[locale];
      const slug = await conferenceOf(olga, { startsOn: '2026-06-01', endsOn: '2026-07-31' });
      const page = await browser.visitor({ viewport, locale, script });
      await isOf(page, olga);
      const looksRight = async (name: string): Promise<void> => {
        await picture(page, `imports-${name}-${locale}-${viewport.width}`);
        expect([await fits(page), await faultsOf(page, script)]).toEqual([true, []]);
      };
      const form = page.locator('#import');
      const sends = async (button: string): Promise<void> => {
        await form.locator('input[type=file]').setInputFiles(file);
        await form.getByRole('button', { name: button, exact: true }).click();
        await page.locator('#report').waitFor();
      };

      await page.goto(`${world.base}/organize/${slug}/programme`);
      await sends(words.try);
      await form.locator('input[value="2026-07-06"]').check();
      await looksRight('question');
      await sends(words.try);
      await page.locator('#report', { hasText: 'a•••@mail.example' }).waitFor();
      await form.locator('summary', { hasText: words.columns }).click();
      await form.getByLabel('Cours').selectOption('room');
      await looksRight('preview');
      await sends(words.import);
      expect(await talksOf(olga, slug)).toMatchObject([
        { title: 'Des figues', startsAt: '2026-07-06T08:00:00.000Z', room: 'Amphi' },
        { title: 'Des poires', room: 'Amphi' },
      ]);
      await looksRight('done');

      await page.getByRole('link', { name: words.undo }).click();
      await page.locator('.changes', { hasText: 'Des figues' }).waitFor();
      await looksRight('undo');
      await page.getByRole('button', { name: words.undoNow }).click();
      await page.locator('#report').waitFor();
      expect(await talksOf(olga, slug)).toEqual([]);
      await looksRight('undone');

      await page.goto(`${world.base}/organize/${slug}/settings`);
      await page.locator('#removal input[type=checkbox]').check();
      await looksRight('removal');
      await page.locator('#removal').getByRole('button', { name: words.remove }).click();
      // A script leaves the address without the act that was done.
      await page.waitForURL(/\/organize(?:\?|$)/);
      expect((await olga.get(`/conferences/${slug}`)).status).toBe(404);
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rm } from 'node:fs/promises';
import type { Locale } from '../../locales/words.ts';
import { ExportArchive } from '../../src/exports/export-archive.ts';
import { DeclaredFigures } from '../../src/figures/declared-figures.ts';
import { World } from '../support/world.ts';
import { emptyFolder, textsIn } from './archive-world.ts';

let world: World;
let dir: string;
let pages: Readonly<Record<Locale, string>>;

beforeAll(async () => {
  world = await World.open();
  const olga = await world.person('olga').signsIn();
  const { slug } = await world.conference(olga, { locale: 'fr' });
  const { body } = await olga.post(`/admin/conferences/${slug}/talks`, {
    slug: 'on-numbers',
    title: 'On numbers',
    startsAt: new Date(world.clock.now().getTime() - 600_000).toISOString(),
    durationMinutes: 30,
    room: 'A',
  });
  for (const name of ['ann', 'bob', 'cid', 'dan', 'eve', 'fay']) {
    const person = await (await world.person(name).signsIn()).calledIn(slug, name);
    const asked = await person.post(`/threads/${body['threadId'] as string}/questions`, { body: 'Why is that so?' });
    expect(asked.status).toBe(201);
  }
  dir = await emptyFolder();
  await world.app.get(ExportArchive).export(slug, dir);
  const texts = await textsIn(dir);
  pages = { en: texts.get('en/figures.html')!, fr: texts.get('fr/figures.html')! };
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

/** The charts of a page by the names of their figures. */
const chartsOf = (page: string): Map<string, string> =>
  new Map(
    [...page.matchAll(/<svg [^>]*class="chart"[^>]*aria-labelledby="chart-([\w-]+)-title [^]*?<\/svg>/g)].map(
      ([chart, name]) => [name!, chart],
    ),
  );

const xml = (text: string): string => text.replaceAll('&', '&amp;');

describe('the charts of an archive', () => {
  it.each([
    ['en', 'fr'],
    ['fr', 'en'],
  ] as const)('are in the language of their page (%s)', (locale, other) => {
    const charts = chartsOf(pages[locale]);
    expect(charts.size).toBeGreaterThanOrEqual(4);
    for (const [name, chart] of charts) {
      const figure = world.app.get(DeclaredFigures).named(name)!;
      expect([name, chart.includes(xml(figure.question[locale]))]).toEqual([name, true]);
      // A line with steps names no parts.
      const labels = figure.chart === 'steps' ? [] : figure.parts.map(({ label }) => label);
      expect(labels.filter((label) => !chart.includes(`>${xml(label[locale])}`))).toEqual([]);
      const others = labels.filter((label) => label[other] !== label[locale]);
      expect(others.filter((label) => chart.includes(`>${xml(label[other])}`))).toEqual([]);
    }
  });

  it('show the same figures in both languages', () => {
    expect([...chartsOf(pages.en).keys()]).toEqual([...chartsOf(pages.fr).keys()]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let people: Person[];
let here: string;
let threadId: string;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  const place = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
  ({ threadId } = place);
  here = `${world.base}/c/${place.slug}/t/hallway`;
  people = await Promise.all(
    ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'].map(async (name) =>
      (await world.person(name.toLowerCase()).signsIn()).calledIn(place.slug, name),
    ),
  );
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const idOf = (comment: Json): string => comment['id'] as string;

/** A comment of Ada with so many replies, by Ada, Bob, Cleo, Dan and Eve in turn. */
async function withReplies(count: number, about: string): Promise<{ root: Json; replies: Json[] }> {
  world.advance({ minutes: 11 });
  const root = await people[0]!.says(threadId, `What about ${about}?`);
  const replies: Json[] = [];
  for (let i = 0; i < count; i += 1)
    replies.push(await people[i % 5]!.says(threadId, `${about} ${i + 1}`, { parentId: idOf(root) }));
  return { root, replies };
}

const opened = async (script: boolean, address = here): Promise<Page> => {
  const page = await browser.visitor({ script, viewport: PHONE });
  await page.goto(address);
  if (script) await page.locator('#reading').waitFor();
  return page;
};
const branchOf = (page: Page, { root }: { root: Json }) =>
  page.locator('ol.comments > li', { has: page.locator(`#c-${idOf(root)}`) });
const seen = (page: Page, about: string): Promise<string[]> =>
  page
    .locator('.words')
    .filter({ hasText: new RegExp(`^\\s*${about} \\d+\\s*$`) })
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map((each) => each.textContent!.trim()));

describe.each(
  oneIn(2, [
    ['with a script', true],
    ['without a script', false],
  ] as const),
)('a comment with many replies, %s', (how, script) => {
  it('shows two of them, and how many more there are by whom; one press shows all', async () => {
    const about = `Plums ${how}`;
    const said = await withReplies(7, about);
    const page = await opened(script);
    expect(await seen(page, about)).toEqual([`${about} 1`, `${about} 2`]);
    const fold = branchOf(page, said).locator('.hidden');
    expect((await fold.innerText()).replace(/\s+/g, ' ')).toBe('Show 5 more replies Cleo, Dan, Eve…');
    await picture(page, `folded-${String(script)}`, {});
    await fold.getByRole('link').click();
    await until('all replies', async () => (await seen(page, about)).length === 7);
    if (script) expect(await fold.count()).toBe(0);
    else expect(page.url()).toContain(`?comment=${idOf(said.root)}`);
  });

  it('shows three when there are no more', async () => {
    const about = `Pears ${how}`;
    const said = await withReplies(3, about);
    const page = await opened(script);
    expect(await seen(page, about)).toHaveLength(3);
    expect(await branchOf(page, said).locator('.hidden').count()).toBe(0);
  });

  it('shows a folded reply that a link names', async () => {
    const about = `Figs ${how}`;
    const { replies } = await withReplies(6, about);
    const last = idOf(replies.at(-1)!);
    const page = await opened(script, `${here}?comment=${last}#c-${last}`);
    await page.locator(`#c-${last}`).waitFor();
    expect(await seen(page, about)).toHaveLength(6);
  });
});

describe('a page that is open', () => {
  it('leads to a folded reply that the address comes to name', async () => {
    const about = 'Dates';
    const { replies } = await withReplies(6, about);
    const last = idOf(replies.at(-1)!);
    const page = await opened(true);
    await page.evaluate((id) => {
      location.hash = `#c-${id}`;
    }, last);
    await page.locator(`#c-${last}`).waitFor();
    expect(await seen(page, about)).toHaveLength(6);
  });

  it('names no author of folded replies any more once something has changed', async () => {
    const about = 'Limes';
    const said = await withReplies(5, about);
    const page = await opened(true);
    const fold = branchOf(page, said).locator('.hidden');
    expect(await fold.innerText()).toContain('Cleo, Dan, Eve');
    await olga.post(`/admin/comments/${idOf(said.replies[3]!)}/withhold`, { rule: 'topic', reason: 'Off the point.' });
    await until('the names to go', async () => !(await fold.innerText()).includes('Dan'));
    expect(await fold.innerText()).toContain('Show 3 more replies');
    const anew = await opened(true);
    expect((await branchOf(anew, said).locator('.hidden').innerText()).replace(/\s+/g, ' ')).toBe(
      'Show 3 more replies Cleo, Eve',
    );
  });
});

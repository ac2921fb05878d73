import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { forum, ledger, type ModeratedForum } from '../moderation/forum.ts';
import { DESKTOP, isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import type { Json, Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let f: ModeratedForum;
let browser: RealBrowser;
beforeAll(async () => {
  f = await forum();
  browser = await RealBrowser.open();
});
afterAll(async () => {
  await browser?.close();
  await f?.world.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

describe.each(
  oneIn(2, [
    ['with a script', true, DESKTOP],
    ['without a script', false, PHONE],
  ] as const),
)('a recap that was hidden, %s', (how, script, viewport) => {
  const pageOf = async (person: Person, path: string): Promise<Page> => {
    const page = await browser.visitor({ viewport, locale: 'en', script });
    await isOf(page, person);
    await page.goto(f.world.base + path);
    return page;
  };

  it('is appealed by its author, and shown again by somebody who did not hide it', async () => {
    const { ada, mona, olga, slug } = f;
    const title = `Appealed ${how}`;
    const { status, body } = await ada.post(`/conferences/${slug}/recaps`, {
      title,
      markdown: 'Words that break no rule.',
      published: true,
    });
    expect(status).toBe(201);
    const path = `/c/${slug}/recaps/${body['slug'] as string}`;
    const hidden = await mona.post(`/admin/recaps/${body['id'] as string}/withhold`, {
      rule: 'topic',
      reason: 'I did not see what it is about.',
    });
    expect(hidden.status).toBe(200);

    const author = await pageOf(ada, '/me');
    await author.locator('#statements a[href^="/me/statements/"]').first().click();
    const statement = author.locator('main');
    await statement.getByText('I did not see what it is about.').first().waitFor();
    await picture(author, `recap-statement-${String(script)}`, {});
    await author.fill('textarea[name=reason]', 'It is about the morning.');
    await author.getByRole('button', { name: 'Appeal' }).click();
    await author.locator('#appeal').waitFor({ state: 'detached' });
    expect(((await ada.get('/me/statements')).body['items'] as Json[])[0]).toMatchObject({
      kind: 'withhold',
      appeal: { id: expect.any(String) },
    });

    const first = await pageOf(mona, `/organize/${slug}/queue?kind=appeals`);
    await first.getByText('Somebody else has to decide this one.').first().waitFor();
    expect(await first.locator('main').innerText()).toContain('Words that break no rule.');

    const other = await pageOf(olga, `/organize/${slug}/queue?kind=appeals`);
    const item = other.locator('.item', { hasText: 'Words that break no rule.' });
    await picture(other, `recap-appeal-${String(script)}`, {});
    await item.locator('form.decide [name=reason]').fill('It is about the morning indeed.');
    await item.locator('form.decide button[value=reversed]').click();
    await item.waitFor({ state: 'detached' });

    const reader = await browser.visitor({ script });
    await reader.goto(f.world.base + path);
    await reader.getByText('Words that break no rule.').first().waitFor();
    expect((await ledger(mona, slug))[0]).toMatchObject({ kind: 'restore', reason: 'It is about the morning indeed.' });
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { forum, ledger, reports, withholds, type ModeratedForum } from '../moderation/forum.ts';
import { DESKTOP, fits, isOf, openMenu, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { until, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let f: ModeratedForum;
let browser: RealBrowser;

const shows = (page: Page, text: string): Promise<unknown> =>
  until(`a page that shows ${text}`, async () => (await page.locator('main').innerText()).includes(text));

async function browserOf(person: Person, viewport: { width: number; height: number }, locale = 'en'): Promise<Page> {
  const page = await browser.visitor({ viewport, locale });
  await page.context().addCookies([{ name: 'session', value: person.token!, url: f.world.base }]);
  return page;
}

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

describe('moderating in a browser', () => {
  it('withholds by the keyboard, and what somebody else decides goes from the queue by itself', async () => {
    const { ada, bob, mona, olga, slug, threadId } = f;
    const [sharp, dull] = [
      await ada.says(threadId, 'Only a fool would say so'),
      await ada.says(threadId, 'This is *dull*, and I do not see the point of it'),
    ];
    for (const comment of [sharp, dull]) await reports(bob, comment, { reason: 'It is rude to the speaker.' });
    const page = await browserOf(mona, DESKTOP);
    await page.goto(`${f.world.base}/organize/${slug}/queue?kind=reported`);
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await page.keyboard.type('It insults somebody');
    await page.keyboard.press('Enter');
    await until(
      'the decision',
      async () => (await bob.get(`/comments/${sharp['id'] as string}`)).body['state'] === 'withheld',
    );
    await shows(page, 'This is dull');
    expect((await withholds(olga, dull, 'It is rude')).status).toBe(200);
    await shows(page, 'Nothing to moderate.');
    expect(await page.locator('.item').count()).toBe(0);
  });

  it('takes out of the form of several what others decide on, and names what was ticked', async () => {
    const { ada, bob, mona, olga, slug, threadId } = f;
    const said: Json[] = [];
    for (const words of ['Shrill', 'Loud', 'Harsh']) {
      const comment = await ada.says(threadId, `${words} words about it`);
      await reports(bob, comment, { reason: 'It is rude to the speaker.' });
      said.push(comment);
    }
    const page = await browserOf(mona, DESKTOP);
    await page.goto(`${f.world.base}/organize/${slug}/queue?kind=reported`);
    const bulk = page.locator('#bulk');
    const box = (words: string) => bulk.locator('label', { hasText: words }).locator('input');
    await box('Shrill').check();
    await box('Loud').check();
    await bulk.locator('#bulk-reason').fill('Said too sharply');
    expect((await withholds(olga, said[0]!, 'It is rude')).status).toBe(200);
    await until('the box to go', async () => (await box('Shrill').count()) === 0);
    expect(await bulk.locator('#bulk-gone').innerText()).toBe(
      'Decided or withdrawn meanwhile, and no longer in the list: Shrill words about it',
    );
    expect([await box('Loud').isChecked(), await box('Harsh').isChecked()]).toEqual([true, false]);
    expect(await bulk.locator('#bulk-reason').inputValue()).toBe('Said too sharply');
    const late = await ada.says(threadId, 'Rough words about it');
    await reports(bob, late, { reason: 'It is rude to the speaker.' });
    await until('the box of what came', async () => (await box('Rough').count()) === 1);
    await box('Rough').check();
    await bulk.locator('button[value=withhold]').click();
    await page.waitForURL(/said=done|queue\?kind=reported$/);
    const states = await Promise.all(
      [said[1]!, late, said[2]!].map(async ({ id }) => (await bob.get(`/comments/${id as string}`)).body['state']),
    );
    expect(states).toEqual(['withheld', 'withheld', 'visible']);
    expect((await withholds(olga, said[2]!, 'It is rude')).status).toBe(200);
  });

  it.each(
    oneIn(2, [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const),
  )('fits a %s, in both languages', async (size, viewport) => {
    const { ada, bob, mona, slug, threadId } = f;
    const comment = await ada.says(threadId, `One more sharp word, for a ${size}`);
    await reports(bob, comment, { reason: 'It is rude to the speaker, and it goes on and on.' });
    const { decisionId } = ((await ada.get('/me/statements')).body['items'] as Json[])[0]!;
    for (const locale of ['en', 'fr']) {
      const [inside, author, reader] = await Promise.all([
        browserOf(mona, viewport, locale),
        browserOf(ada, viewport, locale),
        browser.visitor({ viewport, locale }),
      ]);
      for (const [page, place, name] of [
        [inside, `/organize/${slug}/queue?kind=reported`, 'queue'],
        [author, `/me/statements/${decisionId as string}`, 'statement'],
        [reader, `/c/${slug}/ledger`, 'ledger'],
        [reader, `/c/${slug}/rules`, 'rules'],
        [reader, `/comments/${comment['id'] as string}/report`, 'report'],
        [inside, `/organize/${slug}/powers`, 'powers'],
      ] as const) {
        await page.goto(f.world.base + place);
        await picture(page, `${name}-${size}-${locale}`, {});
        expect({ name, fits: await fits(page) }).toEqual({ name, fits: true });
      }
    }
  });
});

describe.each(
  oneIn(2, [
    ['with a script', true],
    ['without a script', false],
  ] as const),
)('a moderator in the thread, %s', (_how, script) => {
  const openedBy = async (person: Person, locale: string, viewport = DESKTOP): Promise<Page> => {
    const page = await browser.visitor({ viewport, locale, script });
    await isOf(page, person);
    await page.goto(`${f.world.base}/c/${f.slug}/t/hallway`);
    if (script) await page.locator('#reading').waitFor();
    return page;
  };
  const chooses = async (page: Page, comment: Json, act: string): Promise<void> => {
    const place = page.locator(`#c-${comment['id'] as string}`);
    await openMenu(place);
    await place.locator(`a.moderate[href*="/moderation/${act}?"]`).click();
    await page.locator('#moderation form').waitFor();
  };
  const decides = async (page: Page, reason: string): Promise<void> => {
    await page.fill('#moderation #reason', reason);
    await page.click('#moderation .send button:not([type=button])');
  };
  const stateOf = async (comment: Json): Promise<unknown> =>
    (await f.bob.get(`/comments/${comment['id'] as string}`)).body['state'];

  it.each(
    oneIn(2, [
      ['en', DESKTOP, 'The comment is hidden.'],
      ['fr', PHONE, 'Le commentaire est masqué.'],
    ] as const),
  )('hides a comment with a rule and a reason (%s)', async (locale, viewport, notice) => {
    const { ada, mona, threadId, slug, world } = f;
    world.advance({ minutes: 10 });
    const comment = await ada.says(threadId, `Words to hide, ${locale} ${String(script)}`);
    const page = await openedBy(mona, locale, viewport);
    await chooses(page, comment, 'hide');
    await page.selectOption('#moderation #rule', 'topic');
    await picture(page, `hide-${locale}-${String(script)}`, {});
    await decides(page, `Not the place, ${locale} ${String(script)}`);
    await page.locator(script ? '.toasts .toast' : '#said', { hasText: notice }).waitFor();
    expect(await stateOf(comment)).toBe('withheld');
    await page.locator(`#c-${comment['id'] as string}.withheld`).waitFor();
    expect((await ledger(mona, slug))[0]).toMatchObject({
      rule: 'topic',
      reason: `Not the place, ${locale} ${String(script)}`,
    });
    expect(await page.locator('dialog').count()).toBe(0);
  });

  it.each(
    oneIn(2, [
      ['en', DESKTOP, 'Undo', 'The comment is shown again.'],
      ['fr', PHONE, 'Annuler', 'Le commentaire est de nouveau affiché.'],
    ] as const),
  )('takes a hide back by one press, which the ledger shows (%s)', async (locale, viewport, undo, notice) => {
    const { ada, mona, threadId, slug, world } = f;
    world.advance({ minutes: 10 });
    const comment = await ada.says(threadId, `Hidden by mistake, ${locale} ${String(script)}`);
    const page = await openedBy(mona, locale, viewport);
    await chooses(page, comment, 'hide');
    await decides(page, 'The wrong comment');
    await page.locator(`#c-${comment['id'] as string}.withheld`).waitFor();
    const said = page.locator(script ? '.toasts .toast' : '#said');
    await picture(page, `undo-${locale}-${String(script)}`, {});
    await said.getByRole('button', { name: undo }).click();
    await page.locator(script ? '.toasts .toast' : '#said', { hasText: notice }).waitFor();
    expect(await said.getByRole('button', { name: undo }).count()).toBe(0);
    await page.locator(`#c-${comment['id'] as string}.visible`).waitFor();
    expect(await stateOf(comment)).toBe('visible');
    expect((await ledger(mona, slug)).slice(0, 2)).toMatchObject([{ kind: 'restore' }, { kind: 'withhold' }]);
  });

  it('mutes an author, and locks and opens the discussion with a reason under its title', async () => {
    const { carl, mona, threadId, slug, world } = f;
    world.advance({ minutes: 10 });
    const name = `Carl ${String(script)}`;
    const author = await (await world.person(`carl${String(script)}`).signsIn()).calledIn(slug, name);
    const comment = await author.says(threadId, `Shouting again, ${String(script)}`);
    const page = await openedBy(await mona.signsIn(), 'en');
    await chooses(page, comment, 'mute');
    await picture(page, `mute-${String(script)}`, {});
    await decides(page, 'He shouts at people');
    await page.locator(script ? '.toasts .toast' : '#said', { hasText: 'was told why' }).waitFor();
    expect((await author.post(`/threads/${threadId}/comments`, { body: 'Once more' })).status).toBe(403);
    await chooses(page, comment, 'lock');
    await decides(page, 'We go on after lunch.');
    await page.locator('#state .locked', { hasText: 'We go on after lunch.' }).waitFor();
    await picture(page, `locked-${String(script)}`, { fullPage: false });
    expect((await carl.get(`/threads/${threadId}`)).body['state']).toBe('locked');
    await chooses(page, comment, 'unlock');
    await decides(page, 'Lunch is over.');
    await page.locator('#state .locked').waitFor({ state: 'detached' });
    expect((await carl.get(`/threads/${threadId}`)).body['state']).toBe('open');
  });

  it('keeps what was typed when a decision is refused', async () => {
    const { ada, mona, olga, threadId, world } = f;
    world.advance({ minutes: 10 });
    const comment = await ada.says(threadId, `Decided by another, ${String(script)}`);
    const page = await openedBy(mona, 'en');
    await chooses(page, comment, 'hide');
    await withholds(olga, comment);
    await decides(page, 'My own reason for it');
    await page.locator('#moderation .refusal').waitFor();
    expect(await page.inputValue('#moderation #reason')).toBe('My own reason for it');
  });
});

describe('a page without a right to moderate', () => {
  it('carries nothing of it, whatever its address says', async () => {
    const { bob, mona, slug, world } = f;
    const at = `${world.base}/c/${slug}/t/hallway`;
    const page = async (query: string, token: string | null): Promise<string> =>
      (await fetch(`${at}${query}`, token === null ? {} : { headers: { cookie: `session=${token}` } })).text();
    expect(await page('?done=hide', mona.token)).toMatch(/\/moderation\/hide.*id="said"|id="said".*\/moderation\/hide/);
    for (const token of [null, bob.token])
      expect(/moderation|id="said"/.exec(await page('?done=hide', token))).toBeNull();
    expect((await fetch(`${at}/moderation/lock`, { headers: { cookie: `session=${bob.token!}` } })).status).toBe(403);
  });
});

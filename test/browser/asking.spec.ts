import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { becomes, talkOf } from '../questions/stage.ts';
import { fits, isOf, picture, RealBrowser } from '../support/browser.ts';
import { until, World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

const PHONE = { width: 390, height: 844 };
/** The part of the window above a phone's keyboard. */
const ABOVE_KEYBOARD = { width: 390, height: 420 };

let world: World;
let browser: RealBrowser;
let olga: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
/** Address of the code on the wall. */
let wall: string;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  const grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  await grace.post(`/threads/${place.threadId}/live`);
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  const stage = await olga.get(`${world.base}/c/${place.slug}/t/on-leaving/stage`, { accept: 'text/html' });
  wall = `${world.base}${/\/q\/[2-9a-z]+/.exec(stage.text)![0]}`;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

/** A phone that counts what is tapped on it. */
class CountedPhone {
  taps = 0;
  private constructor(readonly page: Page) {}

  static async of(person: Person, script: boolean): Promise<CountedPhone> {
    const page = await browser.visitor({ viewport: PHONE, touch: true, script });
    await isOf(page, person);
    return new CountedPhone(page);
  }

  async tap(what: Locator): Promise<void> {
    this.taps += 1;
    await what.tap();
  }
}

describe('asking on a phone', () => {
  it('takes at most three taps and the typing, from the code on the wall to the sent question', async () => {
    const phone = await CountedPhone.of(ada, true);
    const { page } = phone;
    await page.goto(wall);
    await page.locator('#reading').waitFor({ state: 'attached' });
    await phone.tap(page.locator('.ask-bar .ask'));
    await page.keyboard.type('What did you miss most in those six months?');
    await phone.tap(page.locator('.write .send button'));
    await page.locator('.question-row', { hasText: 'What did you miss most' }).waitFor();
    expect(phone.taps).toBeLessThanOrEqual(3);
    await picture(page, 'asked-phone', { fullPage: false });
  });

  it('is answered by a notice, and shows the asker their question however many wait', async () => {
    const page = await browser.visitor({ viewport: PHONE, touch: true });
    const many = await talkOf(world, olga);
    const kim = await (await world.person('kim').signsIn()).calledIn(many.slug, 'Kim');
    for (let index = 0; index < 7; index += 1) {
      world.advance({ minutes: 2 });
      const asked = await kim.post(`/threads/${many.threadId}/questions`, { body: `Which is number ${index}?` });
      expect(asked.status).toBe(201);
    }
    await isOf(page, await (await world.person('ida').signsIn()).calledIn(many.slug, 'Ida'));
    await page.goto(`${world.base}/c/${many.slug}/t/on-leaving`);
    await page.locator('#reading').waitFor({ state: 'attached' });
    await page.locator('.ask-bar .ask').tap();
    await page.fill('#body', 'Is mine in sight too?');
    await page.locator('.write .send button').tap();
    const toast = page.locator('.toasts .toast', { hasText: 'Your question is published.' });
    await toast.waitFor();
    await picture(page, 'question-published', { fullPage: false });
    const row = page.locator('.queue > .rows .question-row', { hasText: 'Is mine in sight too?' });
    await toast.locator('a').tap();
    await toast.waitFor({ state: 'detached' });
    const { y, height } = (await row.boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y + height).toBeLessThan((await page.locator('.ask-bar').boundingBox())!.y);
  });

  it('takes no more without a script', async () => {
    world.advance({ seconds: 10 });
    const phone = await CountedPhone.of(ada, false);
    const { page } = phone;
    await page.goto(wall);
    await phone.tap(page.locator('.ask-bar .ask'));
    await phone.tap(page.locator('#body'));
    await page.keyboard.type('Would you do it again, and for longer?');
    await phone.tap(page.locator('.write .send button'));
    await page.getByText('Would you do it again').filter({ visible: true }).first().waitFor();
    expect(phone.taps).toBeLessThanOrEqual(3);
  });

  it('has its button in sight above the keyboard, and leaves by one tap with the words kept', async () => {
    const phone = await CountedPhone.of(ada, true);
    const { page } = phone;
    await page.goto(wall);
    await page.locator('#reading').waitFor({ state: 'attached' });
    await phone.tap(page.locator('.ask-bar .ask'));
    await page.keyboard.type('Half a question');
    await page.setViewportSize(ABOVE_KEYBOARD);
    const { y, height } = (await page.locator('.write .send button').boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y + height).toBeLessThanOrEqual(ABOVE_KEYBOARD.height);
    expect(await fits(page)).toBe(true);
    await picture(page, 'sheet-above-keyboard', { fullPage: false });
    await page.setViewportSize(PHONE);
    await phone.tap(page.locator('.write .close'));
    await phone.tap(page.locator('.ask-bar .ask'));
    expect(await page.inputValue('#body')).toBe('Half a question');
  });

  it('begins on the first screen: its button is in sight before anything is scrolled', async () => {
    const page = await browser.visitor({ viewport: PHONE, touch: true, script: false });
    await page.goto(wall);
    const { y, height } = (await page.locator('.ask-bar .ask').boundingBox())!;
    expect(y + height).toBeLessThanOrEqual(PHONE.height);
    expect(height).toBeGreaterThanOrEqual(44);
  });
});

describe('the parts of a thread on a phone', () => {
  const isSeen = (page: Page, selector: string): Promise<boolean> => page.locator(selector).first().isVisible();
  const choose = (page: Page, part: string): Promise<void> => page.locator(`.jump a[href="#${part}"]`).tap();

  it.each([
    ['en', true],
    ['fr', false],
  ] as const)('are shown one at a time, in the room the questions first (%s, script: %s)', async (locale, script) => {
    world.advance({ minutes: 10 });
    const waiting = await ada.post(`/threads/${place.threadId}/questions`, { body: `Which waits, ${locale}?` });
    const asked = await ada.post(`/threads/${place.threadId}/questions`, { body: `Which is answered, ${locale}?` });
    await world
      .person('grace')
      .signsIn()
      .then(async (grace) => {
        await grace.put(`/questions/${asked.body['id'] as string}/status`, { status: 'taken' });
        await grace.post(`/questions/${asked.body['id'] as string}/answers`, { body: 'This is the answer.' });
      });
    const page = await browser.visitor({ viewport: PHONE, touch: true, script, locale });
    await page.goto(wall);
    if (script) await page.locator('#reading').waitFor({ state: 'attached' });
    const row = `.question-row:has-text("Which waits, ${locale}")`;
    const shown = async (): Promise<Record<string, boolean>> => ({
      questions: await isSeen(page, row),
      discussion: await isSeen(page, '.bar'),
      answered: await isSeen(page, '#answered .pair'),
    });
    const becomes = (wanted: Record<string, boolean>): Promise<unknown> =>
      until(
        `the parts ${JSON.stringify(wanted)}`,
        async () => JSON.stringify(await shown()) === JSON.stringify(wanted),
      );
    await becomes({ questions: true, discussion: false, answered: false });
    await picture(page, `part-questions-${locale}`, { fullPage: false });
    await choose(page, 'discussion');
    await becomes({ questions: false, discussion: true, answered: false });
    await picture(page, `part-discussion-${locale}`, { fullPage: false });
    await choose(page, 'answered');
    await becomes({ questions: false, discussion: false, answered: true });
    await picture(page, `part-answered-${locale}`, { fullPage: false });
    if (script) {
      // A question that comes meanwhile changes the counts, and not the part that is shown.
      const before = await page.locator('.jump a[href="#questions"] b').innerText();
      world.advance({ minutes: 1 });
      await ada.post(`/threads/${place.threadId}/questions`, { body: `Which comes meanwhile, ${locale}?` });
      await until(
        'the count',
        async () => (await page.locator('.jump a[href="#questions"] b').innerText()) === String(Number(before) + 1),
      );
      await becomes({ questions: false, discussion: false, answered: true });
      expect(await page.locator('.jump [aria-current]').getAttribute('href')).toBe('#answered');
    }
    await choose(page, 'questions');
    await becomes({ questions: true, discussion: false, answered: false });
    await page.goto(
      `${page.url().replace(/[?#].*/, '')}?comment=${waiting.body['id'] as string}#c-${waiting.body['id'] as string}`,
    );
    await becomes({ questions: false, discussion: true, answered: false });
  });
});

describe('the answers beside a discussion', () => {
  it('lead to their questions, and go when they are hidden, also from an open page', async () => {
    world.advance({ minutes: 10 });
    const grace = await world.person('grace').signsIn();
    const asked = (await ada.post(`/threads/${place.threadId}/questions`, { body: 'What is beside?' })).body;
    await grace.put(`/questions/${asked['id'] as string}/status`, { status: 'taken' });
    const answer = await grace.post(`/questions/${asked['id'] as string}/answers`, { body: 'Words of an answer.' });
    // The most wanted answers are beside; this one is among the first by its vote.
    await olga.put(`/comments/${asked['id'] as string}/vote`);
    const page = await browser.visitor({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${world.base}/c/${place.slug}/t/on-leaving`);
    await page.locator('#reading').waitFor();
    const beside = page.locator('.said a', { hasText: '“Words of an answer.”' });
    expect(await beside.getAttribute('href')).toContain(`/q/${asked['id'] as string}`);
    await picture(page, 'answers-beside', { fullPage: false });
    const hidden = await olga.post(`/admin/comments/${answer.body['id'] as string}/withhold`, {
      rule: 'topic',
      reason: 'Off the point.',
    });
    expect(hidden.status).toBe(200);
    await beside.waitFor({ state: 'detached' });
    await page.reload();
    expect(await page.content()).not.toContain('Words of an answer.');
  });
});

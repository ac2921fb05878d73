import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PHONE, RealBrowser } from '../support/browser.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let bob: Person;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  bob = await world.person('bob').signsIn();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

interface Scene {
  slug: string;
  threadId: string;
  url: string;
  question: Json;
}

/** A live hour with a question of Bob's. */
async function liveHour(guests: string): Promise<Scene> {
  const { slug, threadId } = await world.conference(olga, { locale: 'en', settings: { screening: 'none', guests } });
  await bob.calledIn(slug, 'Bob');
  const question = (await bob.post(`/threads/${threadId}/questions`, { body: 'Why plums of all fruit?' })).body;
  await olga.post(`/threads/${threadId}/live`);
  return { slug, threadId, url: `${world.base}/c/${slug}/t/hallway`, question };
}

const voteButton = (page: Page, { id }: Json) => page.locator(`#c-${id as string} form[action$="/votes"] button`);
const votesOf = async ({ id }: Json): Promise<unknown> =>
  (await world.person('r').get(`/comments/${id as string}`)).body['votes'];
const cookiesOf = async (page: Page): Promise<string[]> =>
  (await page.context().cookies()).map(({ name }) => name).filter((name) => name === 'session');

describe.each([
  ['with a script', true],
  ['without a script', false],
])('a reader in the room, %s', (_how, script) => {
  const visitor = (): Promise<Page> => browser.visitor({ viewport: PHONE, script });

  it('votes by one tap, finds the vote after a reload and the next day, and takes it back', async () => {
    const { url, question } = await liveHour('vote');
    const page = await visitor();
    await page.goto(url);
    expect(await cookiesOf(page)).toEqual([]);
    await voteButton(page, question).click();
    await until('the vote', async () => (await votesOf(question)) === 1);
    expect(await cookiesOf(page)).toEqual(['session']);
    world.advance({ days: 1 });
    await page.reload();
    await page.locator(`#c-${question['id'] as string} [aria-pressed=true]`).waitFor();
    await voteButton(page, question).click();
    await until('no vote', async () => (await votesOf(question)) === 0);
  });

  it('asks by a name alone, and without one when the question is anonymous', async () => {
    const { url, threadId } = await liveHour('ask-live');
    const asked = async (): Promise<Json[]> =>
      (await world.person('r').get(`/threads/${threadId}/comments?kind=question`)).body['items'] as Json[];
    const page = await visitor();
    await page.goto(`${url}?kind=question#write`);
    await page.fill('#body', 'Why not pears instead?');
    await page.fill('#name', 'Ada of the room');
    await page.click('.write button.primary');
    await until('the question', async () => (await asked()).length === 2);
    const other = await visitor();
    await other.goto(`${url}?kind=question#write`);
    await other.fill('#body', 'And what of quinces?');
    await other.locator('input[name=anonymous]').check();
    expect(await other.locator('#name').isVisible()).toBe(false);
    await other.click('.write button.primary');
    await until('the other', async () => (await asked()).length === 3);
    expect((await asked()).map(({ author }) => (author as Json | null)?.['name'] ?? null)).toEqual([
      'Bob',
      'Ada of the room',
      null,
    ]);
  });
});

describe('one press of the organizer', () => {
  it('takes the buttons from the phones in the room', async () => {
    const { slug, url, question } = await liveHour('vote');
    const page = await browser.visitor({ viewport: PHONE });
    await page.goto(url);
    await voteButton(page, question).waitFor();
    await olga.patch(`/admin/conferences/${slug}`, { settings: { guests: 'nothing' } });
    await voteButton(page, question).waitFor({ state: 'detached' });
  });
});

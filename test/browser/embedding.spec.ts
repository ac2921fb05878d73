import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator, Page } from 'playwright-core';
import { DESKTOP, isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { codeIn, until, World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let ada: Person;
/** Somebody else's web server: another site than the forum, also for cookies. */
let host: Server;
let site: string;
let pageOfSite = '';
let place: { slug: string; threadId: string };

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  host = createServer(
    (_request, response) => void response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOfSite),
  );
  await new Promise<void>((listening) => {
    host.listen(0, '127.0.0.1', listening);
  });
  site = `http://localhost:${(host.address() as AddressInfo).port}`;
  place = await world.conference(olga, { settings: { screening: 'none', embedSites: [site] } });
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  await ada.says(place.threadId, 'Six months without the network.');
});
afterAll(async () => {
  host?.close();
  host?.closeAllConnections();
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

/** The page of docs/embed.html as its organizer would fill it in. */
const demo = (attributes = '', threadId = place.threadId): string =>
  readFileSync('docs/embed.html', 'utf8')
    .replaceAll('http://localhost:3000', world.base)
    .replace('data-thread="THREAD-ID"', `data-thread="${threadId}" ${attributes}`)
    .replace('CONFERENCE/t/THREAD', `${place.slug}/t/hallway`);

async function visit(
  html: string,
  options: Parameters<RealBrowser['visitor']>[0] = {},
): Promise<{ page: Page; frame: FrameLocator }> {
  pageOfSite = html;
  const page = await browser.visitor(options);
  await page.addInitScript(() =>
    addEventListener('message', ({ data }) =>
      Object.assign(globalThis, { told: [...((globalThis as unknown as { told?: unknown[] }).told ?? []), data] }),
    ),
  );
  await page.goto(site);
  return { page, frame: page.frameLocator('iframe') };
}

/** Messages of frames to the site's page so far. */
const toldTo = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (globalThis as unknown as { told?: unknown[] }).told ?? []);

const heightOf = async (page: Page): Promise<number> => (await page.locator('iframe').boundingBox())!.height;

describe('a thread in a page of another site', () => {
  it('shows what is said, live, and takes a guest’s words and code without a cookie', async () => {
    const { page, frame } = await visit(demo(), { viewport: PHONE });
    await frame.getByText('Six months without the network.').waitFor();
    await ada.says(place.threadId, 'And then came the letters.');
    await frame.getByText('And then came the letters.').waitFor();
    await frame.locator('#body').fill('I read this under the talk.');
    await frame.locator('#name').fill('Grace');
    await frame.locator('#email').fill('grace@mail.example');
    const before = await world.mails();
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.locator('#code').fill(codeIn(await world.nextMail(before, 'grace@mail.example')));
    await frame.getByText('I read this under the talk.').waitFor();
    // Now known here: the next words need neither name nor code, and nothing of it is a cookie.
    await frame.locator('#body').fill('And once more.');
    world.advance({ seconds: 4 });
    await frame.getByRole('button', { name: 'Send' }).click();
    await frame.locator('.comments:not(.outbox)').getByText('And once more.').waitFor();
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual([]);
    expect(
      (await world.query('select count(*)::int n from comments where thread_id = $1', [place.threadId]))[0]!['n'],
    ).toBe(4);
    await picture(page, 'embed-phone');
  });

  it('takes the height it needs where nobody sees it, and moves nothing that is being read', async () => {
    const { page, frame } = await visit(demo('data-height="300"'), { viewport: DESKTOP });
    await frame.getByText('Six months without the network.').waitFor();
    // The text that follows is in sight: it stays where it is.
    const line = page.getByText('This line stands below');
    const before = (await line.boundingBox())!.y;
    expect(before).toBeLessThan(DESKTOP.height);
    await until('a frame that has said how high it is', async () => (await toldTo(page)).length > 0);
    expect((await line.boundingBox())!.y).toBe(before);
    expect(await heightOf(page)).toBe(300);
    // Somebody begins to write: from here on the frame is as high as its page.
    await frame.locator('#body').click();
    await until(
      'a frame as high as its page',
      async () => (await heightOf(page)) === (await frame.locator('body').evaluate((body) => body.scrollHeight)),
    );
    const tall = await visit(demo('data-height="900"'), { viewport: PHONE });
    await until('a frame that fits before anybody is there', async () => (await heightOf(tall.page)) !== 900);
  });

  it('shows the questions alone, or a link with the counts, in the colours and the language of the site', async () => {
    const asked = await ada.post(`/threads/${place.threadId}/questions`, { body: 'What came back first?' });
    expect(asked.status).toBe(201);
    const questions = await visit(demo('data-mode="questions" data-theme="dark" data-lang="fr"'));
    await questions.frame.getByText('What came back first?').waitFor();
    expect(await questions.frame.locator('html').getAttribute('class')).toBe('dark');
    expect(await questions.frame.locator('html').getAttribute('lang')).toBe('fr');
    expect(await questions.frame.locator('ol.comments').count()).toBe(0);
    await picture(questions.page, 'embed-questions-dark');
    const link = await visit(demo('data-mode="link"'));
    await link.frame.getByRole('link', { name: 'Discuss this talk' }).waitFor();
    expect(await link.frame.locator('main').innerText()).toMatch(/\d comments\s*1 is a question/);
    const opened = link.page.context().waitForEvent('page');
    await link.frame.getByRole('link', { name: 'Discuss this talk' }).click();
    expect((await opened).url()).toBe(`${world.base}/c/${place.slug}/t/hallway`);
  });

  it('is a link for a reader without a script', async () => {
    const { page } = await visit(demo(), { script: false });
    await page.getByRole('link', { name: 'Discuss this talk' }).click();
    await page.waitForURL(`${world.base}/c/${place.slug}/t/hallway`);
  });

  it('is shown by no site that the conference did not name, and tells it nothing', async () => {
    const other = await world.conference(olga, { settings: { screening: 'none' } });
    const { page } = await visit(demo('', other.threadId));
    await until('a refused frame', () => browser.complaints.some((complaint) => /frame-ancestors/.test(complaint)));
    browser.complaints.splice(0);
    expect(await toldTo(page)).toEqual([]);
    expect(await heightOf(page)).toBe(560);
  });
});

describe('an organizer', () => {
  it('names the sites and copies the lines', async () => {
    const mine = await world.conference(olga, {});
    const page = await browser.visitor({ locale: 'fr', viewport: PHONE });
    await isOf(page, olga);
    await page.goto(`${world.base}/organize/${mine.slug}/embedding`);
    await page.fill('#sites', 'https://programme.example/talks');
    await page.click('form.card button');
    await page.getByText('sans chemin').waitFor();
    expect(await page.inputValue('#sites')).toBe('https://programme.example/talks');
    await page.fill('#sites', 'https://programme.example/\nhttp://localhost:8080');
    await page.click('form.card button');
    await until(
      'what was saved',
      async () => (await page.inputValue('#sites')) === 'https://programme.example\nhttp://localhost:8080',
    );
    expect(await page.locator('.copy-field :is(textarea, input)').first().inputValue()).toContain(
      `data-thread="${mine.threadId}"`,
    );
    await picture(page, 'embedding-fr-phone');
    const asked = (query = '') => fetch(`${world.base}/embed/${mine.threadId}${query}`);
    // The second answer comes out of memory.
    for (const answer of [await asked(), await asked(), await asked('?lang=fr')]) {
      expect(answer.headers.get('content-security-policy')).toContain(
        "frame-ancestors 'self' https://programme.example http://localhost:8080;",
      );
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    await olga.patch(`/admin/conferences/${mine.slug}`, { settings: { embedSites: [] } });
    await until('no site to be left', async () =>
      (await asked()).headers.get('content-security-policy')!.includes("frame-ancestors 'none'"),
    );
  });
});

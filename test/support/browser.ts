import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  type PageScreenshotOptions,
} from 'playwright-core';
import { PageRecorder } from './api/page-recorder.ts';
import { findChromium } from './programs.mjs';

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 800 };

/** A real browser. Collects what pages complain about: errors, refused scripts, requests to other hosts. */
export class RealBrowser {
  readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];
  private readonly recorder = new PageRecorder();

  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<RealBrowser> {
    return new RealBrowser(
      await chromium.launch({
        executablePath: (await findChromium())!,
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      }),
    );
  }

  /** A visitor's own browser context, with cookies, size and language. */
  async visitor({
    viewport = DESKTOP,
    locale = 'en',
    script = true,
    timeZone,
    touch = false,
  }: {
    viewport?: { width: number; height: number };
    locale?: string;
    script?: boolean;
    timeZone?: string;
    touch?: boolean;
  } = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport,
      locale,
      javaScriptEnabled: script,
      hasTouch: touch,
      isMobile: touch,
      ...(timeZone ? { timezoneId: timeZone } : {}),
    });
    this.contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    sayWhereInstead(page);
    this.recorder.watch(page);
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // Browsers log every 4xx, so a refusal that the page shows is no fault.
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        this.complaints.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'file:' && hostname !== '127.0.0.1' && hostname !== 'localhost')
        this.complaints.push(`another host: ${request.url()}`);
    });
    return page;
  }

  async close(): Promise<void> {
    await this.recorder.finish();
    for (const context of this.contexts) await context.close();
    await this.browser.close();
  }
}

/** Lets a test that waits for another page say which one is shown instead, and what it says. */
function sayWhereInstead(page: Page): void {
  const waitForURL = page.waitForURL.bind(page);
  page.waitForURL = (...wanted) =>
    waitForURL(...wanted).catch(async (error: unknown) => {
      const says = await page
        .locator('body')
        .innerText({ timeout: 1_000 })
        .catch(() => 'nothing');
      throw new Error(`${(error as Error).message}\nshown instead: ${page.url()}\n${says}`, { cause: error });
    });
}

/** Whether a page is no wider than the window. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const PICTURES = process.env['PICTURES_DIR'];

/** Takes a picture of the whole page, or of what `options` say, where PICTURES_DIR asks for pictures. */
export async function picture(
  shown: Page | Locator,
  name: string,
  options: PageScreenshotOptions = { fullPage: true },
): Promise<void> {
  if (PICTURES) await shown.screenshot({ path: path.resolve(PICTURES, `${name}.png`), ...options });
}

/** Opens the menu of a comment, which holds all acts but voting and answering. */
export const openMenu = (comment: Locator): Promise<void> => comment.locator('details.menu > summary').first().click();

/** Signs this browser in. */
export const isOf = (page: Page, { token, world }: { token: string | null; world: { base: string } }): Promise<void> =>
  page.context().addCookies([{ name: 'session', value: token!, url: world.base }]);

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Download, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { DESKTOP, fits, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { skipWithout } from '../support/skip-without.ts';
import { codeIn, World, type Json } from '../support/world.ts';
import { talksOf } from '../imports/programmes.ts';

skipWithout('chromium');

let browser: RealBrowser;
beforeAll(async () => {
  browser = await RealBrowser.open();
});
afterAll(() => browser?.close());
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

const TALKS = 62;
/** Most presses from an empty server to a running conference whose speakers are invited. */
const PRESSES = 60;
const speakerOf = (n: number): string => `Speaker${n} Number`;
const addressOf = (n: number): string => `speaker${n}@mail.example`;

/** The programme as a spreadsheet of a French office saves it: Windows-1252, semicolons, dates that may be two. */
function sheet(change: (n: number) => { title?: string; time?: string } = () => ({}), count = TALKS): Buffer {
  const rows = Array.from({ length: count }, (_, n) => {
    const { title = `Été numéro ${n}`, time = `${9 + (Math.floor(n / 4) % 8)}h30` } = change(n);
    const date = n < 31 ? '05/06/2031' : '06/06/2031';
    return [title, date, time, '30 min', `Salle ${(n % 4) + 1}`, speakerOf(n), addressOf(n)].join(';');
  });
  const head = 'Titre;Date;Début;Durée;Salle;Intervenants;Courriel';
  return Buffer.from([head, ...rows, ''].join('\r\n'), 'latin1');
}

/** A hand that counts what it presses: a button, a link, a box, a choice, and a field before it is typed into. */
class Hand {
  presses = 0;
  readonly steps: string[] = [];

  constructor(readonly page: Page) {}

  /** Notes that a step of the evening is done, with the presses so far. */
  done(step: string): void {
    this.steps.push(`${this.steps.length + 1} ${step} (${this.presses})`);
  }

  async press(what: Locator): Promise<void> {
    this.presses += 1;
    await what.click();
    await this.page.waitForLoadState();
  }

  async type(field: string, text: string): Promise<void> {
    this.presses += 1;
    await this.page.fill(field, text);
  }

  async choose(field: string, value: string): Promise<void> {
    this.presses += 1;
    await this.page.selectOption(field, value);
  }

  async check(box: Locator): Promise<void> {
    this.presses += 1;
    await box.check();
  }

  async file(field: string, name: string, buffer: Buffer): Promise<void> {
    this.presses += 1;
    const mimeType = name.endsWith('.png') ? 'image/png' : 'text/csv';
    await this.page.setInputFiles(field, { name, mimeType, buffer });
  }

  /** Opens a part by the menu, which a phone folds. */
  async part(path: string): Promise<void> {
    const folded = this.page.locator('details.organize-menu > summary');
    if (await folded.isVisible()) await this.press(folded);
    await this.press(this.page.locator(`.organize-menu a[href$="${path}"]:visible`).first());
    await this.page.waitForURL(new RegExp(`${path}$`));
    expect([path, await fits(this.page)]).toEqual([path, true]);
  }

  async downloads(what: Locator): Promise<Download> {
    this.presses += 1;
    const [download] = await Promise.all([this.page.waitForEvent('download'), what.click()]);
    return download;
  }

  /** Signs in on the page that asks for an address, with the code from the e-mail. */
  async signsIn(world: World, address: string): Promise<void> {
    const before = await world.mails();
    await this.type('#email', address);
    await this.press(this.page.locator('form:has(#email) button').first());
    await this.type('#code', codeIn(await world.nextMail(before, address, /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/)));
  }

  /** Sends a form and waits for its answer, which is no refusal. */
  async saves(button: Locator): Promise<void> {
    this.presses += 1;
    const isSaved = this.page.waitForResponse((answer) => answer.request().method() === 'POST');
    const [answer] = await Promise.all([isSaved, button.click()]);
    expect([answer.url(), answer.status() < 400]).toEqual([answer.url(), true]);
    await this.page.waitForLoadState();
  }
}

describe('an evening from an empty server', () => {
  it.each([
    ['fr', PHONE],
    ['en', DESKTOP],
  ] as const)(
    'ends with a conference of 62 talks whose speakers are invited, all of it pressed in the browser, in %s on %o',
    async (locale, viewport) => {
      const world = await World.open();
      try {
        const page = await browser.visitor({ viewport, locale, timeZone: 'Europe/Paris' });
        const hand = new Hand(page);
        const { slug, invitation } = await runningConference(world, hand, locale);
        expect(hand.presses).toBeLessThanOrEqual(PRESSES);
        const speaker = new Hand(await browser.visitor({ viewport, locale, timeZone: 'Europe/Paris' }));
        await accepts(world, speaker, { slug, invitation });
        await restOfTheEvening(world, hand, slug);
        expect(hand.steps).toHaveLength(21);
        await dayAfterTheLast(world, hand, slug);
        expect([...speaker.steps, ...hand.steps.slice(21)]).toHaveLength(4);
      } finally {
        await world.close();
      }
    },
  );
});

/** From signing in to the e-mail in a speaker's mailbox, which is returned with the slug of the conference. */
async function runningConference(
  world: World,
  hand: Hand,
  locale: string,
): Promise<{ slug: string; invitation: string }> {
  const { page } = hand;
  await page.goto(`${world.base}/organize`);
  await hand.press(page.locator('main a[href^="/sign-in"]'));
  await hand.signsIn(world, 'olga@mail.example');
  await page.waitForURL(/\/organize$/);
  hand.done('sign in as the organizer');

  const form = page.locator('form[action="/organize/programmes"]');
  await hand.file('#file', 'programme.csv', sheet());
  await hand.type('#file-title', 'Rencontres d’été');
  await hand.choose('#file-locale', locale);
  await hand.press(form.locator('button'));
  const questions = form.locator('fieldset');
  await questions.first().waitFor();
  expect([await questions.count(), await fits(page)]).toEqual([1, true]);
  await picture(page, `evening-dates-${locale}`, {});
  await hand.check(form.locator('input[value="2031-06-05"]'));
  await hand.press(form.locator('button'));
  // The sheet has addresses, so its report is shown at once.
  await page.locator('#report').waitFor();
  const slug = 'rencontres-d-ete';
  const talks = await talksOf(await asked(world, page), slug);
  expect(talks).toHaveLength(TALKS);
  expect(talks.find(({ title }) => title === 'Été numéro 0')).toMatchObject({
    startsAt: '2031-06-05T07:30:00.000Z',
    room: 'Salle 1',
  });
  hand.done('make the conference from the sheet, and say which day its dates are');
  await picture(page, `evening-programme-${locale}`, {});

  await hand.part('/settings');
  expect(await page.inputValue('#startsOn')).toBe('2031-06-05');
  await hand.type('#endsOn', '2031-06-07');
  await hand.choose('#screening', 'none');
  await hand.choose('#guests', 'vote');
  await hand.type('#readonlyAfterDays', '30');
  await hand.type('#venue', 'Salle des fêtes, Rennes');
  await hand.saves(page.locator('form[action$="/settings"] button.primary'));
  expect((await world.person('nobody').get(`/conferences/${slug}`)).body).toMatchObject({
    endsOn: '2031-06-07',
    timeZone: 'Europe/Paris',
    locale,
    settings: { screening: 'none', guests: 'vote', readonlyAfterDays: 30, venue: 'Salle des fêtes, Rennes' },
  });
  for (const step of ['set its days', 'choose who is screened', 'choose what guests may do', 'choose when it closes'])
    hand.done(step);

  await hand.part('/team');
  const mails = await world.mails();
  await hand.type('#addresses', 'mona@mail.example');
  await hand.saves(page.locator('#invite button.primary'));
  expect(await world.nextMail(mails, 'mona@mail.example')).toContain('Rencontres');
  hand.done('invite a moderator by e-mail');

  await hand.press(page.locator('a.more[href$="/speakers"]'));
  expect(await page.locator('#mail button.primary').innerText()).toContain(String(TALKS));
  await hand.saves(page.locator('#mail button.primary'));
  const invitation = await world.nextMail(mails, addressOf(0));
  expect(invitation).toContain('Salle 1');
  await picture(page, `evening-speakers-${locale}`, {});
  hand.done('invite all speakers by e-mail');
  return { slug, invitation };
}

/** A speaker opens the link of the e-mail, and is one. */
async function accepts(
  world: World,
  hand: Hand,
  { slug, invitation }: { slug: string; invitation: string },
): Promise<void> {
  const { page } = hand;
  const [link] = /\/claim#[\w-]+/.exec(invitation)!;
  await page.goto(world.base + link);
  await hand.press(page.locator('#claim a.primary'));
  await hand.signsIn(world, addressOf(0));
  await page.waitForURL(/\/claim$/);
  // The script takes the secret out of the address, and fills it in.
  await page.waitForFunction(() => Boolean(document.querySelector<HTMLInputElement>('#token')?.value));
  expect(await fits(page)).toBe(true);
  await hand.press(page.locator('#claim button'));
  await page.waitForURL(/\/claim\?.*talk=/);
  expect(await page.locator('h1').innerText()).toContain('Été numéro 0');
  expect(await fits(page)).toBe(true);
  await picture(page, `evening-accepted-${page.viewportSize()!.width}`, {});
  hand.done('accept the invitation from the e-mail');
  await hand.press(page.locator('main a.primary'));
  await page.waitForURL(new RegExp(`/c/${slug}/t/[^/]+/desk$`));
  expect(await page.locator('main').innerText()).toContain('Été numéro 0');
  hand.done('open the speaker view');
  // An open page's live connection would outlast the server, and complain.
  await page.close();
}

/** An instant after the last day of the conference, in its zone. */
const AFTERWARDS = Date.parse('2031-06-09T10:00:00Z');

/** The organizer comes back when the conference is over, closes it by one press, and opens it again. */
async function dayAfterTheLast(world: World, hand: Hand, slug: string): Promise<void> {
  const { page } = hand;
  const phase = async (): Promise<unknown> => (await world.person('nobody').get(`/conferences/${slug}`)).body['phase'];
  world.advance({ seconds: (AFTERWARDS - world.clock.now().getTime()) / 1_000 });
  await page.goto(`${world.base}/organize/${slug}/settings`);
  await hand.press(page.locator('main a[href^="/sign-in"]'));
  await hand.signsIn(world, 'olga@mail.example');
  await page.waitForURL(/\/settings$/);
  const closing = page.locator('#closing button');
  await picture(page.locator('#closing'), `evening-closing-${page.viewportSize()!.width}`, {});
  await hand.saves(closing.and(page.locator('[value=close]')));
  expect(await phase()).toBe('readonly');
  hand.done('close every discussion');
  await hand.saves(closing.and(page.locator('[value=reopen]')));
  expect(await phase()).toBe('after');
  expect(await closing.getAttribute('value')).toBe('close');
  hand.done('open them again');
}

/** The other tasks of an organizer, in the order of the menu. */
async function restOfTheEvening(world: World, hand: Hand, slug: string): Promise<void> {
  const { page } = hand;
  const olga = await asked(world, page);
  const titled = async (title: string): Promise<Json> =>
    (await talksOf(olga, slug)).find((talk) => talk['title'] === title) ?? {};

  await hand.part('/programme');
  await hand.press(page.locator('.part a[href$="/programme/new"]'));
  await hand.type('#title', 'Mots de la fin');
  await hand.type('#day', '2031-06-06');
  await hand.type('#time', '18:00');
  await hand.press(page.locator('.part form button.primary').last());
  await page.locator('table.rows', { hasText: 'Mots de la fin' }).waitFor();
  expect(await titled('Mots de la fin')).toMatchObject({ startsAt: '2031-06-06T16:00:00.000Z' });
  hand.done('add a talk by hand');

  await hand.type('.part input[name=q]', 'numéro 7');
  await hand.press(page.locator('.part .filters button'));
  await hand.press(page.locator('table.rows a', { hasText: /^Été numéro 7$/ }));
  const unfolded = page.locator('tr.unfolded');
  await unfolded.waitFor();
  expect(await fits(page)).toBe(true);
  await picture(page, `evening-row-${page.viewportSize()!.width}`, {});
  await hand.type('#room', 'Grande salle');
  await hand.saves(unfolded.locator('button.primary'));
  expect(await titled('Été numéro 7')).toMatchObject({ room: 'Grande salle' });
  hand.done('move a talk to another room');
  await page.goto(`${world.base}/organize/${slug}/programme?layout=grid`);
  await page.locator('.schedule a', { hasText: /^Été numéro 7$/ }).waitFor();
  expect([await page.locator('.schedule thead th').count(), await fits(page)]).toEqual([6, true]);
  await picture(page, `evening-grid-${page.viewportSize()!.width}`, {});
  await page.goBack();

  const newer = sheet((n) => (n === 7 || n === 8 ? { time: '17h00' } : {}), TALKS - 1);
  await hand.file('#file', 'programme.csv', newer);
  await hand.press(page.locator('#import button[value=try]'));
  const report = page.locator('#report');
  await report.locator('.changes', { hasText: 'Été numéro 8' }).waitFor();
  await picture(page, `evening-preview-${slug}-${page.viewportSize()!.width}`, {});
  await hand.press(page.locator('#import button[value=import]'));
  await report.waitFor();
  expect(await titled('Été numéro 8')).toMatchObject({ startsAt: '2031-06-05T15:00:00.000Z' });
  // The place and time of a talk were changed by hand, which wins.
  expect(await titled('Été numéro 7')).toMatchObject({ room: 'Grande salle', startsAt: '2031-06-05T08:30:00.000Z' });
  expect(await titled('Été numéro 61')).toMatchObject({ status: 'cancelled' });
  hand.done('import the next version of the sheet');

  await hand.press(page.locator('a[href$="/undo"]').first());
  await hand.press(page.locator('form[action$="/undo"] button.danger'));
  await report.waitFor();
  expect(await titled('Été numéro 8')).toMatchObject({ startsAt: '2031-06-05T09:30:00.000Z' });
  expect(await titled('Été numéro 61')).toMatchObject({ status: 'confirmed' });
  hand.done('undo that import');

  await hand.part('/discussions');
  await hand.type('#new #title', 'Covoiturage');
  await hand.press(page.locator('#new button'));
  await hand.type('.part input[name=q]', 'Covoiturage');
  await hand.press(page.locator('.part form.filters button'));
  const row = page.locator('table.rows tr', { hasText: 'Covoiturage' });
  await row.waitFor();
  hand.done('open a discussion without a talk');
  await hand.press(row.locator('details > summary').first());
  await hand.choose('select[name=interval]', '60');
  await hand.type('input[name=slowReason]', 'Chacun son tour');
  await hand.press(row.locator('form[action*="/discussions/settings"] button'));
  await row.waitFor();
  hand.done('slow a discussion down');

  await hand.part('/rules');
  await hand.type('#title5', 'Pas de photos');
  await hand.press(page.locator('ol.rules > li').nth(5).locator('summary'));
  await hand.type('#otherTitle5', 'No photographs');
  await hand.type('#contact', 'Au stand d’accueil');
  await hand.saves(page.locator('form[action$="/rules"] button.primary'));
  expect(await (await fetch(`${world.base}/c/${slug}/rules?lang=en`)).text()).toContain('photo');
  hand.done('add a rule in two languages, and say how to be reached');

  await hand.part('/appearance');
  await hand.type('#accent', '#7a1f5c');
  const logo = sharp({ create: { width: 64, height: 64, channels: 3, background: '#7a1f5c' } });
  await hand.file('#logo', 'logo.png', await logo.png().toBuffer());
  await hand.saves(page.locator('form[action$="/appearance"] button.primary'));
  hand.done('give it a colour and a logo');

  await hand.part('/qr');
  const zip = await hand.downloads(page.locator('a[href$="/codes.zip"]'));
  expect([zip.suggestedFilename(), await zip.failure()]).toEqual([expect.stringMatching(/\.zip$/), null]);
  await hand.press(page.locator('button[formaction$="/slides"]'));
  await page.locator('.sheet').first().waitFor();
  hand.done('print a slide for each talk');
  await page.goBack();
  await hand.press(page.locator('button[formaction$="/a4"]'));
  await page.locator('.sheet').first().waitFor();
  expect(await page.locator('.sheet').count()).toBeGreaterThanOrEqual(4);
  hand.done('print a poster for each room');
  await page.goBack();

  await hand.part('/highlights');
  await hand.press(page.locator('.part a[href$="/recap/edit"]'));
  await page.locator('form textarea').first().waitFor();
  hand.done('begin the highlights');
  await page.goto(`${world.base}/organize/${slug}`);
  expect(await page.locator('.checks .is-done').count()).toBeGreaterThanOrEqual(4);
  await picture(page, `evening-overview-${page.viewportSize()!.width}`, {});

  await hand.part('/export');
  const archive = await hand.downloads(page.locator('.part a.primary'));
  expect(await archive.failure()).toBeNull();
  hand.done('take the archive along');

  await hand.part('/log');
  await page.locator('.part ul.cards li').first().waitFor();
  const log = await page.locator('.part').innerText();
  for (const method of ['POST', 'PATCH', '/api/']) expect(log).not.toContain(method);
  expect(await page.locator('.part ul.cards > li').count()).toBeGreaterThan(10);
  await picture(page, `evening-log-${page.viewportSize()!.width}`, {});
  hand.done('read what was done in the log');
}

/** The person of the browser, for what only the API tells. */
async function asked(world: World, page: Page): Promise<Awaited<ReturnType<World['person']>>> {
  const cookies = await page.context().cookies();
  const olga = world.person('olga');
  olga.token = cookies.find(({ name }) => name === 'session')!.value;
  return olga;
}

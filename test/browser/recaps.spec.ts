import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { talkOf } from '../questions/stage.ts';
import { DESKTOP, fits, isOf, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { codeIn, until, World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let world: World;
let browser: RealBrowser;
let olga: Person;

beforeAll(async () => {
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

/** The findings of axe on the page; a page without a script is looked at by a visitor with one. */
async function faultsOf(address: string, of: Person | null, viewport: { width: number; height: number }) {
  const page = await browser.visitor({ viewport });
  await page.addInitScript({ path: AXE });
  if (of) await isOf(page, of);
  await page.goto(address);
  await page.evaluate(() => {
    for (const part of document.querySelectorAll<HTMLElement>('header.site, .ask-bar, .waiting, .save'))
      part.style.position = 'static';
  });
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

interface Texts {
  write: string;
  add: string;
  preview: string;
  saveDraft: string;
  publish: string;
  draftSaved: string;
  about: string;
  leaveComment: string;
  unpublished: string;
  starred: string;
  reply: string;
  withdraw: string;
  withdrawNow: string;
  gone: string;
}

const TEXTS: Record<'fr' | 'en', Texts> = {
  en: {
    write: 'Write what you took home',
    add: 'Add the section',
    preview: 'Preview',
    saveDraft: 'Save as draft',
    publish: 'Publish',
    draftSaved: 'The draft is saved.',
    about: 'About the author',
    leaveComment: 'Leave a comment',
    unpublished: 'Your e-mail address will not be published.',
    starred: 'Required fields are marked *.',
    reply: 'Reply',
    withdraw: 'Withdraw',
    withdrawNow: 'Withdraw the recap',
    gone: 'The author has withdrawn this recap.',
  },
  fr: {
    write: 'Écrire ce que vous avez retenu',
    add: 'Ajouter la partie',
    preview: 'Aperçu',
    saveDraft: 'Enregistrer le brouillon',
    publish: 'Publier',
    draftSaved: 'Le brouillon est enregistré.',
    about: 'Qui a écrit ce texte',
    leaveComment: 'Laisser un commentaire',
    unpublished: 'Votre adresse e-mail ne sera pas publiée.',
    starred: 'Les champs obligatoires sont marqués d’un\u00A0*.',
    reply: 'Répondre',
    withdraw: 'Retirer',
    withdrawNow: 'Retirer le récapitulatif',
    gone: 'Ce récapitulatif a été retiré par la personne qui l’a écrit.',
  },
};

describe.each(
  oneIn(2, [
    ['fr', PHONE, true],
    ['fr', PHONE, false],
    ['en', DESKTOP, false],
    ['en', DESKTOP, true],
  ] as const),
)('a recap, in %s, %j, with a script: %p', (locale, viewport, script) => {
  const say = TEXTS[locale];
  const nth = `${locale}-${script}`;
  const main = (page: Page): Promise<string> => page.locator('main').innerText();
  const visitor = async (person: Person | null): Promise<Page> => {
    const page = await browser.visitor({ locale, viewport, script });
    if (person) await isOf(page, person);
    return page;
  };

  it('is written, previewed, published, answered under it, and withdrawn', async () => {
    const place = await talkOf(world, olga);
    const base = `${world.base}/c/${place.slug}`;
    const ada = await world.person(`ada-${nth}`).signsIn();

    // Somebody without a profile here begins on the list, and a draft is saved before anything is public.
    const author = await visitor(ada);
    await author.goto(`${base}/recaps`);
    await author.getByRole('link', { name: say.write }).click();
    await author.fill('#name', 'Ada Byron');
    await author.fill('#title', 'What I took home');
    await author.fill('#markdown', 'I could stay for half of the morning.');
    await author.getByRole('button', { name: say.add }).click();
    await until('the section', async () => (await author.inputValue('#markdown')).includes('/t/on-leaving)'));
    await author.fill('#markdown', `${await author.inputValue('#markdown')}It is **quieter** than I thought.`);
    await author.getByRole('button', { name: say.preview }).click();
    await author.locator('#preview .talk-card').waitFor();
    expect(await author.locator('#preview .talk-card').innerText()).toContain('On leaving');
    expect(await author.locator('#preview strong').innerText()).toBe('quieter');
    expect(await author.inputValue('#name')).toBe('Ada Byron');
    await author.getByRole('button', { name: say.saveDraft }).click();
    await author.getByText(say.draftSaved).waitFor();
    const draft = author.url().split('?')[0]!;
    expect(draft).toBe(`${base}/recaps/what-i-took-home/edit`);
    expect((await fetch(`${base}/recaps/what-i-took-home`)).status).toBe(404);
    expect(await fits(author)).toBe(true);
    await author.getByRole('button', { name: say.publish }).click();
    await author.waitForURL(`${base}/recaps/what-i-took-home`);

    // The page has what the first one had: title, date, link to the event, a section, sharing, the author, a form.
    const here = `${base}/recaps/what-i-took-home`;
    const guest = await visitor(null);
    await guest.goto(here);
    expect(await guest.locator('h1').innerText()).toBe('What I took home');
    expect(await guest.locator('article.recap a', { hasText: 'A conference' }).getAttribute('href')).toBe(
      `/c/${place.slug}`,
    );
    expect(await guest.locator('.talk-card h2').innerText()).toBe('On leaving');
    expect(await guest.locator('#share').count()).toBe(1);
    expect(await guest.locator('.about-author').innerText()).toContain(say.about);
    for (const text of [say.leaveComment, say.unpublished, say.starred])
      expect(await guest.locator('form#write').innerText()).toContain(text);
    expect(await fits(guest)).toBe(true);
    if (script) await guest.locator('#reading').waitFor();

    // A guest answers by that form, and a code from the mail publishes it.
    await guest.fill('#body', 'Thank you for this.');
    await guest.fill('#name', 'A guest');
    const email = `guest-${nth}@mail.example`;
    await guest.fill('#email', email);
    const before = await world.mails();
    await guest.click('.write .send button.primary');
    const code = codeIn(await world.nextMail(before, email));
    await guest.locator('#code').waitFor();
    await guest.fill('#code', code);
    if (!script) await guest.press('#code', 'Enter');
    await guest.locator('.comment', { hasText: 'Thank you for this.' }).first().waitFor();
    expect(new URL(guest.url()).pathname).toBe(`/c/${place.slug}/recaps/what-i-took-home`);

    // The author answers where it stands.
    await author.goto(here);
    if (script) await author.locator('#reading').waitFor();
    await author.locator('.comment', { hasText: 'Thank you' }).getByRole('link', { name: say.reply }).click();
    await author.fill('#body', 'You are welcome.');
    await author.click('.write .send button.primary');
    const answer = author.locator('.replies .comment', { hasText: 'You are welcome.' });
    await answer.waitFor();
    await picture(author, `recap-${viewport === PHONE ? 'phone' : 'desktop'}-${locale}`);

    expect(await faultsOf(here, null, viewport)).toEqual([]);
    expect(await faultsOf(draft, ada, viewport)).toEqual([]);
    expect(await faultsOf(`${base}/recaps`, ada, viewport)).toEqual([]);
    const byline = await guest.locator('article.recap .byline a').getAttribute('href');
    expect(await faultsOf(world.base + byline!, null, viewport)).toEqual([]);

    // A moderator hides it, with a rule and a reason, and shows it again.
    const moderator = await visitor(olga);
    await moderator.goto(here);
    await moderator.locator('a.moderate').first().click();
    await moderator.locator('#moderation select').selectOption({ index: 1 });
    await moderator.fill('#reason', 'Not about the talks.');
    await moderator.locator('#moderation button').last().click();
    await moderator.waitForURL(/moderation\/show/);
    expect((await fetch(here)).status).toBe(410);
    await moderator.fill('#reason', 'It is, after all.');
    await moderator.locator('#moderation button').last().click();
    await moderator.waitForURL(here);
    expect(await (await fetch(here)).text()).toContain('quieter');
    await guest.goto(here);

    // The author takes it back: a reader is told so, and reads nothing of it.
    await author.goto(here);
    await author.locator('.withdraw-recap > summary').click();
    await author.getByRole('button', { name: say.withdrawNow }).click();
    await author.waitForURL((url) => url.pathname.endsWith('/recaps'));
    // The page of who reads it turns by itself where it has a script.
    if (script) await guest.getByText(say.gone).waitFor();
    const answered = await guest.goto(here);
    expect(answered!.status()).toBe(410);
    expect(await main(guest)).toContain(say.gone);
    expect(await guest.content()).not.toContain('quieter');
    expect(await guest.content()).not.toContain('What I took home');
  });
});

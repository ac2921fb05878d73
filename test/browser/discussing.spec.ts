import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DESKTOP, fits, isOf, openMenu, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { oneIn } from '../support/form.ts';
import { codeIn, until, World, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

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

/** The code of the mail that what is done now causes. */
async function codeFor(email: string, act: () => Promise<unknown>): Promise<string> {
  const before = await world.mails();
  await act();
  return codeIn(await world.nextMail(before, email));
}

async function signIn(page: Page, email: string, next = '/'): Promise<void> {
  await page.goto(`${world.base}/sign-in?next=${encodeURIComponent(next)}`);
  await page.fill('#by-code [name=email]', email);
  const code = await codeFor(email, () => page.click('#by-code button'));
  await page.waitForSelector('#by-code [name=code]');
  await page.fill('#by-code [name=code]', code);
  // With a script, a whole code may have sent itself by now.
  await page.press('#by-code [name=code]', 'Enter', { timeout: 2_000 }).catch(() => undefined);
  await page.waitForURL(world.base + next);
}

const wordsOn = (page: Page): Promise<string[]> =>
  page.$$eval('.comments .words', (found) => found.map((each) => each.textContent?.trim() ?? ''));
const shows = (page: Page, text: string): Promise<unknown> =>
  until(`a page that shows ${text}`, async () => (await page.locator('main').innerText()).includes(text));

describe('reading a thread in a browser', () => {
  it.each(
    oneIn(2, [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const),
  )('works in French and in English, on a %s', async (name, viewport) => {
    const { slug, threadId } = await world.conference(olga, { locale: 'fr' });
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const root = await ada.says(threadId, 'Six months **without** the network: what came back first?');
    await ada.says(threadId, 'Boredom, he said. Then reading.', { parentId: root['id'] });
    for (const locale of ['fr', 'en']) {
      const page = await browser.visitor({ viewport, locale });
      for (const [what, where] of [
        ['home', '/'],
        ['programme', `/c/${slug}`],
        ['thread', `/c/${slug}/t/hallway`],
        ['sign-in', '/sign-in'],
        ['ledger', `/c/${slug}/ledger`],
        ['problem', '/nowhere'],
      ] as const) {
        await page.goto(world.base + where);
        expect({ what, locale, fits: await fits(page), lang: await page.getAttribute('html', 'lang') }).toEqual({
          what,
          locale,
          fits: true,
          lang: locale,
        });
        expect(await page.locator('body').innerText()).not.toMatch(/pages\.\w|problems\.\w|undefined|\{\w+\}/);
        await picture(page, `${what}-${name}-${locale}`);
      }
    }
  });

  it('shows the talk, who said what, and who of them is its speaker', async () => {
    const { slug } = await world.conference(olga, { title: 'Autumn Days 2026', locale: 'en' });
    const talk = await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'six-weeks-without-a-feed',
      title: 'Six weeks without a feed',
      subtitle: 'What a newsroom learned by switching one off',
      abstract:
        'We stopped sorting our front page by what was clicked most. Readers stayed longer and wrote less, and ' +
        'what they wrote was better. This talk shows the figures, **with their formulas**.',
      room: 'Main hall',
      language: 'en',
      startsAt: new Date(world.clock.now().getTime() - 3_600_000).toISOString(),
      durationMinutes: 40,
      speakers: [{ name: 'Sam Okafor' }],
    });
    const invitation = await olga.post(`/admin/conferences/${slug}/invitations`, {
      role: 'speaker',
      talkId: talk.body['id'],
    });
    // The name of a speaker is for whoever took the speaker's invitation.
    const sam = await world.person('sam-picture').signsIn();
    await sam.post('/claims', { token: (invitation.body['url'] as string).split('#')[1] });
    const [ines, jo] = (await Promise.all(
      [
        ['ines', 'Inès'],
        ['jo', 'Jo from the back row'],
      ].map(async ([name, personaName]) =>
        (await world.person(`${name}-picture`).signsIn()).calledIn(slug, personaName!),
      ),
    )) as [Person, Person];
    const threadId = talk.body['threadId'] as string;
    const first = await ines.says(
      threadId,
      'You said readers stayed longer. Is that the *median*, or an average that a few night owls pull up?',
    );
    await sam.says(
      threadId,
      'The median, from 2:10 to 3:40 minutes. The average rose more, for just the reason you give; the rows ' +
        'behind both are on the last slide.',
      { parentId: first['id'] },
    );
    const second = await jo.says(
      threadId,
      'Did anybody miss the old page?\n\n> wrote less, and what they wrote was better\n\nWho decided what is better?',
    );
    await ines.put(`/comments/${second['id'] as string}/vote`);
    const page = await browser.visitor({ viewport: { width: 900, height: 700 } });
    await page.goto(`${world.base}/c/${slug}/t/six-weeks-without-a-feed`);
    await shows(page, 'The median, from 2:10');
    expect(await page.locator('.replies .chip').innerText()).toBe('speaker');
    // The README has this picture.
    await picture(page, 'readme', {
      clip: { x: 60, y: 0, width: 780, height: 880 },
      fullPage: true,
    });
  });

  it('is in the language the reader chose, and stays in it', async () => {
    const { slug } = await world.conference(olga);
    const page = await browser.visitor({ locale: 'en' });
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await page.click('text=Français');
    await page.waitForSelector('html[lang=fr]');
    await page.goto(`${world.base}/c/${slug}`);
    expect(await page.getAttribute('html', 'lang')).toBe('fr');
  });
});

describe('taking part in a browser', () => {
  it.each(
    oneIn(2, [
      ['phone', PHONE],
      ['desktop', DESKTOP],
    ] as const),
  )('lets a guest speak by name, address and code, on a %s', async (name, viewport) => {
    const { slug } = await world.conference(olga);
    const email = `guest-${name}@mail.example`;
    const page = await browser.visitor({ viewport });
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await page.fill('#body', 'A number without its formula tells me nothing.');
    await page.fill('#name', 'A guest');
    await page.fill('#email', email);
    const code = await codeFor(email, () => page.click('.write button.primary'));
    await page.fill('#code', code);
    await picture(page, `code-${name}`);
    await shows(page, 'A number without its formula');
    await until('the comment in the discussion', async () => (await wordsOn(page)).length === 1);
    expect(await wordsOn(page)).toEqual(['A number without its formula tells me nothing.']);
    expect(await page.content()).not.toContain(email);
    await page.fill('#body', 'And one more thing.');
    await page.click('.write button.primary');
    await shows(page, 'And one more thing.');
    await page.focus('#body');
    expect(await page.locator('#write').innerText()).toContain('You publish as “A guest”');
  });

  it('keeps what was typed when it is refused', async () => {
    const { slug } = await world.conference(olga);
    const page = await browser.visitor({ locale: 'fr' });
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await page.fill('#body', ' x ');
    await page.fill('#name', 'Une invitée');
    await page.fill('#email', 'guest@mail.example');
    await page.click('.write button.primary');
    await page.waitForSelector('#body-fault');
    expect(await page.locator('#body-fault').innerText()).toMatch(/2 à 5000 caractères/);
    expect(await page.inputValue('#body')).toBe(' x ');
    expect(await page.inputValue('#name')).toBe('Une invitée');
  });

  it('keeps what is being written over a reload and over signing in, until it is sent', async () => {
    const { slug, threadId } = await world.conference(olga, { locale: 'en' });
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const root = await ada.says(threadId, 'What is asked');
    const page = await browser.visitor({ viewport: PHONE });
    const thread = `/c/${slug}/t/hallway`;
    await page.goto(`${world.base}${thread}`);
    await page.click(`#c-${root['id'] as string} .reply`);
    await page.fill('#body', 'An answer that took me an hour.');
    await page.reload();
    await until(
      'the words to be back',
      async () => (await page.inputValue('#body')) === 'An answer that took me an hour.',
    );
    expect(await page.locator('.replying').innerText()).toContain('Ada');
    await signIn(page, 'eve@mail.example', thread);
    await until(
      'the words to be back',
      async () => (await page.inputValue('#body')) === 'An answer that took me an hour.',
    );
    await page.fill('#name', 'Eve');
    await page.click('.write button.primary');
    await shows(page, 'An answer that took me an hour.');
    await until(
      'the answer to stand under what it answers',
      async () =>
        (await page
          .locator('ol.replies .words')
          .innerText()
          .catch(() => '')) === 'An answer that took me an hour.',
    );
    await page.reload();
    expect(await page.inputValue('#body')).toBe('');
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft')).length)).toBe(
      0,
    );
    await page.fill('#body', 'Not for whoever sits down here next.');
    await until('the words to be kept', () =>
      page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith('draft'))),
    );
    await page.goto(`${world.base}/me`);
    await page
      .locator('#sessions form')
      .filter({ has: page.locator('.chip') })
      .locator('button')
      .click();
    await page.waitForURL(`${world.base}/`);
    await page.goto(`${world.base}${thread}`);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('draft')).length)).toBe(
      0,
    );
    expect(await page.inputValue('#body')).toBe('');
  });

  it('withdraws the words that were shown, and none that came while it asked', async () => {
    const { slug, threadId } = await world.conference(olga, { locale: 'en', settings: { screening: 'none' } });
    const author = await (await world.person('withdrawing').signsIn()).calledIn(slug, 'Wanda');
    const comment = await author.says(threadId, 'Not my best idea.');
    const id = comment['id'] as string;
    const page = await browser.visitor();
    await isOf(page, author);
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await page.locator('#reading').waitFor();
    const withdraws = async (): Promise<void> => {
      await openMenu(page.locator(`#c-${id}`));
      await page.locator(`#c-${id} form[action$="/withdrawals"] button`).click();
    };
    page.once('dialog', (dialog) => {
      void author.patch(`/comments/${id}`, { body: 'A better idea.' }).then(() => dialog.accept());
    });
    await withdraws();
    await shows(page, 'This was changed in the meantime');
    await shows(page, 'A better idea.');
    expect((await olga.get(`/comments/${id}`)).body['state']).toBe('visible');
    page.once('dialog', (dialog) => void dialog.accept());
    await withdraws();
    await shows(page, 'The author has withdrawn this comment.');
  });

  it("shows two readers each other's comments without a reload", async () => {
    const { slug, threadId } = await world.conference(olga);
    const [ada, bob] = [await browser.visitor(), await browser.visitor({ viewport: PHONE })];
    const thread = `/c/${slug}/t/hallway`;
    await signIn(ada, 'ada-live@mail.example', thread);
    await signIn(bob, 'bob-live@mail.example', thread);
    await ada.fill('#body', 'Can you hear me?');
    await ada.fill('#name', 'Ada');
    await ada.click('.write button.primary');
    await shows(bob, 'Can you hear me?');
    await bob.click('.comments .reply');
    await bob.fill('#body', 'Loud and clear.');
    await bob.fill('#name', 'Bob');
    await bob.click('.write button.primary');
    await shows(ada, 'Loud and clear.');
    await bob.click('button[aria-pressed=false]');
    await shows(ada, '1 vote');
    await openMenu(bob.locator('.replies'));
    await bob.locator('.replies >> text=Edit').click();
    await until('the words to edit', async () => (await bob.inputValue('#body')) === 'Loud and clear.');
    await bob.fill('#body', 'Loud and *very* clear.');
    await bob.click('.write button.primary');
    await shows(ada, 'Loud and very clear.');
    await shows(ada, 'edited');
    bob.once('dialog', (dialog) => void dialog.accept());
    await openMenu(bob.locator('.replies'));
    await bob.locator('.replies >> text=Withdraw').click();
    await shows(ada, 'The author has withdrawn this comment.');
    expect(await ada.content()).not.toMatch(/<em>very/);
    const changed = (page: Page): Promise<(string | undefined)[]> =>
      page.$$eval('.comments .comment', (found) =>
        found.map((each) => `${each.id} ${(each as HTMLElement).dataset['changed']}`),
      );
    const { body } = await olga.get(`/threads/${threadId}/changes?after=0`);
    const stored = (body['comments'] as { id: string; seq: number; changedSeq: number }[])
      .toSorted((a, b) => a.seq - b.seq)
      .map(({ id, changedSeq }) => `c-${id} ${changedSeq}`);
    await until(
      'both lists to equal the database',
      async () => JSON.stringify([await changed(ada), await changed(bob)]) === JSON.stringify([stored, stored]),
    );
  });

  it('forgets what was being written once it was sent, also before the script of the page was there', async () => {
    const { slug } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const page = await browser.visitor();
    await isOf(page, ada);
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await page.fill('#body', 'Sent *as a form*.');
    await until('the words to be kept', () =>
      page.evaluate(() => Object.keys(localStorage).some((name) => name.startsWith('draft'))),
    );
    await Promise.all([
      page.waitForNavigation(),
      page.evaluate(() => document.querySelector<HTMLFormElement>('.write')!.submit()),
    ]);
    await until('the comment to stand', async () => (await wordsOn(page)).includes('Sent as a form.'));
    await until('what was kept to be forgotten', () =>
      page.evaluate(() => !Object.keys(localStorage).some((name) => name.startsWith('draft'))),
    );
    expect(await page.inputValue('#body')).toBe('');
  });

  it.each(['is late', 'never comes'])('shows what was just sent once, also when the answer to it %s', async (what) => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const page = await browser.visitor();
    await isOf(page, ada);
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    let answer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(`**/threads/${threadId}/comments`, async (route) => {
      const response = await route.fetch();
      await mayAnswer;
      await (what === 'is late' ? route.fulfill({ response }) : route.abort());
    });
    await page.fill('#body', 'Once, **and** [no more](https://example.org).');
    await page.click('.write button.primary');
    const shown = (): Promise<number> => page.getByText('Once,').count();
    await until('the comment to come by the live feed', async () =>
      (await wordsOn(page)).includes('Once, and no more.'),
    );
    await until('its copy to go', async () => (await page.locator('.outbox').count()) === 0);
    expect(await shown()).toBe(1);
    answer();
    await until('nothing to be under way', () =>
      page.evaluate(() => !Object.keys(localStorage).some((name) => name.startsWith('draft unsent'))),
    );
    expect(await shown()).toBe(1);
    expect(await page.locator('.outbox').count()).toBe(0);
    expect(await page.inputValue('#body')).toBe('');
    browser.complaints.splice(0);
  });

  it('lets new comments wait while somebody reads above, and moves nothing', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    for (let i = 1; i <= 12; i += 1)
      await ada.says(threadId, `Comment number ${i}, with enough words to be read slowly by somebody on the train.`);
    const page = await browser.visitor({ viewport: PHONE });
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    const tops = (): Promise<number[]> =>
      page.$$eval('.comments .comment', (found) => found.map((each) => each.getBoundingClientRect().top));
    const before = await tops();
    for (let i = 13; i <= 15; i += 1) await ada.says(threadId, `Comment number ${i}.`);
    await shows(page, '3 new comments');
    expect(await tops()).toEqual(before);
    await picture(page, 'waiting-phone');
    await page.click('text=3 new comments');
    await until('the new comments', async () => (await wordsOn(page)).length === 15);
    expect((await wordsOn(page)).at(-1)).toBe('Comment number 15.');
  });

  it('catches up after the network was away', async () => {
    const { slug, threadId } = await world.conference(olga);
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const page = await browser.visitor();
    await page.goto(`${world.base}/c/${slug}/t/hallway`);
    await ada.says(threadId, 'Before.');
    await shows(page, 'Before.');
    await page.context().setOffline(true);
    await ada.says(threadId, 'Meanwhile.');
    await page.context().setOffline(false);
    await shows(page, 'Meanwhile.');
    browser.complaints.length = 0; // Losing the network is what was asked for.
  });

  it('needs no script to read, speak, answer, vote and withdraw', async () => {
    const { slug } = await world.conference(olga);
    const thread = `/c/${slug}/t/hallway`;
    const page = await browser.visitor({ script: false, viewport: PHONE });
    await page.goto(world.base + thread);
    await page.fill('#body', 'Said without a script.\n\nTwo paragraphs.');
    await page.fill('#name', 'Noa');
    await page.fill('#email', 'noa@mail.example');
    const code = await codeFor('noa@mail.example', () => page.click('.write button.primary'));
    await page.fill('#code', code);
    await page.click('.write button.primary');
    await shows(page, 'Said without a script.');
    await page.goto(world.base + thread);
    await page.click('.comments .reply');
    await page.fill('#body', 'Answered without a script.');
    await page.click('.write button.primary');
    await shows(page, 'Answered without a script.');
    const other = await browser.visitor({ script: false });
    await signIn(other, 'other@mail.example', thread);
    await other.locator('button[aria-pressed=false]').first().click();
    await shows(other, '1 vote');
    await other.fill('#body', 'x');
    await other.fill('#name', 'Other');
    await other.click('.write button.primary');
    await other.waitForSelector('#body-fault');
    expect(await other.inputValue('#body')).toBe('x');
    await page.goto(world.base + thread);
    await openMenu(page.locator('.replies'));
    await page.locator('.replies button:has-text("Withdraw")').click();
    await shows(page, 'The author has withdrawn this comment.');
    await picture(page, 'no-script-phone');
  });
});

describe('organizing in a browser', () => {
  it('releases what waits, after which everybody sees it', async () => {
    const { slug } = await world.conference(olga, { settings: { screening: 'first' } });
    const thread = `/c/${slug}/t/hallway`;
    const [guest, organizer, reader] = [
      await browser.visitor(),
      await browser.visitor({ locale: 'fr' }),
      await browser.visitor(),
    ];
    await signIn(guest, 'first@mail.example', thread);
    await reader.goto(world.base + thread);
    await guest.fill('#body', 'My first words here.');
    await guest.fill('#name', 'Newcomer');
    await guest.click('.write button.primary');
    await shows(guest, 'Your text will be visible once a moderator has read it.');
    expect(await reader.content()).not.toContain('My first words');
    await signIn(organizer, 'olga@mail.example', `/organize/${slug}/queue`);
    await shows(organizer, 'My first words here.');
    await picture(organizer, 'organize-desktop-fr');
    await organizer.click('button[value=release]');
    await shows(reader, 'My first words here.');
    await shows(organizer, 'Rien à modérer');
  });

  it('begins with an invitation whose secret no server sees before the button is pressed', async () => {
    const { slug } = await world.conference(olga);
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'organizer' });
    const link = new URL(body['url'] as string);
    const page = await browser.visitor();
    await page.goto(world.base + link.pathname + link.hash);
    await page.click('main a.primary');
    await page.fill('#by-code [name=email]', 'ines@mail.example');
    const code = await codeFor('ines@mail.example', () => page.click('#by-code button'));
    await page.fill('#by-code [name=code]', code);
    await page.waitForURL(`${world.base}/claim`);
    await page.click('#claim button');
    await page.waitForURL(`${world.base}/claim?as=organizer&conference=${slug}`);
    expect(await page.innerText('h1')).toContain('A conference');
    expect(await fits(page)).toBe(true);
    await page.click('main a.primary');
    await page.waitForURL(`${world.base}/organize/${slug}`);
    expect(await fits(page)).toBe(true);
  });

  it('keeps the secret of an invitation, and a typed code, while the script of forms is on its way', async () => {
    const { slug } = await world.conference(olga);
    const { body } = await olga.post(`/admin/conferences/${slug}/invitations`, { role: 'organizer' });
    const link = new URL(body['url'] as string);
    const page = await browser.visitor();
    let comes = (): void => undefined;
    const way = new Promise<void>((resolve) => {
      comes = resolve;
    });
    let asked = 0;
    await page.route(/page-forms/, async (route) => {
      asked += 1;
      await way;
      await route.continue();
    });
    await page.goto(world.base + link.pathname + link.hash);
    await page.click('main a.primary');
    await page.fill('#by-code [name=email]', 'iris@mail.example');
    const code = await codeFor('iris@mail.example', () => page.click('#by-code button'));
    await page.fill('#by-code [name=code]', code);
    comes();
    await page.waitForURL(`${world.base}/claim`);
    expect(await page.inputValue('#token')).toBe(link.hash.slice(1));
    expect(asked).toBeGreaterThan(0);
  });

  it('imports a programme from a file', async () => {
    const { slug } = await world.conference(olga);
    const page = await browser.visitor();
    await signIn(page, 'olga@mail.example', `/organize/${slug}/programme`);
    const schedule = {
      schedule: {
        version: '1',
        conference: {
          acronym: slug,
          title: 'C',
          time_zone_name: 'Europe/Paris',
          start: '2026-05-02',
          end: '2026-05-02',
          days: [
            {
              index: 1,
              date: '2026-05-02',
              rooms: {
                Hall: [
                  {
                    guid: '0b0a9b4e-1f0c-5c1e-9a63-0d6f2f0f6c11',
                    id: 1,
                    title: 'A talk from a file',
                    date: '2026-05-02T10:00:00+02:00',
                    start: '10:00',
                    duration: '01:00',
                    room: 'Hall',
                    language: 'en',
                    persons: [],
                  },
                ],
              },
            },
          ],
        },
      },
    };
    const file = {
      name: 'schedule.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(schedule)),
    };
    await page.setInputFiles('#import [type=file]', file);
    await page.click('#import button[value=try]');
    await shows(page, '1 talk added');
    await page.setInputFiles('#import [type=file]', file);
    await page.click('#import button[value=import]');
    await shows(page, 'The programme is imported.');
    await page.goto(`${world.base}/c/${slug}`);
    await page.click('text=A talk from a file');
    await shows(page, 'Hall');
  });

  it('links from a mail sign in by one button', async () => {
    const page = await browser.visitor();
    const before = await world.mails();
    await page.goto(`${world.base}/sign-in?next=%2F`);
    await page.fill('#by-code [name=email]', 'link@mail.example');
    await page.click('#by-code button');
    const mail = await world.nextMail(before, 'link@mail.example');
    const token = /\/sign-in#([\w-]+)/.exec(mail)![1]!;
    await page.waitForSelector('#by-code [name=code]');
    await page.goto('about:blank');
    await page.goto(`${world.base}/sign-in#${token}`);
    await page.click('#by-link button');
    await page.waitForURL(`${world.base}/`);
    await page.goto(`${world.base}/me`);
    await shows(page, 'l•••@mail.example');
    await picture(page, 'me-desktop');
    await page.click('text=Sign out');
    await page.waitForURL(`${world.base}/`);
    expect((await page.goto(`${world.base}/me`))!.status()).toBe(401);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { asks, becomes, settles, talkOf } from '../questions/stage.ts';
import { DESKTOP, fits, PHONE, picture, RealBrowser } from '../support/browser.ts';
import { inLongForm, oneIn } from '../support/form.ts';
import { until, World, type Json, type Person } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let olga: Person;
let grace: Person;
let linus: Person;
let ada: Person;
let place: { slug: string; talkId: string; threadId: string };
let here: string;

const shows = (page: Page, text: string): Promise<unknown> =>
  until(`a page that shows ${text}`, async () => (await page.locator('main').innerText()).includes(text));

/** A browser of somebody who signed in before: the session as its cookie. */
async function browserOf(person: Person, viewport: { width: number; height: number }, script = true): Promise<Page> {
  const page = await browser.visitor({ viewport, script });
  await page.context().addCookies([{ name: 'session', value: person.token!, url: world.base }]);
  return page;
}

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  linus = await becomes(await world.person('linus').signsIn(), olga, place, 'Linus');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  here = `${world.base}/c/${place.slug}/t/on-leaving`;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
afterEach(() => {
  expect(browser.complaints.splice(0)).toEqual([]);
});

describe('a stage on which nothing was asked', () => {
  it('is filled by the code to scan and the short address', async () => {
    const wall = { width: 1920, height: 1080 };
    const stage = await browser.visitor({ viewport: wall });
    await stage.goto(`${here}/stage`);
    // Drawn anew once it has joined, so that a part may be gone for a moment.
    const heightOf = async (part: string): Promise<number> => {
      const box = await stage.locator(part).boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= wall.height ? box.height : 0;
    };
    for (const [part, least] of [
      ['.invites', 60],
      ['.qr', wall.height * 0.4],
      ['.address', 40],
    ] as const)
      await until(`${part} on the wall`, async () => (await heightOf(part)) >= least);
    await picture(stage, 'stage-idle', {});
  });
});

describe('a question, from a phone to the wall', () => {
  it('is asked on a phone, taken at the desk, shown on the stage, and answered for all', async () => {
    const phone = await browserOf(ada, PHONE);
    await phone.goto(here);
    await phone.click('.ask-bar .ask');
    await phone.fill('#body', 'What did you miss most in those six months?');
    await shows(phone, '43 of 500');
    await phone.click('.write button.primary');
    await shows(phone, '1 question · 1 open');
    expect(await fits(phone)).toBe(true);

    const stage = await browser.visitor({ viewport: DESKTOP });
    await stage.goto(`${here}/stage?lang=en`);
    await shows(stage, 'What did you miss most');
    await asks(ada, place.threadId, 'Would you do it again?', { anonymous: true });
    await shows(stage, 'Would you do it again?');

    const desk = await browserOf(grace, PHONE);
    await desk.goto(`${here}/desk`);
    await shows(desk, '2 questions open');
    expect(await fits(desk)).toBe(true);
    await picture(desk, 'desk', {});
    await desk.click('.desk-queue > li:has(> .words:has-text("What did you miss")) button.primary');
    await shows(desk, 'Answering now');
    await shows(stage, 'Being answered now');
    await shows(phone, 'Being answered now');
    await picture(stage, 'stage', {});
    await picture(phone, 'phone-question', {});
    expect(await stage.locator('.qr svg').count()).toBe(1);

    await desk.click('button[data-act=answered]');
    await shows(desk, '1 question open');
    await shows(phone, '2 questions · 1 answered');
    await until(
      'the stage to move on',
      async () => !(await stage.locator('main').innerText()).includes('Being answered now'),
    );
  });

  it('two speakers see each other’s moves, and the second is told kindly', async () => {
    const question = await asks(ada, place.threadId, 'Who of you was first to leave?');
    const desk = await browserOf(linus, DESKTOP, false);
    await desk.goto(`${here}/desk`);
    const live = await browserOf(linus, DESKTOP);
    await live.goto(`${here}/desk`);
    await shows(live, 'Who of you was first');
    await settles(grace, question, 'taken');
    await shows(live, 'Another speaker is answering');
    // Without a script this desk still shows it as open.
    await desk.click('.desk-queue > li:has(> .words:has-text("Who of you")) button.primary');
    await shows(desk, 'Another speaker is answering this question');
    await settles(grace, question, 'open');
  });

  it('a desk and a stage show what happened while they were joining', async () => {
    for (const [person, path, join] of [
      [linus, 'desk', 'desk:join'],
      [ada, 'stage?lang=en', 'thread:join'],
    ] as const) {
      const page = await browserOf(person, DESKTOP);
      let joins: () => void = () => undefined;
      let isHeld = false;
      await page.routeWebSocket(/socket\.io/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((message) => {
          if (!message.includes(join)) return server.send(message);
          joins = () => server.send(message);
          isHeld = true;
        });
      });
      await page.goto(`${here}/${path}`, { waitUntil: 'networkidle' });
      await until('a page that asks to join', async () => isHeld);
      const question = await asks(ada, place.threadId, `Does the ${join} page know of this?`);
      joins();
      await shows(page, `Does the ${join} page know of this?`);
      // A wall has room for few.
      await settles(linus, question, 'answered');
    }
  });

  inLongForm('a thread, a desk and a stage that the forum had no time for are let in later', async () => {
    for (const [person, path, join] of [
      [ada, '?lang=en', 'thread:join'],
      [linus, '/desk', 'desk:join'],
      [ada, '/stage?lang=en', 'thread:join'],
    ] as const) {
      const page = await browserOf(person, DESKTOP);
      let tries = 0;
      let answerTo = '';
      let isIn = false;
      await page.routeWebSocket(/socket\.io/, (socket) => {
        const server = socket.connectToServer();
        socket.onMessage((message) => {
          if (!message.includes(join)) return server.send(message);
          tries += 1;
          // The message begins with the number that its answer has.
          answerTo = `43/live,${/^42\/live,(\d+)/.exec(String(message))![1]!}`;
          if (tries > 1) server.send(message);
          else socket.send(`${answerTo}[{"ok":false,"problem":{"status":503}}]`);
        });
        server.onMessage((message) => {
          isIn ||= tries > 1 && String(message).startsWith(answerTo);
          socket.send(message);
        });
      });
      await page.goto(here + path, { waitUntil: 'networkidle' });
      await until('the page to be let in', async () => isIn);
      const question = await asks(grace, place.threadId, `Who was let in by ${path}?`);
      await until('the question, or that there is one', async () =>
        /Who was let in by|1 new comment/.test(await page.locator('main').innerText()),
      );
      // Later tests count the questions of this thread.
      expect((await grace.delete(`/comments/${question['id'] as string}`)).status).toBe(204);
      await page.close();
    }
  });

  it('survives a lost network by itself and says so, and can hide names', async () => {
    const stage = await browser.visitor({ viewport: DESKTOP });
    await stage.goto(`${here}/stage?names=off&theme=dark&lang=en`);
    await shows(stage, 'Who of you was first');
    expect(await stage.locator('main').innerText()).not.toContain('Ada');
    await stage.context().setOffline(true);
    await shows(stage, 'The connection is lost');
    await asks(ada, place.threadId, 'Asked while the wall was away?');
    await stage.context().setOffline(false);
    await shows(stage, 'Asked while the wall was away?');
    await until(
      'the line to go',
      async () => !(await stage.locator('main').innerText()).includes('The connection is lost'),
    );
    await picture(stage, 'stage-dark', {});
    browser.complaints.splice(0); // A browser without a network complains of it.
  });

  it('is voted for where the questions of all talks stand, without leaving the page', async () => {
    for (const script of [true, false]) {
      const voter = await (await world.person(`voter-${script}`).signsIn()).calledIn(place.slug, `Voter ${script}`);
      const page = await browserOf(voter, PHONE, script);
      await page.goto(`${world.base}/c/${place.slug}?show=waiting`);
      const row = page.locator('li:has-text("Who of you was first")');
      // The words have the room that the vote and the state leave.
      expect((await row.locator('.words').boundingBox())!.width).toBeGreaterThan(200);
      await row.locator('button[aria-pressed=false]').click();
      await row.locator('button[aria-pressed=true]').waitFor();
      expect(page.url()).toMatch(script ? /show=waiting$/ : /show=waiting&said=voted#c-/);
      expect(await fits(page)).toBe(true);
    }
    const reader = await browser.visitor({ viewport: PHONE });
    await reader.goto(`${world.base}/c/${place.slug}?show=waiting`);
    await shows(reader, '2 votes');
  });

  it('is suggested to whoever types the same', async () => {
    const bob = await (await world.person('bob').signsIn()).calledIn(place.slug, 'Bob');
    const page = await browserOf(bob, PHONE);
    await page.goto(here);
    await page.click('.ask-bar .ask');
    await page.fill('#body', 'Would you do it again');
    await shows(page, 'Already asked?');
    await page.click('.similar button');
    await page.locator('.similar [aria-pressed=true]').waitFor();
    await picture(page, 'similar', {});
  });
});

describe('the wall', () => {
  it('holds long questions whole, the one taken last and those that come next', async () => {
    const own = await talkOf(world, olga);
    const speaker = await becomes(await world.person('wall').signsIn(), olga, own, 'Wall');
    const asker = await (await world.person('asker').signsIn()).calledIn(own.slug, 'Asker');
    const long = 'How do you decide which of all the things that you noticed were worth telling us about? ';
    const questions: Json[] = [];
    for (let i = 1; i <= 7; i += 1) {
      questions.push(await asks(asker, own.threadId, `No ${i}: ${long.repeat(i === 2 ? 5 : 2)}`));
      world.advance({ seconds: 5 });
    }
    const stage = await browser.visitor({ viewport: { width: 1920, height: 1080 } });
    const isWhole = (found: ReturnType<Page['locator']>): Promise<boolean> =>
      found.evaluate((part) => {
        const [inner, outer] = [part, part.closest('.wall')!].map((each) => each.getBoundingClientRect());
        const box = part.closest('ol, [role=status]')!.getBoundingClientRect();
        return [outer!, box].every(
          ({ top, bottom, right }) => inner!.top >= top - 1 && inner!.bottom <= bottom + 1 && inner!.right <= right + 1,
        );
      });
    await stage.goto(`${world.base}/c/${own.slug}/t/on-leaving/stage?lang=en`);
    await shows(stage, 'Next');
    await picture(stage, 'stage-waiting', {});
    const last = stage.locator('.coming > ol > li').nth(3);
    expect(await isWhole(last)).toBe(true);
    // A wall that is drawn anew has no such part for a moment.
    await until('it to stand in the lower half', async () => ((await last.boundingBox())?.y ?? 0) > 540);
    for (const [taken, text] of [
      [questions[0]!, 'No 1: How'],
      [questions[1]!, 'No 2: How'],
    ] as const) {
      await settles(speaker, taken, 'taken');
      await until('the question on the wall', async () =>
        (await stage.locator('.answering').allInnerTexts()).some((shown) => shown.includes(text)),
      );
      await picture(stage, `stage-${text[3]}`, {});
      expect(await stage.locator('.answering').count()).toBe(1);
      expect(await isWhole(stage.locator('.answering'))).toBe(true);
      for (const next of [0, 1]) expect(await isWhole(stage.locator('.coming > ol > li').nth(next))).toBe(true);
    }
  });
});

describe('three windows beside each other', () => {
  it('a phone, the desk and the stage show the same hour, in French and in English, light and dark', async () => {
    await olga.calledIn(place.slug, 'Olga');
    await grace.post(`/threads/${place.threadId}/live`);
    const questions = [
      await asks(ada, place.threadId, 'Que reste-t-il quand on se déconnecte ?'),
      await asks(ada, place.threadId, 'What did your readers say?', { anonymous: true }),
      await asks(ada, place.threadId, 'Would you go offline again?'),
    ];
    await settles(grace, questions[2]!, 'taken');
    await grace.post(`/questions/${questions[2]!['id'] as string}/answers`, { body: 'Yes, and for **longer**.' });
    await olga.patch(`/admin/threads/${place.threadId}`, { screening: 'all' });
    await ada.post(`/threads/${place.threadId}/questions`, { body: 'Nobody but a moderator sees this yet.' });
    for (const [locale, dark] of [
      ['en', false],
      ['fr', true],
    ] as const) {
      const [phone, desk, stage] = [
        await browserOf(ada, PHONE),
        await browserOf(olga, PHONE),
        await browser.visitor({ viewport: DESKTOP, locale }),
      ];
      await phone.goto(`${here}?lang=${locale}`);
      await desk.goto(`${here}/desk?lang=${locale}`);
      await stage.goto(`${here}/stage?lang=${locale}&theme=${dark ? 'dark' : 'light'}`);
      if (!dark) {
        await desk.click('.desk-queue > li:has(> .words:has-text("Que reste-t-il")) button.primary');
        await desk.fill('#announce [name=body]', 'Five more minutes.');
        await desk.click('#announce form:has([name=body]) button');
      }
      for (const page of [phone, desk, stage]) {
        await shows(page, 'Que reste-t-il quand on se déconnecte');
        await shows(page, 'Five more minutes.');
        expect(await fits(page)).toBe(true);
      }
      await shows(desk, 'Nobody but a moderator sees this yet.');
      for (const page of [phone, stage])
        expect(await page.locator('.questions, .wall').innerText()).not.toContain('Nobody but a moderator');
      await phone.locator('.jump a[href="#answered"]').click();
      await shows(phone, 'Yes, and for longer.');
      for (const [page, name] of [
        [phone, 'phone'],
        [desk, 'desk'],
        [stage, 'stage'],
      ] as const)
        await picture(page, `${name}-${locale}`, {});
      await desk.setViewportSize(DESKTOP);
      expect(await fits(desk)).toBe(true);
      await picture(desk, `desk-wide-${locale}`, {});
    }
    const own = await browserOf(grace, PHONE);
    await own.goto(`${world.base}/me/questions`);
    await shows(own, 'On leaving');
    expect(await fits(own)).toBe(true);
    await picture(own, 'own-questions', {});
    const pair = await browser.visitor({ viewport: PHONE });
    await pair.goto(`${here}/q/${questions[2]!['id'] as string}`);
    await shows(pair, 'Yes, and for longer.');
    expect(await fits(pair)).toBe(true);
    await picture(pair, 'pair', {});
    const organizer = await browserOf(olga, PHONE);
    await organizer.goto(`${world.base}/organize/${place.slug}/team`);
    expect(await fits(organizer)).toBe(true);
    await picture(organizer.locator('#grants'), 'grants', {});
  });

  it('a key opens, a key takes, and a refusal stays until the next try', async () => {
    const question = await asks(olga, place.threadId, 'Is this taken with a key?');
    const desk = await browserOf(grace, DESKTOP);
    await desk.goto(`${here}/desk`);
    await shows(desk, 'Is this taken with a key?');
    await desk.locator(`#q-${question['id'] as string}`).focus();
    await desk.keyboard.press('t');
    await until('the question to be taken', async () =>
      (
        await desk
          .locator('.own-taken')
          .innerText()
          .catch(() => '')
      ).includes('Is this taken with a key?'),
    );
    await desk.keyboard.press('w');
    await until('the field to be focused', () =>
      desk.evaluate(() => document.activeElement instanceof HTMLTextAreaElement),
    );
    await desk.keyboard.type('By a key, yes.');
    expect(await desk.locator('.own-taken details[open] textarea').inputValue()).toBe('By a key, yes.');
    await desk.locator('.own-taken textarea').fill('');
    await desk.locator('.own-taken textarea').blur();
    await desk.keyboard.press('b');
    await until('it to be put back', async () => (await desk.locator('.own-taken').count()) === 0);
  });
});

const rowOf = (desk: Page, question: Json) => desk.locator(`#q-${question['id'] as string}`);
const statusOf = async (question: Json): Promise<unknown> =>
  ((await ada.get(`/comments/${question['id'] as string}`)).body['question'] as Json)['status'];

describe('an act at the desk', () => {
  beforeAll(() => olga.patch(`/admin/threads/${place.threadId}`, { screening: 'none' }));

  it.each(
    oneIn(2, [
      ['en', PHONE, 'Undo', 'You are answering this question.'],
      ['fr', DESKTOP, 'Annuler', 'Vous répondez à cette question.'],
    ] as const),
  )('is said for some seconds and can be taken back (%s)', async (locale, viewport, undo, said) => {
    const question = await asks(ada, place.threadId, `Is this taken by mistake (${locale})?`);
    const desk = await browserOf(grace, viewport);
    await desk.goto(`${here}/desk?lang=${locale}`);
    await rowOf(desk, question).locator('[data-act=taken]').click();
    const toast = desk.locator('.toasts .toast');
    await toast.filter({ hasText: said }).waitFor();
    expect(await statusOf(question)).toBe('taken');
    expect(await fits(desk)).toBe(true);
    await picture(desk, `toast-${locale}`, {});
    await toast.getByRole('button', { name: undo }).click();
    await until('the question to be back', async () => (await statusOf(question)) === 'open');
    await rowOf(desk, question).locator('[data-act=taken]').waitFor();

    await rowOf(desk, question).locator('details.more > summary').click();
    await rowOf(desk, question).locator('[name=reason]').fill('Not about the talk.');
    await rowOf(desk, question).locator('form:has([name=reason]) button').click();
    await until('the question to be closed', async () => (await statusOf(question)) === 'declined');
    await toast.getByRole('button', { name: undo }).click();
    await until('the question to be open', async () => (await statusOf(question)) === 'open');
    // A toast leaves by itself; a reload does not bring it back.
    await desk.mouse.move(1, 1);
    await until('the toast to leave', async () => (await toast.count()) === 0);
    expect(new URL(desk.url()).searchParams.has('done')).toBe(false);
  });

  it('is said at the top of the next page without a script, and can be taken back there', async () => {
    const question = await asks(ada, place.threadId, 'Is this taken without a script?');
    const desk = await browserOf(grace, PHONE, false);
    await desk.goto(`${here}/desk?lang=fr`);
    await rowOf(desk, question).locator('[data-act=taken]').click();
    await shows(desk, 'Vous répondez à cette question.');
    expect(await statusOf(question)).toBe('taken');
    await desk.locator('.toast').getByRole('button', { name: 'Annuler' }).click();
    await shows(desk, 'La question est de nouveau en attente.');
    expect(await statusOf(question)).toBe('open');
  });
});

describe('a press at the desk', () => {
  inLongForm('does what it was for, also when the desk changes before it is released', async () => {
    const { slug, threadId } = await talkOf(world, olga);
    await ada.calledIn(slug, 'Ada');
    const question = await asks(ada, threadId, 'Is this press lost?');
    await settles(olga, question, 'taken');
    const desk = await browserOf(olga, DESKTOP);
    await desk.goto(`${world.base}/c/${slug}/t/on-leaving/desk`);
    await shows(desk, 'Is this press lost?');
    // The first question is drawn anew once the desk has joined.
    await asks(ada, threadId, 'Has the desk joined?');
    await shows(desk, 'Has the desk joined?');
    await desk.locator('details[id^=a-] > summary').hover();
    await desk.mouse.down();
    const asked = desk.waitForResponse((response) => response.url().endsWith('/desk'));
    await asks(ada, threadId, 'What came meanwhile?');
    await (await asked).finished();
    // Two frames later, what was fetched would have been drawn.
    await desk.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
    );
    await desk.mouse.up();
    await desk.locator('details[id^=a-][open] textarea').waitFor();
    await shows(desk, 'What came meanwhile?');
    expect(await desk.locator('details[id^=a-] textarea').isVisible()).toBe(true);
  });
});

describe('what is typed at the desk', () => {
  it('stays in its field when it is refused, without a script', async () => {
    const question = await asks(ada, place.threadId, 'Is a short reason refused?');
    const desk = await browserOf(grace, PHONE, false);
    await desk.goto(`${here}/desk?lang=en`);
    const row = rowOf(desk, question);
    await row.locator('details.more > summary').click();
    await row.locator('[name=body]').fill('\u202A\u202C');
    await row.locator('form:has([name=body]) button').click();
    await row.locator('form:has([name=body]) [role=alert]').waitFor();
    expect(await row.locator('[name=body]').inputValue()).toBe('\u202A\u202C');
    await row.locator('[name=body]').fill('No, it is kept.');
    await row.locator('form:has([name=body]) button').click();
    await shows(desk, 'Your answer is published.');
    expect(await statusOf(question)).toBe('answered');
  });

  it.each(
    oneIn(2, [
      ['with', true],
      ['without', false],
    ] as const),
  )('outlives the session it was typed in, %s a script', async (_, script) => {
    const question = await asks(ada, place.threadId, `Who signs out (${String(script)})?`);
    const desk = await browserOf(linus, DESKTOP, script);
    await desk.goto(`${here}/desk?lang=en`);
    const row = rowOf(desk, question);
    await row.locator('details.more > summary').click();
    await row.locator('[name=body]').fill('A long answer, written with care.');
    await linus.delete('/auth/sessions/current');
    await row.locator('form:has([name=body]) button').click();
    await desk.locator('main a[target=_blank][href^="/sign-in"]').waitFor();
    await linus.signsIn();
    await desk.context().addCookies([{ name: 'session', value: linus.token!, url: world.base }]);
    const field = desk.locator('main').locator('textarea[name=body]').filter({ visible: true });
    const typed = script ? row.locator('[name=body]') : field;
    expect(await typed.inputValue()).toBe('A long answer, written with care.');
    await (script ? row.locator('form:has([name=body]) button') : desk.locator('form.resend button')).click();
    await until('the answer', async () => (await statusOf(question)) === 'answered');
  });

  it('outlives the moves of others: in its field, or beside it where the question has moved on', async () => {
    const [kept, gone] = [
      await asks(ada, place.threadId, 'Does a colleague’s move take my text?'),
      await asks(ada, place.threadId, 'Is this answered by another?'),
    ];
    const desk = await browserOf(grace, DESKTOP);
    await desk.goto(`${here}/desk?lang=en`);
    for (const [question, text] of [
      [kept, 'Half an answer'],
      [gone, 'An answer that comes too late'],
    ] as const) {
      await rowOf(desk, question).locator('details.more > summary').click();
      await rowOf(desk, question).locator('[name=body]').fill(text);
    }
    await rowOf(desk, gone).locator('[name=body]').blur();
    await settles(linus, gone, 'answered', { note: 'Said by Linus.' });
    const left = desk.locator('.left-over textarea');
    await left.waitFor();
    expect(await left.inputValue()).toBe('An answer that comes too late');
    expect(await rowOf(desk, kept).locator('[name=body]').inputValue()).toBe('Half an answer');
  });

  it('is not called lost when the desk hears of the answer before the form does', async () => {
    const question = await asks(ada, place.threadId, 'Is this answer lost?');
    const desk = await browserOf(grace, DESKTOP);
    let heard: () => void = () => undefined;
    const redraw = new Promise<void>((resolve) => {
      heard = resolve;
    });
    await desk.route(/\/desk/, async (route) => {
      const isOwn = route.request().method() === 'POST';
      const response = await route.fetch();
      if (isOwn) await redraw;
      await route.fulfill({ response });
      if (isOwn || (await response.text()).includes(`q-${question['id'] as string}`)) return;
      await (await route.request().response())!.finished();
      // The page's own work on it is done two frames later.
      await desk.evaluate(
        () =>
          new Promise((done) => {
            requestAnimationFrame(() => requestAnimationFrame(done));
          }),
      );
      heard();
    });
    await desk.goto(`${here}/desk?lang=en`);
    await rowOf(desk, question).locator('details.more > summary').click();
    await rowOf(desk, question).locator('[name=body]').fill('No, it is published.');
    await rowOf(desk, question).locator('form:has([name=body]) button').click();
    await desk.locator('.toasts .toast').filter({ hasText: 'Your answer is published.' }).waitFor();
    expect(await desk.locator('.left-over').count()).toBe(0);
  });

  it('is asked for a name of those who have none, and is published under it', async () => {
    const question = await asks(ada, place.threadId, 'Who moderates this?');
    const mona = await world.person('mona').signsIn();
    const { body } = await olga.post(`/admin/conferences/${place.slug}/invitations`, { role: 'moderator' });
    await mona.post('/claims', { token: (body['url'] as string).split('#')[1] });
    const desk = await browserOf(mona, PHONE);
    await desk.goto(`${here}/desk?lang=en`);
    const row = rowOf(desk, question);
    await row.locator('details.more > summary').click();
    await row.locator('[name=body]').fill('I do.');
    await row.locator('[name=name]').fill('Grace');
    await row.locator('form:has([name=body]) button').click();
    await until('the answer', async () => (await statusOf(question)) === 'answered');
    await desk.locator('.toasts .toast').filter({ hasText: 'Your answer is published.' }).waitFor();
  });
});

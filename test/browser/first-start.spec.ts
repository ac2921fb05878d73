import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { PHONE, RealBrowser } from '../support/browser.ts';
import { freePort, RunningServer, typed } from '../support/server.ts';
import { codeIn, until } from '../support/world.ts';
import { skipWithout } from '../support/skip-without.ts';

skipWithout('chromium');

let dataDir: string;
let browser: RealBrowser;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'aftertalk-first-'));
  await chmod(dataDir, 0o755);
  browser = await RealBrowser.open();
});
afterAll(async () => {
  await browser?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const SCHEDULE = {
  schedule: {
    version: '1',
    conference: {
      acronym: 'forum-2026',
      title: 'Forum 2026',
      time_zone_name: 'Europe/Paris',
      start: '2026-11-20',
      end: '2026-11-25',
      days: [
        {
          index: 1,
          date: '2026-11-20',
          rooms: {
            'Salle A': [
              {
                guid: '0b0a9b4e-1f0c-5c1e-9a63-0d6f2f0f6c13',
                id: 1,
                title: 'Une intervention importée',
                date: '2026-11-20T10:00:00+01:00',
                start: '10:00',
                duration: '01:00',
                room: 'Salle A',
                language: 'fr',
                persons: [{ id: 7, public_name: 'Une oratrice' }],
              },
            ],
          },
        },
      ],
    },
  },
};

const shows = (page: Page, text: string): Promise<unknown> =>
  until(`a page that shows ${text}`, async () => (await page.locator('main').innerText()).includes(text));

async function codeFor(email: string, act: () => Promise<unknown>): Promise<string> {
  const outbox = path.join(dataDir, 'outbox');
  const before = new Set(await readdir(outbox).catch(() => []));
  await act();
  return until('the mail', async () => {
    for (const name of (await readdir(outbox).catch(() => [])).filter(
      (each) => each.endsWith('.eml') && !before.has(each),
    )) {
      const mail = await readFile(path.join(outbox, name), 'utf8');
      if (mail.includes(`To: ${email}`)) return codeIn(mail);
    }
    return null;
  });
}

/** A write through the API with the cookie of the browser, as its pages make them. */
async function send(
  page: Page,
  method: string,
  url: string,
  body: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  return page.evaluate(
    async ({ how, where, what }) => {
      const response = await fetch(`/api/v1${where}`, {
        method: how as 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(what),
      });
      return { status: response.status, body: JSON.parse((await response.text()) || '{}') as Record<string, unknown> };
    },
    { how: method, where: url, what: body },
  );
}

describe('a first start, from nothing', () => {
  it('leads to a conference that is discussed live, moderated, and still there after kill -9', async () => {
    const settings = { DATA_DIR: dataDir, PORT: String(await freePort()), RATE_LIMITS: 'off' };
    let server = await RunningServer.start(settings);
    const { base } = server;

    // The printed link makes its opener the organizer of everything.
    const organizer = await browser.visitor({ locale: 'fr' });
    await organizer.goto(/http:\/\/localhost:\d+\/claim#[\w-]+/.exec(server.output)![0]);
    await organizer.click('main a.primary');
    await organizer.fill('#by-code [name=email]', 'olga@mail.example');
    const code = await codeFor('olga@mail.example', () => organizer.click('#by-code button'));
    await organizer.fill('#by-code [name=code]', code);
    await organizer.waitForURL(`${base}/claim`);
    await organizer.click('#claim button');
    await organizer.waitForURL(`${base}/claim?as=organizer`);
    await shows(organizer, 'Vous organisez ce forum');
    await organizer.click('main a.primary');
    await organizer.waitForURL(`${base}/organize`);
    await shows(organizer, 'Assises des médias sociaux');

    // A real programme, by the operator's command beside the running server.
    const file = path.join(dataDir, 'schedule.json');
    await writeFile(file, JSON.stringify(SCHEDULE));
    expect(await typed(['conference', 'import', file], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    const slug = 'forum-2026';
    await organizer.goto(`${base}/organize/${slug}`);
    expect(
      await send(organizer, 'PATCH', `/admin/conferences/${slug}`, { settings: { screening: 'none' } }),
    ).toMatchObject({ status: 200 });

    // Two browsers see each other's comments; one of them is a guest on a phone.
    const reader = await browser.visitor();
    await reader.goto(`${base}/c/${slug}`);
    await reader.click('text=Une intervention importée');
    await organizer.goto(reader.url());
    await organizer.fill('#body', 'Bienvenue dans la discussion.');
    await organizer.fill('#name', 'Olga');
    await organizer.click('.write button.primary');
    await shows(reader, 'Bienvenue dans la discussion.');
    const guest = await browser.visitor({ viewport: PHONE });
    await guest.goto(reader.url());
    await guest.fill('#body', 'Thank you, I came by the QR code.');
    await guest.fill('#name', 'A passer-by');
    await guest.fill('#email', 'guest@mail.example');
    const guestCode = await codeFor('guest@mail.example', () => guest.click('.write button.primary'));
    await guest.fill('#code', guestCode);
    await shows(reader, 'I came by the QR code.');

    // Withheld with a reason, and restored: everybody sees both at once.
    const id = (await reader.locator('.comment', { hasText: 'QR code' }).getAttribute('id'))!.slice('c-'.length);
    expect(
      await send(organizer, 'POST', `/admin/comments/${id}/withhold`, { rule: 'topic', reason: 'Not about the talk.' }),
    ).toMatchObject({ status: 200 });
    await shows(reader, 'A moderator has hidden this comment.');
    expect(
      await send(organizer, 'POST', `/admin/comments/${id}/restore`, { reason: 'It is, after all.' }),
    ).toMatchObject({ status: 200 });
    await shows(reader, 'I came by the QR code.');
    await organizer.goto(`${base}/c/${slug}/ledger`);
    await shows(organizer, 'Not about the talk.');

    await server.ends('SIGKILL');
    browser.complaints.length = 0; // A server that is gone is something to complain about.
    server = await RunningServer.start(settings);
    expect(server.output).not.toContain('/claim#');
    await guest.fill('#body', 'Still here after the restart.');
    await until('the comment to be taken', async () => {
      if ((await guest.inputValue('#body')) !== '') await guest.click('.write button.primary');
      return (await guest.locator('main').innerText()).includes('Still here after the restart.');
    });
    await shows(reader, 'Still here after the restart.');
    expect(await reader.$$eval('.comments .words', (found) => found.map((each) => each.textContent?.trim()))).toEqual([
      'Bienvenue dans la discussion.',
      'Thank you, I came by the QR code.',
      'Still here after the restart.',
    ]);
    await reader.reload();
    expect(await reader.$$eval('.comments .words', (found) => found.length)).toBe(3);
    expect(server.output).not.toMatch(/@mail\.example/);
    expect(await server.ends()).toEqual({ code: 0, signal: null });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { talkOf } from '../questions/stage.ts';
import { isOf, RealBrowser } from '../support/browser.ts';
import { skipWithout } from '../support/skip-without.ts';
import { World, type Json, type Person } from '../support/world.ts';

skipWithout('chromium');

let world: World;
let browser: RealBrowser;
let ada: Person;
let host: Server;
/** The cookies of each request that the forum got. */
const received: string[] = [];
/** A page of another site, and one at another port of the same host, to which browsers send the forum's cookies. */
let sites: { other: string; sameHost: string };
let place: Awaited<ReturnType<typeof talkOf>>;

beforeAll(async () => {
  world = await World.open();
  browser = await RealBrowser.open();
  place = await talkOf(world, await world.person('olga').signsIn());
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  await ada.says(place.threadId, 'Six months without the network.');
  const server = world.app.getHttpServer() as Server;
  server.on('request', ({ headers }: IncomingMessage) => received.push(headers.cookie ?? ''));
  host = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>A programme</title>'),
  );
  await new Promise<void>((listening) => {
    host.listen(0, '127.0.0.1', listening);
  });
  const { port } = host.address() as AddressInfo;
  sites = { other: `http://localhost:${port}`, sameHost: `http://127.0.0.1:${port}` };
});
afterAll(async () => {
  host?.close();
  host?.closeAllConnections();
  await browser?.close();
  await world?.close();
});

/** The result of a page's script that fetched an address: the answer, or the browser's refusal to show it. */
interface FetchedAnswer {
  status: number;
  body: Json | null;
  etag: string | null;
}

interface FetchOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  cache?: 'no-store';
  credentials?: 'include' | 'omit';
}

const fetched = (page: Page, path: string, init: FetchOptions = {}): Promise<FetchedAnswer | 'refused'> =>
  page.evaluate(
    async ({ url, options }) => {
      try {
        const answer = await fetch(url, options);
        const text = await answer.text();
        const body = text === '' ? null : (JSON.parse(text) as Json);
        return { status: answer.status, etag: answer.headers.get('etag'), body };
      } catch {
        return 'refused' as const;
      }
    },
    { url: world.base + path, options: init },
  );

async function pageOf(site: string): Promise<Page> {
  const page = await browser.visitor();
  await isOf(page, ada);
  await page.goto(site);
  return page;
}

const thread = (): string => `/api/v1/threads/${place.threadId}`;

describe('a page of another site', () => {
  it('reads the programme, a thread, its comments, its changes and the programme file, and asks again cheaply', async () => {
    const page = await pageOf(sites.other);
    const read = async (path: string): Promise<Json> => {
      const first = (await fetched(page, path)) as FetchedAnswer;
      expect({ path, status: first.status, hasTag: first.etag !== null }).toEqual({ path, status: 200, hasTag: true });
      // A header that is no plain one, so that the browser asks first whether it may be sent.
      const again = (await fetched(page, path, {
        headers: { 'if-none-match': first.etag! },
        cache: 'no-store',
      })) as FetchedAnswer;
      expect({ path, status: again.status }).toEqual({ path, status: 304 });
      return first.body!;
    };
    expect((await read(`/api/v1/conferences/${place.slug}/talks`))['items']).toMatchObject([{ title: 'On leaving' }]);
    expect(await read(thread())).toMatchObject({ slug: 'on-leaving', counts: { comments: 1 } });
    const said = [{ html: expect.stringContaining('Six months without the network.') }];
    expect((await read(`${thread()}/comments`))['items']).toMatchObject(said);
    expect((await read(`${thread()}/changes?after=0`))['comments']).toMatchObject(said);
    const { schedule } = await read(`/c/${place.slug}/schedule.json`);
    expect(schedule.conference.title).toBe('A conference');
    expect(browser.complaints.splice(0)).toEqual([]);
  });

  it('reads nothing that depends on who is signed in, not even where the cookie is sent', async () => {
    for (const site of Object.values(sites)) {
      const page = await pageOf(site);
      received.splice(0);
      for (const path of ['/api/v1/me', `${thread()}/mine`, '/api/v1/me/statements', '/me'])
        for (const credentials of ['include', 'omit'] as const)
          expect({ site, path, credentials, got: await fetched(page, path, { credentials }) }).toEqual({
            site,
            path,
            credentials,
            got: 'refused',
          });
      // Public answers are for everybody alike: a page that sends the cookie along is shown nothing.
      expect(await fetched(page, thread(), { credentials: 'include' })).toBe('refused');
      expect(await fetched(page, thread())).toMatchObject({ status: 200 });
      const hasCookie = received.some((cookie) => cookie.includes(ada.token!));
      expect({ site, hasCookie }).toEqual({ site, hasCookie: site === sites.sameHost });
      const posting = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"body":"Not mine."}' };
      const sent = await fetched(page, `${thread()}/comments`, { ...posting, credentials: 'include' });
      expect(sent).toBe('refused');
    }
    expect((await ada.get(thread())).body['counts']).toMatchObject({ comments: 1 });
    const complaints = browser.complaints.splice(0);
    expect(complaints.filter((text) => !/CORS policy|net::ERR_FAILED/.test(text))).toEqual([]);
    expect(complaints.length).toBeGreaterThan(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import type { AftertalkClient, FollowedThread } from '../../clients/typescript/src/index.ts';
import { RealBrowser } from '../support/browser.ts';
import { PackedClient } from '../support/packed-client.ts';
import { skipWithout } from '../support/skip-without.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

skipWithout('chromium');

/** The objects that the page keeps for the test. */
interface PageObjects {
  forum: AftertalkClient;
  followed: FollowedThread;
  html: string[];
}

let packed: PackedClient;
let world: World;
let browser: RealBrowser;
let site: http.Server;
let page: Page;
let ada: Person;
let threadId: string;
let slug: string;
beforeAll(async () => {
  [packed, world, browser] = await Promise.all([PackedClient.install(), World.open(), RealBrowser.open()]);
  ({ slug, threadId } = await world.conference(await world.person('olga').signsIn()));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
  const script = await bundled();
  site = http.createServer((request, response) => {
    const isScript = request.url === '/client.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><title>A programme</title><script src="client.js"></script>');
  });
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  page = await browser.visitor();
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser.close();
  site.close();
  await world.close();
  await packed.remove();
});

/** The package with what it needs in one script, as the developer of a site makes it. */
async function bundled(): Promise<string> {
  const input = path.join(packed.folder, 'site.mjs');
  await writeFile(input, "export * from '@aftertalk/client';");
  const build = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  const { output } = await build.generate({ format: 'iife', name: 'aftertalk', minify: true });
  await build.close();
  return output[0].code;
}

describe('the client on a page of another site', () => {
  it('reads what is public, and follows a thread by asking, because sockets are for pages of the forum', async () => {
    await ada.says(threadId, 'Before the page.');
    const titles = await page.evaluate(
      async ({ url, conference }) => {
        const { AftertalkClient: Client } = (globalThis as unknown as { aftertalk: Json }).aftertalk;
        const forum = new Client({ url }) as AftertalkClient;
        Object.assign(globalThis, { kept: { forum, html: [] } });
        const found: string[] = [];
        const request = { params: { path: { conference } } };
        for await (const { title } of forum.items('/conferences/{conference}/threads', request)) found.push(title);
        return found;
      },
      { url: world.base, conference: slug },
    );
    expect(titles).toEqual(['Hallway']);

    await page.evaluate(async (id) => {
      const { kept } = globalThis as unknown as { kept: PageObjects };
      kept.followed = await kept.forum.followThread(id, {
        onChange: ({ comments }) => kept.html.push(...comments.map(({ html }) => html)),
      });
    }, threadId);
    const told = (): Promise<string> =>
      page.evaluate(() => (globalThis as unknown as { kept: PageObjects }).kept.html.join('\n'));
    expect(await told()).toContain('Before the page.');
    await ada.says(threadId, 'While it follows.');
    await until('the new comment', async () => (await told()).includes('While it follows.'));
    expect(await page.evaluate(() => (globalThis as unknown as { kept: PageObjects }).kept.followed.isLive)).toBe(
      false,
    );
  });

  it('tells a refusal by its kind there too', async () => {
    const slugOf = await page.evaluate(async () => {
      const { kept } = globalThis as unknown as { kept: PageObjects };
      const id = '01980b5e-7c41-7d3e-9b60-5f1c2a8e4d17';
      return kept.forum
        .get('/threads/{id}', { params: { path: { id } } })
        .catch((error: { slug: string }) => error.slug);
    });
    expect(slugOf).toBe('not-found');
  });
});

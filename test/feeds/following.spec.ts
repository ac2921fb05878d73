import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let ada: Person;
let slug: string;
let threadId: string;
let comment: Json;
let reply: Json;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
  ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada & <Co>');
  comment = await ada.says(threadId, 'First **words** & <more>.');
  reply = await ada.says(threadId, 'A reply.', { parentId: comment['id'] });
});
afterAll(() => world.close());

const get = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${world.base}/c/${slug}${url}`, { headers });

/** Elements by name, each with its text and attributes; throws when the document is not well-formed. */
function read(document: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof elements = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(document).close();
  return elements;
}

describe('following a discussion', () => {
  it('works with Atom: every entry has an id of its own, a time, an author, a place, and what it answers', async () => {
    for (const url of ['/feed.atom', '/t/hallway/feed.atom']) {
      const response = await get(url);
      expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const elements = read(await response.text());
      const texts = (name: string): string[] =>
        elements.filter((element) => element.name === name).map(({ text }) => text);
      expect(texts('id').slice(1)).toEqual([
        `urn:uuid:${reply['id'] as string}`,
        `urn:uuid:${comment['id'] as string}`,
      ]);
      expect(texts('name')).toEqual(['Ada & <Co>', 'Ada & <Co>']);
      expect(texts('content')).toEqual([reply['html'], comment['html']]);
      expect(texts('published')).toEqual([reply['createdAt'], comment['createdAt']]);
      expect(elements.find(({ name }) => name === 'thr:in-reply-to')!.attributes['ref']).toBe(
        `urn:uuid:${comment['id'] as string}`,
      );
      expect(
        elements
          .filter(({ name, attributes }) => name === 'link' && attributes['rel'] === 'replies')
          .map(({ attributes }) => attributes['thr:count']),
      ).toEqual(['1']);
      const again = await get(url, { 'if-none-match': response.headers.get('etag')! });
      expect(again.status).toBe(304);
    }
  });

  it('works with JSON Feed', async () => {
    const response = await get('/t/hallway/feed.json');
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = (await response.json()) as Json;
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: 'Hallway' });
    expect((feed['items'] as Json[]).map(({ id, content_html: html }) => [id, html])).toEqual([
      [`urn:uuid:${reply['id'] as string}`, reply['html']],
      [`urn:uuid:${comment['id'] as string}`, comment['html']],
    ]);
  });

  it('gives answers only to who asks for these, and 404 for what is not there', async () => {
    expect(
      read(await (await get('/t/hallway/feed.atom?kind=answer')).text()).filter(({ name }) => name === 'entry'),
    ).toEqual([]);
    expect((await get('/t/hallway/feed.atom?kind=noise')).status).toBe(422);
    expect((await get('/t/nowhere/feed.atom')).status).toBe(404);
  });

  it('loses what is hidden, at once', async () => {
    const more = await ada.says(threadId, 'Words that go.');
    expect(await (await get('/feed.atom')).text()).toContain('Words that go.');
    await olga.post(`/admin/comments/${more['id'] as string}/withhold`, { rule: 'topic', reason: 'Not here.' });
    for (const url of ['/feed.atom', '/t/hallway/feed.atom', '/t/hallway/feed.json'])
      expect(await (await get(url)).text()).not.toContain('Words that go.');
  });
});

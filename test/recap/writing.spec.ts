import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
let grace: Person;
let ada: Person;
let place: Awaited<ReturnType<typeof talkOf>>;
let said: Json;
let question: Json;
let answer: Json;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
  place = await talkOf(world, olga);
  grace = await becomes(await world.person('grace').signsIn(), olga, place, 'Grace');
  ada = await (await world.person('ada').signsIn()).calledIn(place.slug, 'Ada');
  said = await ada.says(place.threadId, 'The **silence** was the best part.');
  question = await asks(ada, place.threadId, 'What did you miss?');
  answer = (await grace.post(`/questions/${question['id'] as string}/answers`, { body: 'Long mornings, *mostly*.' }))
    .body;
});
afterAll(() => world.close());

const visitor = (): Person => world.person('nobody');
const route = (): string => `/threads/${place.threadId}/recap`;
const page = async (path: string, who?: Person): Promise<{ status: number; text: string; etag: string | null }> => {
  const response = await fetch(`${world.base}/c/${place.slug}${path}`, {
    redirect: 'manual',
    headers: { accept: 'text/html', ...(who?.token ? { authorization: `Bearer ${who.token}` } : {}) },
  });
  return { status: response.status, text: await response.text(), etag: response.headers.get('etag') };
};

describe('writing a recap', () => {
  it('is for organizers and the speakers of the talk, and for nobody else', async () => {
    const recap = { markdown: 'x', items: [], published: false };
    expect((await visitor().put(route(), recap)).status).toBe(401);
    expect((await ada.put(route(), recap)).status).toBe(403);
    expect((await grace.put(route(), recap)).status).toBe(200);
    expect((await olga.put(route(), recap)).status).toBe(200);
    expect((await grace.put(`/conferences/${place.slug}/recap`, recap)).status).toBe(403);
    expect((await page('/t/on-leaving/recap/edit', ada)).status).toBe(403);
  });

  it('keeps a draft to those who write it', async () => {
    expect(
      (await grace.put(route(), { markdown: 'Only a **draft**', items: [said['id']], published: false })).body,
    ).toMatchObject({ published: false, markdown: 'Only a **draft**', items: [said['id']] });
    for (const who of [visitor(), ada]) expect((await who.get(route())).status).toBe(404);
    expect((await page('/t/on-leaving/recap')).status).toBe(404);
    expect((await grace.get(route())).body['markdown']).toBe('Only a **draft**');
  });

  it('is read by everybody once published, quotations where they were put, with their places', async () => {
    const before = await page('/t/on-leaving');
    const published = await grace.put(route(), {
      markdown: 'Six months without a network.\n\n[2]\n\nAnd then:',
      items: [said['id'], question['id'], answer['id']],
      published: true,
    });
    expect(published.status).toBe(200);
    const { body } = await visitor().get(route());
    expect((body['comments'] as Json[]).map(({ id }) => id)).toEqual([said['id'], question['id'], answer['id']]);
    const { text } = await page('/t/on-leaving/recap');
    const order = [
      'Six months without',
      'What did you miss?',
      'And then:',
      '<strong>silence</strong>',
      '<em>mostly</em>',
    ].map((words) => text.indexOf(words));
    expect(order.every((at, i) => at > (order[i - 1] ?? 0))).toBe(true);
    expect(text).toContain(`?comment=${said['id'] as string}#c-${said['id'] as string}`);
    const after = await page('/t/on-leaving');
    expect(after.text).toContain('/t/on-leaving/recap');
    expect(after.etag).not.toBe(before.etag);
    expect((await page('')).text).toContain('/t/on-leaving/recap');
  });

  it('can be carried away as Markdown and as clean HTML', async () => {
    const { text: markdown } = await page('/t/on-leaving/recap.md');
    expect(markdown).toContain(
      '# On leaving\n\nSix months without a network.\n\n> What did you miss?\n>\n> — [Ada](<http',
    );
    expect(markdown).toContain('> The **silence** was the best part.');
    const { text: html } = await page('/t/on-leaving/recap.html');
    expect(html).toContain('<p>Six months without a network.</p>\n<blockquote cite="http');
    expect(html).not.toMatch(/class=|<script|<img|style=/);
  });

  it('keeps what is published while the next draft is written, and every version', async () => {
    await grace.put(route(), { markdown: 'Better words.', items: [], published: false });
    expect((await visitor().get(route())).body['markdown']).toContain('Six months');
    const { body } = await grace.get(`${route()}/versions`);
    const versions = body['items'] as Json[];
    expect(versions.map(({ version }) => version)).toEqual([5, 4, 3, 2, 1]);
    expect((await grace.get(`${route()}?version=3`)).body['markdown']).toBe('Only a **draft**');
    expect((await visitor().get(`${route()}?version=3`)).body['markdown']).toContain('Six months');
    expect((await ada.get(`${route()}/versions`)).status).toBe(403);
  });

  it('quotes what everybody can see here, each once, and masks addresses as everything does', async () => {
    const { slug, threadId } = await world.conference(olga);
    await ada.calledIn(slug, 'Ada elsewhere');
    const elsewhere = await ada.says(threadId, 'Somewhere else.');
    const wrong = await grace.put(route(), { markdown: '', items: [said['id'], elsewhere['id']], published: false });
    expect(wrong.body['errors']).toEqual([
      { pointer: '#/items/1', detail: 'Choose a comment that everybody here can see.' },
    ]);
    expect((await grace.put(route(), { markdown: '', items: [said['id'], said['id']], published: false })).status).toBe(
      422,
    );
    expect(
      (await grace.put(route(), { markdown: 'Ask ada@mail.example', items: [], published: false })).body['markdown'],
    ).toBe('Ask •••@•••');
  });

  it('loses the words of a quotation on the next view when their author withdraws them', async () => {
    const withdrawn = await ada.delete(`/comments/${said['id'] as string}`);
    expect(withdrawn.status).toBe(204);
    for (const path of ['/t/on-leaving/recap', '/t/on-leaving/recap.md', '/t/on-leaving/recap.html'])
      expect((await page(path)).text).not.toContain('silence');
    expect((await page('/t/on-leaving/recap')).text).toContain('a été retiré');
    expect(JSON.stringify((await visitor().get(route())).body)).not.toContain('silence');
    expect((await page('/t/on-leaving/recap/edit?version=4', grace)).text).not.toContain('silence');
  });

  it('loses withheld words the same way, in the recap of the whole conference too', async () => {
    await olga.put(`/conferences/${place.slug}/recap`, {
      markdown: 'All of it:',
      items: [answer['id']],
      published: true,
    });
    expect((await page('/recap')).text).toContain('Long mornings');
    await olga.post(`/admin/comments/${answer['id'] as string}/withhold`, { rule: 'topic', reason: 'Not here.' });
    for (const path of ['/recap', '/recap.md', '/recap.html', '/t/on-leaving/recap'])
      expect((await page(path)).text).not.toContain('Long mornings');
  });

  it('takes a published recap back by publishing an empty one', async () => {
    await olga.put(`/conferences/${place.slug}/recap`, { markdown: '', items: [], published: true });
    expect((await page('/recap')).status).toBe(404);
    expect((await page('')).text).not.toContain(`/c/${place.slug}/recap"`);
  });
});

describe('the editor', () => {
  const sends = async (
    fields: [string, string][],
  ): Promise<{ status: number; text: string; location: string | null }> => {
    const response = await fetch(`${world.base}/c/${place.slug}/t/on-leaving/recap/edit`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        authorization: `Bearer ${grace.token!}`,
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    });
    return { status: response.status, text: await response.text(), location: response.headers.get('location') };
  };
  const itemsIn = (text: string): string[] =>
    [...text.matchAll(/name="items" value="([\da-f-]{36})"/g)].map(([, id]) => id!);

  it('chooses, orders and drops quotations by forms alone, and saves nothing meanwhile', async () => {
    const other = await ada.says(place.threadId, 'Another comment of some length.');
    const versions = async (): Promise<number> =>
      ((await grace.get(`${route()}/versions`)).body['items'] as Json[]).length;
    const before = await versions();
    const words: [string, string] = ['markdown', 'Words in\r\nthe making'];
    const chosen = await sends([words, ['act', `add:${question['id'] as string}`]]);
    expect(chosen.status).toBe(200);
    expect(itemsIn(chosen.text)).toEqual([question['id'], answer['id']]);
    expect(chosen.text).toContain('Words in\nthe making</textarea>');
    const linked = await sends([
      words,
      ['items', question['id'] as string],
      ['act', 'link'],
      ['link', `${world.base}/c/${place.slug}/t/on-leaving#c-${other['id'] as string}`],
    ]);
    expect(itemsIn(linked.text)).toEqual([question['id'], other['id']]);
    const raised = await sends([
      words,
      ['items', question['id'] as string],
      ['items', other['id'] as string],
      ['act', `up:${other['id'] as string}`],
    ]);
    expect(itemsIn(raised.text)).toEqual([other['id'], question['id']]);
    const dropped = await sends([
      words,
      ['items', question['id'] as string],
      ['items', other['id'] as string],
      ['act', `remove:${question['id'] as string}`],
    ]);
    expect(itemsIn(dropped.text)).toEqual([other['id']]);
    const lost = await sends([words, ['act', 'link'], ['link', 'nonsense']]);
    expect(lost.status).toBe(422);
    expect(lost.text).toContain('the making</textarea>');
    expect(await versions()).toBe(before);
    expect((await sends([words, ['items', other['id'] as string], ['act', 'publish']])).location).toBe(
      `/c/${place.slug}/t/on-leaving/recap`,
    );
    expect((await page('/t/on-leaving/recap')).text).toContain('Another comment of some length.');
    expect(await versions()).toBe(before + 1);
  });
});

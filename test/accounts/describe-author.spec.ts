import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { until, World, type Json, type Person } from '../support/world.ts';

let world: World;
let olga: Person;
beforeAll(async () => {
  world = await World.open();
  olga = await world.person('olga').signsIn();
});
afterAll(() => world.close());

interface PersonaScene {
  slug: string;
  threadId: string;
  ada: Person;
  persona: Json;
}

async function scene(): Promise<PersonaScene> {
  const { slug, threadId } = await world.conference(olga);
  const ada = await world.person(`ada${slug}`).signsIn();
  const persona = (await ada.post(`/conferences/${slug}/personas`, { name: 'Ada' })).body;
  return { slug, threadId, ada, persona };
}

const authorOf = ({ slug, persona }: Pick<PersonaScene, 'slug' | 'persona'>): string =>
  `/conferences/${slug}/authors/${persona['slug'] as string}`;

describe('describing an author', () => {
  it('keeps a biography as Markdown and shows it as comments are shown', async () => {
    const { ada, persona } = await scene();
    expect(persona).toMatchObject({ biography: { markdown: '', html: '' }, showsComments: false, isIndexed: false });
    const { status, body } = await ada.patch(`/personas/${persona['id'] as string}`, {
      biography: 'I teach, and **take notes**.\n\n# No heading\n\n<b>no HTML</b>',
    });
    expect([status, body['biography']]).toEqual([
      200,
      {
        markdown: 'I teach, and **take notes**.\n\n# No heading\n\n<b>no HTML</b>',
        html: '<p>I teach, and <strong>take notes</strong>.</p>\n<p># No heading</p>\n<p>&#x3C;b>no HTML&#x3C;/b></p>',
      },
    ]);
    expect((await ada.get(`/personas/${persona['id'] as string}`)).body).toEqual(body);
    expect((await ada.get('/me')).body['personas']).toEqual([body]);
  });

  it('masks addresses in a biography, also those that only its rendering shows', async () => {
    const { ada, persona } = await scene();
    for (const written of ['Write to ada@mail.example', 'Write to ada@**mail.example**', 'ada&#64;mail.example']) {
      const { body } = await ada.patch(`/personas/${persona['id'] as string}`, { biography: written });
      expect(body['biography'].html).toContain('•••@•••');
      expect(JSON.stringify(body)).not.toMatch(/mail\.example/);
    }
  });

  it.each([
    ['longer than 600 characters', 'é'.repeat(601)],
    ['that shows nothing', '&#8203;'],
    ['of marks alone', '\u200B'],
    ['that is no text', 7],
  ])('refuses a biography %s at its field', async (_, biography) => {
    const { ada, persona } = await scene();
    const refused = await ada.patch(`/personas/${persona['id'] as string}`, { biography });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/biography' }] } });
    expect((await ada.patch(`/personas/${persona['id'] as string}`, { biography: 'é'.repeat(600) })).status).toBe(200);
  });

  it('refuses a change that begins from an earlier biography', async () => {
    const { ada, persona } = await scene();
    const path = `/personas/${persona['id'] as string}`;
    const etag = (await ada.get(path)).headers.get('etag')!;
    const change = (biography: string): ReturnType<Person['ask']> =>
      ada.ask('PATCH', path, { biography }, { 'if-match': etag });
    expect((await change('First')).status).toBe(200);
    expect(await change('Second')).toMatchObject({ status: 412, body: { type: '/problems/version-outdated' } });
  });
});

describe('the page of an author', () => {
  it('is there for nobody until the author shows comments on it, and has said something under the name', async () => {
    const the = await scene();
    const { ada, persona, threadId } = the;
    const status = async (): Promise<number> => (await world.person('x').get(authorOf(the))).status;
    const path = `/personas/${persona['id'] as string}`;
    await ada.patch(path, { biography: 'Not for everybody yet', tagline: 'Neither' });
    expect(await status()).toBe(404);
    await ada.patch(path, { showsComments: true });
    await ada.post(`/threads/${threadId}/questions`, { body: 'Who asks this?', anonymous: true });
    expect(await status()).toBe(404);
    const comment = await ada.says(threadId, 'Said aloud.');
    expect(await status()).toBe(200);
    await ada.delete(`/comments/${comment['id'] as string}`);
    expect(await status()).toBe(404);
  });

  it('tells of one persona in one conference: name, line, biography, and the comments under that name', async () => {
    const the = await scene();
    const { ada, persona, threadId, slug } = the;
    const other = (await ada.post(`/conferences/${slug}/personas`, { name: 'Citizen' })).body;
    await ada.patch(`/personas/${persona['id'] as string}`, {
      tagline: 'Notes on numbers',
      biography: 'I *count*.',
      showsComments: true,
      isIndexed: true,
    });
    const said = [
      await ada.says(threadId, 'First of mine.', { personaId: persona['id'] }),
      await ada.says(threadId, 'Second of mine.', { personaId: persona['id'] }),
    ];
    await ada.says(threadId, 'Of the other.', { personaId: other['id'] });
    await ada.post(`/threads/${threadId}/questions`, {
      body: 'Without a name?',
      anonymous: true,
      personaId: persona['id'],
    });
    const stranger = world.person('x');
    expect((await stranger.get(authorOf(the))).body).toEqual({
      id: persona['id'],
      conferenceId: persona['conferenceId'],
      slug: persona['slug'],
      name: 'Ada',
      avatarUrl: persona['avatarUrl'],
      roles: [],
      tagline: 'Notes on numbers',
      biographyHtml: '<p>I <em>count</em>.</p>',
      showsComments: true,
      isIndexed: true,
    });
    const first = (await stranger.get(`${authorOf(the)}/comments?limit=1`)).body;
    const second = (await stranger.get(`${authorOf(the)}/comments?limit=1&cursor=${first['next'] as string}`)).body;
    const all = [...(first['items'] as Json[]), ...(second['items'] as Json[])];
    expect(all.map(({ comment, threadTitle, threadSlug }) => [comment.id, threadTitle, threadSlug])).toEqual(
      said.toReversed().map(({ id }) => [id, 'Hallway', 'hallway']),
    );
    expect(second['next']).toBeNull();
  });

  it('shows no comments of an author who does not want it', async () => {
    const the = await scene();
    await the.ada.says(the.threadId, 'Said aloud.');
    expect((await world.person('x').get(`${authorOf(the)}/comments`)).status).toBe(404);
  });

  it('has an address that no name is in, and that stays when the name changes', async () => {
    const the = await scene();
    const renamed = (await the.ada.patch(`/personas/${the.persona['id'] as string}`, { name: 'Augusta' })).body;
    expect(renamed['slug']).toBe(the.persona['slug']);
    expect(renamed['slug']).toMatch(/^[\da-f]{12}$/);
  });

  it('goes with the persona: when it is withdrawn, and when the account is erased', async () => {
    for (const leaves of ['withdraws', 'erases'] as const) {
      const the = await scene();
      const { ada, persona, threadId } = the;
      await ada.patch(`/personas/${persona['id'] as string}`, { biography: 'Wanderalbatross', showsComments: true });
      await ada.says(threadId, 'These words stay.');
      expect((await world.person('x').get(authorOf(the))).status).toBe(200);
      if (leaves === 'withdraws') await ada.delete(`/personas/${persona['id'] as string}`);
      else expect((await ada.ask('DELETE', '/me', { posts: 'keep' })).status).toBe(200);
      world.advance({ hours: 1 });
      await until('the page to be gone', async () => (await world.person('x').get(authorOf(the))).status === 404);
      await until('no row to hold the biography', async () => {
        const rows = await world.query(`select 1 from personas where biography = 'Wanderalbatross'`);
        return rows.length === 0;
      });
    }
  });
});

describe('the form of a profile', () => {
  it('changes biography and settings, keeps what was typed when it is refused, and leads to the page', async () => {
    const the = await scene();
    const { ada, persona, threadId } = the;
    await ada.says(threadId, 'Said aloud.');
    const sends = (fields: Record<string, string>): ReturnType<typeof ask> =>
      ask(`${world.base}/me/personas/${persona['id'] as string}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          authorization: `Bearer ${ada.token!}`,
          origin: world.base,
        },
        body: new URLSearchParams(fields).toString(),
      });
    const me = async (): Promise<string> => (await ada.get(`${world.base}/me`, { accept: 'text/html' })).text;
    expect((await sends({ name: 'Ada', biography: 'I count.', showsComments: 'on' })).status).toBe(303);
    expect((await ada.get('/me')).body['personas']).toMatchObject([
      { biography: { markdown: 'I count.' }, showsComments: true, isIndexed: false },
    ]);
    expect(await me()).toContain(`href="/c/${the.slug}/by/${persona['slug'] as string}"`);
    const refused = await sends({ name: 'Ada', biography: 'x'.repeat(601) });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('x'.repeat(601));
    expect((await sends({ name: 'Ada' })).status).toBe(303);
    expect((await ada.get('/me')).body['personas']).toMatchObject([
      { biography: { markdown: '' }, showsComments: false },
    ]);
    expect(await me()).not.toContain(`/by/${persona['slug'] as string}`);
  });
});

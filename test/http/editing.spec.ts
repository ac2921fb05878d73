import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { declaredRoutes, isOfApi } from '../support/declared-routes.ts';
import type { Answer, Json, Person } from '../support/world.ts';
import { asks } from '../questions/stage.ts';
import { worldOfRoutes, type RoutesWorld } from './world-of-routes.ts';

let forum: RoutesWorld;
beforeAll(async () => {
  forum = await worldOfRoutes();
});
afterAll(() => forum.world.close());

/** A thing that can be edited: where it is read, and an edit that says something new each time. */
interface Editable {
  who: Person;
  read: string;
  edit: { method: string; path: string; body: (n: number) => object };
}

const RECAP = { items: [], published: true };

/** The things that an edit changes, by name. */
async function editables(): Promise<Record<string, Editable>> {
  const { olga, ada, grace, place, things } = forum;
  const fresh = await ada.says(place.threadId, 'Words to change.');
  const question = await asks(ada, place.threadId, 'Which words change?');
  const of = (who: Person, read: string, edit: Editable['edit']): Editable => ({ who, read, edit });
  const comment = `/comments/${fresh['id'] as string}`;
  return {
    comment: of(ada, comment, { method: 'PATCH', path: comment, body: (n) => ({ body: `Other words, ${n}.` }) }),
    'comment, by its source': of(ada, `${comment}/source`, {
      method: 'PATCH',
      path: comment,
      body: (n) => ({ body: `Others again, ${n}.` }),
    }),
    'kind of a comment': of(ada, comment, {
      method: 'PUT',
      path: `${comment}/kind`,
      body: (n) => ({ kind: n % 2 === 0 ? 'comment' : 'question' }),
    }),
    'question and its note': of(grace, `/comments/${question['id'] as string}`, {
      method: 'PUT',
      path: `/questions/${question['id'] as string}/status`,
      body: (n) => (n % 2 === 0 ? { status: 'open' } : { status: 'declined', reason: `For a reason, ${n}.` }),
    }),
    talk: of(olga, `/talks/${place.talkId}`, {
      method: 'PATCH',
      path: `/admin/talks/${place.talkId}`,
      body: (n) => ({ subtitle: `Part ${n}` }),
    }),
    'conference and its rules': of(olga, `/conferences/${place.slug}`, {
      method: 'PATCH',
      path: `/admin/conferences/${place.slug}`,
      body: (n) => ({ settings: { rules: [{ key: 'topic', title: `Stay on topic ${n}` }] } }),
    }),
    thread: of(olga, `/threads/${place.threadId}`, {
      method: 'PATCH',
      path: `/admin/threads/${place.threadId}`,
      body: (n) => ({ title: `Title ${n}` }),
    }),
    persona: of(ada, `/personas/${things['personas']!}`, {
      method: 'PATCH',
      path: `/personas/${things['personas']!}`,
      body: (n) => ({ tagline: `Tagline ${n}` }),
    }),
    'own settings': of(ada, '/me', {
      method: 'PATCH',
      path: '/me',
      body: (n) => ({ settings: { answersByMail: n % 2 === 0 } }),
    }),
    'recap of a thread': of(grace, `/threads/${place.threadId}/recap`, {
      method: 'PUT',
      path: `/threads/${place.threadId}/recap`,
      body: (n) => ({ ...RECAP, markdown: `Words around, ${n}.` }),
    }),
    'recap of a conference': of(olga, `/conferences/${place.slug}/recap`, {
      method: 'PUT',
      path: `/conferences/${place.slug}/recap`,
      body: (n) => ({ ...RECAP, markdown: `Words around, ${n}.` }),
    }),
  };
}

const edit = (what: Editable, n: number, ifMatch?: string): Promise<Answer> =>
  what.who.ask(
    what.edit.method,
    what.edit.path,
    what.edit.body(n),
    ifMatch === undefined ? {} : { 'if-match': ifMatch },
  );

describe('what can be edited', () => {
  it('has a tag where it is read, by which an edit is let through once and refused when it comes too late', async () => {
    const { olga, grace, place } = forum;
    await grace.put(`/threads/${place.threadId}/recap`, { ...RECAP, markdown: 'First.' });
    await olga.put(`/conferences/${place.slug}/recap`, { ...RECAP, markdown: 'First.' });
    for (const [name, thing] of Object.entries(await editables())) {
      const tagOf = async (): Promise<string> => (await thing.who.get(thing.read)).headers.get('etag')!;
      const first = await tagOf();
      expect({ name, first }).toEqual({ name, first: expect.stringMatching(/^W\/"[\w-]+(?:\.[\w-]+)?"$/) });
      const done = await edit(thing, 1, first);
      expect({ name, status: done.status, text: done.text }).toMatchObject({ name, status: 200 });
      const late = await edit(thing, 2, first);
      expect({ name, status: late.status, type: late.body['type'] }).toEqual({
        name,
        status: 412,
        type: '/problems/version-outdated',
      });
      // The answer to an edit names the version it made; so does reading it again.
      expect({ name, status: (await edit(thing, 4, done.headers.get('etag')!)).status }).toEqual({ name, status: 200 });
      expect({ name, status: (await edit(thing, 5, `"nonsense", ${await tagOf()}`)).status }).toEqual({
        name,
        status: 200,
      });
      expect({ name, status: (await edit(thing, 6, '*')).status }).toEqual({ name, status: 200 });
      expect({ name, status: (await edit(thing, 7)).status }).toEqual({ name, status: 200 });
    }
  });

  it('keeps its version while others vote, answer and write beside it', async () => {
    const { ada, grace, place } = forum;
    const said = await ada.says(place.threadId, 'Voted on meanwhile.');
    const [comment, thread] = [`/comments/${said['id'] as string}`, `/threads/${place.threadId}`];
    const [tag, ofThread] = [
      (await ada.get(comment)).headers.get('etag')!,
      (await ada.get(thread)).headers.get('etag')!,
    ];
    await grace.put(`${comment}/vote`);
    expect((await ada.get(comment, { 'if-none-match': tag })).status).toBe(200);
    expect((await ada.ask('PATCH', comment, { body: 'Voted on and changed.' }, { 'if-match': tag })).status).toBe(200);
    await grace.says(place.threadId, 'More words.', { parentId: said['id'] });
    const titled = { title: 'Another title' };
    const patched = await forum.olga.ask('PATCH', `/admin${thread}`, titled, { 'if-match': ofThread });
    expect(patched.status).toBe(200);
  });

  it('is let go of under a tag too', async () => {
    const { ada, place } = forum;
    const said = await ada.says(place.threadId, 'To be taken back.');
    const path = `/comments/${said['id'] as string}`;
    const tag = (await ada.get(path)).headers.get('etag')!;
    await ada.patch(path, { body: 'To be taken back, perhaps.' });
    expect((await ada.ask('DELETE', path, undefined, { 'if-match': tag })).status).toBe(412);
    const now = (await ada.get(path)).headers.get('etag')!;
    expect((await ada.ask('DELETE', path, undefined, { 'if-match': now })).status).toBe(204);
  });

  it('takes one of many edits that begin from the same version', async () => {
    // The same words are taken again after six minutes.
    forum.world.advance({ minutes: 7 });
    const all = Object.entries(await editables());
    for (const [name, thing] of all.filter(([each]) => /talk|conference and|thread|persona|recap/.test(each))) {
      const tag = (await thing.who.get(thing.read)).headers.get('etag')!;
      const answers = await Promise.all([10, 12, 14, 16, 18].map((n) => edit(thing, n, tag)));
      expect({ name, statuses: answers.map(({ status }) => status).toSorted((a, b) => a - b) }).toEqual({
        name,
        statuses: [200, 412, 412, 412, 412],
      });
    }
  });

  it('loses nothing of two edits that change different fields at the same time', async () => {
    const { olga, place } = forum;
    for (let i = 0; i < 3; i += 1) {
      const path = `/admin/talks/${place.talkId}`;
      await Promise.all([olga.patch(path, { subtitle: `Sub ${i}` }), olga.patch(path, { track: `Track ${i}` })]);
      expect((await olga.get(`/talks/${place.talkId}`)).body).toMatchObject({
        subtitle: `Sub ${i}`,
        track: `Track ${i}`,
      });
    }
  });
});

describe('withdrawing a persona', () => {
  it('happens only while it is as it was read', async () => {
    const { world, place } = forum;
    const ada = await (await world.person('ada-who-goes').signsIn()).calledIn(place.slug, 'Ada Who Goes');
    const [{ id }] = (await ada.get('/me')).body['personas'] as [Json];
    const outdated = { 'if-match': '"AAAAAAAAAAAA"' };
    expect((await ada.ask('DELETE', `/personas/${id as string}`, undefined, outdated)).status).toBe(412);
    const etag = (await ada.get(`/personas/${id as string}`)).headers.get('etag')!;
    expect((await ada.ask('DELETE', `/personas/${id as string}`, undefined, { 'if-match': etag })).status).toBe(204);
  });
});

describe('every route of the API that edits', () => {
  /** The writes whose effect does not depend on the state before. */
  const SETS_ONE_THING: readonly string[] = [
    'PUT /api/v1/comments/:id/vote',
    'PUT /api/v1/conferences/:conference/closing-letter',
    'PUT /api/v1/threads/:id/follow',
    // Addresses that are typed once, and shown to nobody.
    'PUT /api/v1/admin/conferences/:conference/speakers/addresses',
    'PUT /api/v1/admin/comments/:id/claim',
    'PUT /api/v1/admin/recaps/:id/claim',
  ];

  it('takes If-Match', () => {
    const edits = declaredRoutes(forum.world).filter(
      (route) => isOfApi(route) && (route.method === 'PATCH' || route.method === 'PUT'),
    );
    const unconditional = edits.filter(({ controller, handler }) => {
      const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) ?? {}) as Record<string, Json>;
      return !Object.keys(args).some((key) => key.includes(CUSTOM_ARGUMENT) && isIfMatch(args[key]!));
    });
    expect(unconditional.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(
      [...SETS_ONE_THING].toSorted(),
    );
  });
});

const CUSTOM_ARGUMENT = '__customRouteArgs__';

/** Asks the factory of a parameter what it makes of a request that has an `If-Match`. */
function isIfMatch({ factory }: Json): boolean {
  const request = { headers: { 'if-match': '"a"' } };
  const context = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({}) }) };
  try {
    return (
      typeof (factory as (data: unknown, of: object) => { demand?: unknown })(undefined, context)?.demand === 'function'
    );
  } catch {
    return false;
  }
}

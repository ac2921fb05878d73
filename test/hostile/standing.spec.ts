import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, STANDING, type Access, type Scope, type StandingRule } from '../../src/platform/http/access.ts';
import { forum, queue, reports, withholds, type ModeratedForum } from '../moderation/forum.ts';
import { asks, becomes, talkOf } from '../questions/stage.ts';
import { codeIn, type Answer, type Json, type Person } from '../support/world.ts';

interface RouteStanding {
  name: string;
  method: string;
  path: string;
  access: Access;
  standing: StandingRule | undefined;
}

const POWERS = ['talk-moderator', 'moderator', 'organizer'];

/** Every route of the API and of the pages that writes, as it is declared. */
function writingRoutes(f: ModeratedForum): RouteStanding[] {
  const controllers = [...f.world.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .map(({ metatype }) => metatype as Type);
  return controllers.flatMap((controller) =>
    Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object)).flatMap(({ value }) => {
      const handler = value as object;
      const verb =
        typeof value === 'function' ? (Reflect.getMetadata('method', handler) as RequestMethod | undefined) : undefined;
      if (verb === undefined || verb === RequestMethod.GET) return [];
      const own = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
      return [Reflect.getMetadata('path', handler) as string | string[]].flat().map((path) => {
        const whole = `/${String(Reflect.getMetadata('path', controller))}/${path}`
          .replaceAll(/\/+/g, '/')
          .replace(/(.)\/$/, '$1');
        return {
          name: `${RequestMethod[verb]} ${whole}`,
          method: RequestMethod[verb],
          path: whole,
          access: own(ACCESS) as Access,
          standing: own(STANDING) as StandingRule | undefined,
        };
      });
    }),
  );
}

/**
 * The routes that stay open to people who are muted or suspended. A new line here is a decision: each has its reason
 * beside the route.
 */
const SPARED = [
  'DELETE /api/v1/auth/passkeys/:id',
  'DELETE /api/v1/auth/sessions',
  'DELETE /api/v1/auth/sessions/:id',
  'DELETE /api/v1/auth/sessions/current',
  'DELETE /api/v1/comments/:id',
  'DELETE /api/v1/comments/:id/vote',
  'DELETE /api/v1/me',
  'DELETE /api/v1/me/tokens/:id',
  'DELETE /api/v1/personas/:id',
  'DELETE /api/v1/recaps/:id',
  'DELETE /api/v1/threads/:id/follow',
  'PATCH /api/v1/me',
  'POST /api/v1/auth/codes',
  'POST /api/v1/auth/guests',
  'POST /api/v1/auth/passkeys',
  'POST /api/v1/auth/passkeys/challenges',
  'POST /api/v1/auth/passkeys/options',
  'POST /api/v1/auth/passkeys/sessions',
  'POST /api/v1/auth/sessions',
  'POST /api/v1/claims',
  'POST /api/v1/decisions/:id/appeals',
  'POST /api/v1/me/tokens',
  'POST /api/v1/threads/:id/comments/codes',
  'POST /c/:conference/closing-letter',
  'POST /c/:conference/recaps/:recap/withdrawal',
  'POST /c/:conference/t/:thread/codes',
  'POST /c/:conference/t/:thread/follow',
  'POST /c/:conference/t/:thread/withdrawals',
  'POST /claim',
  'POST /letters/end',
  'POST /me',
  'POST /me/email',
  'POST /me/email/follows/:id',
  'POST /me/email/pause',
  'POST /me/erasure',
  'POST /me/passkeys/:id',
  'POST /me/personas/:id/withdrawal',
  'POST /me/sessions',
  'POST /me/sessions/:id',
  'POST /me/statements/:id',
  'POST /me/tokens',
  'POST /me/tokens/:id',
  'POST /reports/:receipt',
  'POST /sign-in',
  'PUT /api/v1/conferences/:conference/closing-letter',
  'PUT /api/v1/threads/:id/follow',
];

/** The routes whose verb asks, under the lock of the rows it writes; each is attacked below. */
const BY_THE_VERB = [
  'PATCH /api/v1/comments/:id',
  'PATCH /api/v1/personas/:id',
  'PATCH /api/v1/recaps/:id',
  'POST /api/v1/conferences/:conference/personas',
  'POST /api/v1/conferences/:conference/recaps',
  'POST /api/v1/questions/:id/answers',
  'POST /api/v1/threads/:id/announcement',
  'POST /api/v1/threads/:id/comments',
  'POST /api/v1/threads/:id/questions',
  'POST /c/:conference/recaps/:recap/edit',
  'POST /c/:conference/recaps/new',
  'POST /c/:conference/t/:thread',
  'POST /c/:conference/t/:thread/edits',
  'POST /c/:conference/t/:thread/votes',
  'POST /me/personas',
  'POST /me/personas/:id',
  'POST /me/replies/:id',
  'PUT /api/v1/comments/:id/vote',
];

let f: ModeratedForum;
/** Speaks, moderates and organizes, and is sanctioned after that: what a sanction spares nobody from. */
let sid: Person;
let places: { slug: string; threadId: string; talkId: string };
let own: Json;
let other: Json;
let question: Json;
let persona: string;
let ids: Record<Scope['kind'], string>;

const inHours = (hours: number): string => new Date(f.world.clock.now().getTime() + hours * 3_600_000).toISOString();
const form = (path: string, fields: Json): Promise<Answer> =>
  sid.ask('POST', f.world.base + path, new URLSearchParams(fields as Record<string, string>).toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://localhost:3000',
    accept: 'application/json',
  });

async function sanctioned(kind: 'mute' | 'suspend'): Promise<string> {
  // Set by hand, since nobody may sanction an organizer: the power came after it, or from the operator.
  await f.world.query(`delete from standings where account_id = (select account_id from personas where id = $1)`, [
    persona,
  ]);
  const [row] = await f.world.query<{ id: string }>(
    `insert into standings (id, account_id, conference_id, kind, until, reason)
     select gen_random_uuid(), account_id, conference_id, $2, $3, ''
     from personas
     where id = $1
     returning id`,
    [persona, kind === 'mute' ? 'muted' : 'suspended', inHours(500)],
  );
  return row!.id;
}

beforeAll(async () => {
  f = await forum();
  places = await talkOf(f.world, f.olga);
  sid = await f.world.person('sid').signsIn();
  await becomes(sid, f.olga, { slug: places.slug, talkId: places.talkId }, 'Sid');
  await f.ada.calledIn(places.slug, 'Ada');
  own = await sid.says(places.threadId, 'Said before the sanction');
  other = await f.ada.says(places.threadId, 'Said by another');
  question = await asks(f.ada, places.threadId, 'Asked by another?');
  persona = ((await sid.get('/me')).body['personas'] as Json[])[0]!['id'] as string;
  await sid.put(`/comments/${other['id'] as string}/vote`);
  await reports(f.bob, other);
  const report = ((await queue(f.olga, places.slug, 'reported'))[0]!['reports'] as Json[])[0]!['id'] as string;
  const withheld = await f.ada.says(places.threadId, 'Withheld and appealed');
  await withholds(f.olga, withheld);
  const [statement] = (await f.ada.get('/me/statements')).body['items'] as Json[];
  const appeal = (
    await f.ada.post(`/decisions/${statement!['decisionId'] as string}/appeals`, { reason: 'I find this wrong' })
  ).body['id'] as string;
  await f.world.query(
    `insert into grants (id, account_id, conference_id, role)
     select gen_random_uuid(), account_id, conference_id, 'organizer'
     from personas
     where id = $1`,
    [persona],
  );
  const [grant] = await f.world.query<{ id: string }>(
    `select g.id from grants g join personas p on p.conference_id = g.conference_id where p.id = $1 limit 1`,
    [persona],
  );
  await f.olga.put(`/conferences/${places.slug}/recap`, { markdown: 'What we heard', items: [], published: true });
  const recap = (await f.olga.get(`/conferences/${places.slug}/recap`)).body['id'] as string;
  ids = {
    conference: places.slug,
    thread: places.threadId,
    comment: question['id'] as string,
    recap,
    talk: places.talkId,
    persona: other['author'].id as string,
    report,
    appeal,
    sanction: '',
    grant: grant!.id,
    any: '',
  };
});
afterAll(() => f.world.close());

const isForPower = ({ access }: RouteStanding): boolean =>
  POWERS.includes(access.caller) && access.scope !== null && access.scope.kind !== 'any';

describe('a route that writes', () => {
  it('asks for the standing of its actor, or says why it does not', () => {
    const routes = writingRoutes(f);
    expect(routes.length).toBeGreaterThan(70);
    const undeclared = routes.filter(
      (route) => !isForPower(route) && route.standing === undefined && route.access.scope?.kind !== 'any',
    );
    expect(undeclared.map(({ name }) => name).filter((name) => !name.includes('/letters/end'))).toEqual([]);
    expect(
      routes
        .filter(({ standing }) => standing?.asked === 'never')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(SPARED);
    expect(
      routes
        .filter(({ standing }) => standing?.asked === 'by-the-verb')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(BY_THE_VERB);
  });

  it.each([
    ['mute', 'account-muted'],
    ['suspend', 'account-suspended'],
  ] as const)('refuses who is under a %s, whatever grants they hold', async (kind, problem) => {
    ids.sanction = await sanctioned(kind);
    const wrong: unknown[] = [];
    for (const { name, method, path, access, standing } of writingRoutes(f).filter(
      (route) => isForPower(route) || route.standing?.asked === 'here',
    )) {
      const scope = standing?.asked === 'here' ? standing.scope : access.scope!;
      const url =
        f.world.base +
        path.replace(`:${scope.param}`, ids[scope.kind]).replace(':thread', 'on-leaving').replace(':id', ids.sanction);
      const isForm = !path.startsWith('/api/');
      const answer = await sid.ask(method, url, isForm ? 'act=live' : {}, {
        accept: 'application/json',
        origin: 'http://localhost:3000',
        'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      });
      if (answer.status !== 403 || answer.body['type'] !== `/problems/${problem}`)
        wrong.push([name, answer.status, answer.text.slice(0, 120)]);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['mute', 'account-muted'],
    ['suspend', 'account-suspended'],
  ] as const)('refuses what a %s forbids also where its verb asks, and leaves no trace', async (kind, problem) => {
    await sanctioned(kind);
    const page = `/c/${places.slug}/t/on-leaving`;
    const [said, asked, named] = [own['id'] as string, question['id'] as string, (await sid.get('/me')).text];
    const attempts: Record<string, Promise<Answer>> = {
      comment: sid.post(`/threads/${places.threadId}/comments`, { body: 'Still here' }),
      question: sid.post(`/threads/${places.threadId}/questions`, { body: 'Still here?' }),
      answer: sid.post(`/questions/${asked}/answers`, { body: 'Still answering' }),
      announcement: sid.post(`/threads/${places.threadId}/announcement`, { body: 'Hear me' }),
      edit: sid.patch(`/comments/${said}`, { body: 'Other words' }),
      vote: sid.put(`/comments/${asked}/vote`),
      persona: sid.post(`/conferences/${places.slug}/personas`, { name: 'Somebody new' }),
      rename: sid.patch(`/personas/${persona}`, { name: 'Moderators are unfair' }),
      tagline: sid.patch(`/personas/${persona}`, { tagline: 'Read my blog' }),
      formComment: form(page, { body: 'By a form' }),
      formPersona: form('/me/personas', { conference: places.slug, name: 'By a form' }),
      formRename: form(`/me/personas/${persona}`, { name: 'By a form' }),
      formEdit: form(`${page}/edits`, { commentId: said, body: 'By a form' }),
      formVote: form(`${page}/votes`, { commentId: asked, vote: 'on' }),
    };
    const wrong = await Promise.all(
      Object.entries(attempts).map(async ([name, attempt]) => {
        const { status, body, text } = await attempt;
        const isRefused = status === 403 && (name.startsWith('form') || body['type'] === `/problems/${problem}`);
        return isRefused ? [] : [[name, status, text.slice(0, 120)]];
      }),
    );
    expect(wrong.flat()).toEqual([]);
    expect((await sid.get('/me')).text).toBe(named);
    expect((await f.bob.get(`/comments/${asked}`)).body).toMatchObject({ votes: 0, question: { status: 'open' } });
  });
});

describe('a suspension', () => {
  it('takes what a grant shows, too: queue, desk, drafts, sources, the signal of the desk', async () => {
    await sanctioned('suspend');
    const held = [
      `/admin/conferences/${places.slug}/queue?kind=held`,
      `/threads/${places.threadId}/desk`,
      `/threads/${places.threadId}/recap/versions`,
      `/admin/conferences/${places.slug}/audit`,
    ];
    expect(await Promise.all(held.map(async (path) => (await sid.get(path)).status))).toEqual([403, 403, 403, 403]);
    expect((await sid.get(`/comments/${other['id'] as string}/source`)).status).toBe(404);
    expect((await sid.get(`/threads/${places.threadId}/mine`)).body['may']).toMatchObject({
      comment: false,
      ask: false,
      live: false,
      desk: false,
      edit: [],
    });
    const socket = await sid.listens();
    expect(await socket.emitWithAck('desk:join', { threadId: places.threadId })).toMatchObject({ ok: false });
  });

  it('is not left behind by a report without a session', async () => {
    await sanctioned('suspend');
    const guest = f.world.person('nobody');
    const before = await f.world.mails();
    expect((await reports(guest, other, { email: sid.email, goodFaith: true })).status).toBe(202);
    const answer = await guest.post('/auth/sessions', {
      email: sid.email,
      code: codeIn(await f.world.nextMail(before, sid.email)),
    });
    // The owner of a right code is signed in whatever comes of it, and is told.
    expect([answer.status, answer.body['refused']?.type]).toEqual([201, '/problems/account-suspended']);
    expect((await f.world.query('select from reports where confirmed_at is not null')).length).toBe(1);
  });
});

describe('what a sanction leaves', () => {
  it('is taking back, appealing, leaving, and one’s own settings', async () => {
    await sanctioned('suspend');
    expect((await sid.delete(`/comments/${other['id'] as string}/vote`)).body).toMatchObject({ voted: false });
    expect((await sid.delete(`/comments/${own['id'] as string}`)).status).toBe(204);
    expect((await sid.patch('/me', { locale: 'en' })).status).toBe(200);
    expect((await sid.put(`/conferences/${places.slug}/closing-letter`, { wanted: true })).status).toBeLessThan(300);
    expect((await sid.delete(`/personas/${persona}`)).status).toBe(204);
  });

  it('comes back by itself when it ends', async () => {
    await f.world.query('delete from standings');
    expect((await sid.get(`/threads/${places.threadId}/desk`)).status).toBe(200);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FORM_PATHS } from '../../src/pages/form-addresses.page.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { becomes } from '../questions/stage.ts';
import { until, type Json, type Person } from '../support/world.ts';
import { ages, forum, reports, withholds, type ModeratedForum } from './forum.ts';

type ViewerRole = 'nobody' | 'participant' | 'author' | 'speaker' | 'moderator' | 'organizer';
type WordState = 'visible' | 'never' | 'reported' | 'withheld' | 'withdrawn';

const WORD: Record<WordState, string> = {
  visible: 'zebra',
  never: 'yonder',
  reported: 'xylem',
  withheld: 'walrus',
  withdrawn: 'violet',
};
const HIDDEN: readonly WordState[] = ['never', 'reported', 'withheld', 'withdrawn'];
const HELD: readonly WordState[] = ['never', 'reported'];

interface RouteRow {
  at: readonly string[];
  sees?: Partial<Record<ViewerRole, readonly WordState[]>>;
}

let f: ModeratedForum;
let slug: string;
let threadId: string;
let talkId: string;
let people: Record<ViewerRole, Person>;
let said: Record<WordState, Json>;
let code: string;
let receipt: string;
let statements: string[];
let author: string;
let recapId: string;
let recapSlug: string;
let hiddenRecap: string;
let hiddenSlug: string;
const frames: string[] = [];

beforeAll(async () => {
  f = await forum();
  const { world, olga } = f;
  ({ slug, threadId } = await world.conference(olga));
  const talk = (
    await olga.post(`/admin/conferences/${slug}/talks`, {
      slug: 'on-words',
      title: 'On words',
      startsAt: new Date(world.clock.now().getTime() - 600_000).toISOString(),
    })
  ).body;
  [talkId, threadId] = [talk['id'] as string, talk['threadId'] as string];
  code = (await world.query('select code from threads where id = $1', [threadId]))[0]!['code'] as string;
  await Promise.all([
    f.ada.calledIn(slug, 'Ada'),
    becomes(f.mona, olga, { slug, role: 'moderator' }, 'Mona'),
    f.bob.calledIn(slug, 'Bob'),
  ]);
  const grace = await becomes(await world.person('grace').signsIn(), olga, { slug, talkId }, 'Grace');
  people = {
    nobody: world.person('nobody'),
    participant: f.bob,
    author: f.ada,
    speaker: grace,
    moderator: f.mona,
    organizer: olga,
  };
  const says = (state: WordState): Promise<Json> => f.ada.says(threadId, `A ${WORD[state]} word`);
  const shown = {
    visible: await says('visible'),
    reported: await says('reported'),
    withheld: await says('withheld'),
    withdrawn: await says('withdrawn'),
  };
  await until(
    'the search to know them',
    async () =>
      ((await f.bob.get(`/conferences/${slug}/search?q=${WORD.withdrawn}`)).body['items'] as Json[]).length === 1,
  );
  const quoted = {
    markdown: 'What was said',
    items: Object.values(shown).map(({ id }) => id as string),
    published: true,
  };
  for (const route of [`/threads/${threadId}/recap`, `/conferences/${slug}/recap`])
    expect((await olga.put(route, quoted)).status).toBe(200);
  ({ id: recapId, slug: recapSlug } = (await olga.get(`/conferences/${slug}/recap`)).body as Record<
    'id' | 'slug',
    string
  >);
  const [persona] = (await f.ada.get('/me')).body['personas'].filter(
    ({ id }: Json) => id === (shown.visible['author'] as Json)['id'],
  ) as Json[];
  author = persona!['slug'] as string;
  expect((await f.ada.patch(`/personas/${persona!['id'] as string}`, { showsComments: true })).status).toBe(200);
  const withheldRecap = (
    await f.ada.post(`/conferences/${slug}/recaps`, {
      title: `A ${WORD.withheld} title`,
      markdown: `A ${WORD.withheld} recap`,
      published: true,
    })
  ).body;
  for (const person of Object.values(people)) {
    const socket = await person.listens();
    socket.onAny((...args: unknown[]) => frames.push(JSON.stringify(args)));
    await socket.emitWithAck('thread:join', { threadId });
    if ([f.mona, olga, grace].includes(person)) await socket.emitWithAck('desk:join', { threadId });
  }
  await olga.patch(`/admin/threads/${threadId}`, { screening: 'all' });
  said = { ...shown, never: await says('never') };
  const reporters = [f.bob, f.carl, await world.person('dora').signsIn()];
  await ages(world);
  for (const reporter of reporters) receipt = (await reports(reporter, said.reported)).body['receipt'] as string;
  expect((await withholds(f.mona, said.withheld)).status).toBe(200);
  const ofRecap = `/admin/recaps/${withheldRecap['id'] as string}/withhold`;
  expect((await f.mona.post(ofRecap, { rule: 'respect', reason: 'An insult' })).status).toBe(200);
  [hiddenRecap, hiddenSlug] = [withheldRecap['id'] as string, withheldRecap['slug'] as string];
  await f.ada.delete(`/comments/${said.withdrawn['id'] as string}`);
  statements = ((await f.ada.get('/me/statements')).body['items'] as Json[]).map(
    ({ decisionId }) => decisionId as string,
  );
  const { seq } = (await f.bob.get(`/threads/${threadId}`)).body;
  await until('the frames', () => frames.some((frame) => frame.includes(`"to":${seq as number}`)));
});
afterAll(() => f.world.close());

const ofComments = (route: string): string[] => Object.values(said).map(({ id }) => route.replace(':id', id as string));
const power = (states: readonly WordState[]): RouteRow['sees'] => ({ moderator: states, organizer: states });

/** Every route that answers: where to ask, and who sees there what others do not. A new route needs a row here. */
const rows = (): Record<string, RouteRow> => ({
  '/': { at: ['/'] },
  '/sign-in': { at: ['/sign-in'] },
  '/claim': { at: ['/claim'] },
  '/brand/:file': { at: ['/brand/123456.svg'] },
  '/letters/end': { at: ['/letters/end?of=nothing'] },
  '/me': { at: ['/me'] },
  '/problems/:slug': { at: ['/problems/not-found'] },
  '/avatars/:file': { at: [`/avatars/${(said.visible['author'] as Json)['id'] as string}.svg`] },
  '/health/arrival': { at: ['/health/arrival'] },
  '/health/live': { at: ['/health/live'] },
  '/health/ready': { at: ['/health/ready'] },
  '/api/v1/asyncapi.json': { at: ['/api/v1/asyncapi.json'] },
  '/api/v1/personas/:id': { at: [`/api/v1/personas/${(said.visible['author'] as Json)['id'] as string}`] },
  '/api/v1/conferences': { at: ['/api/v1/conferences'] },
  '/privacy': { at: ['/privacy'] },
  ...Object.fromEntries(
    ['', '/comments'].map((route) => [
      `/api/v1/conferences/:conference/authors/:slug${route}`,
      { at: [`/api/v1/conferences/${slug}/authors/${author}${route}`] },
    ]),
  ),
  '/c/:conference/recaps/:recap/moderation/mute': { at: [`/c/${slug}/recaps/${recapSlug}/moderation/mute`] },
  '/c/:conference/recaps/:recap/moderation/:act': {
    at: ['hide', 'show'].map((act) => `/c/${slug}/recaps/${recapSlug}/moderation/${act}`),
  },
  '/api/v1/conferences/:conference/recaps': { at: [`/api/v1/conferences/${slug}/recaps`] },
  '/api/v1/recaps/:id': { at: [recapId, hiddenRecap].map((id) => `/api/v1/recaps/${id}`) },
  '/api/v1/recaps/:id/versions': { at: [recapId, hiddenRecap].map((id) => `/api/v1/recaps/${id}/versions`) },
  '/recaps/:id/report': { at: [`/recaps/${recapId}/report`] },
  '/accessibility': { at: ['/accessibility'] },
  '/style': { at: ['/style'] },
  '/robots.txt': { at: ['/robots.txt'] },
  ...Object.fromEntries(
    ['favicon.ico', 'icon.svg', 'apple-touch-icon.png', 'icon-192.png', 'icon-512.png', 'manifest.webmanifest'].map(
      (file) => [`/${file}`, { at: [`/${file}`] }],
    ),
  ),
  '/.well-known/change-password': { at: ['/.well-known/change-password'] },
  '/sitemap.xml': { at: ['/sitemap.xml'] },
  ...Object.fromEntries(
    ['', '/versions'].flatMap((route) => [
      [`/api/v1/conferences/:conference/recap${route}`, { at: [`/api/v1/conferences/${slug}/recap${route}`] }],
      [`/api/v1/threads/:id/recap${route}`, { at: [`/api/v1/threads/${threadId}/recap${route}`] }],
    ]),
  ),
  ...Object.fromEntries(
    ['/recap', '/recap.html', '/recap.md', '/recap/edit'].flatMap((route) => [
      [`/c/:conference${route}`, { at: [`/c/${slug}${route}`] }],
      [`/c/:conference/t/:thread${route}`, { at: [`/c/${slug}/t/on-words${route}`] }],
    ]),
  ),
  // One's own words are one's own until one withdraws them.
  ...Object.fromEntries(
    ['/api/v1/me/export', '/me/export'].map((route) => [route, { at: [route], sees: { author: HIDDEN } }]),
  ),
  '/api/v1/me/questions': { at: ['/api/v1/me/questions'] },
  '/me/questions': { at: ['/me/questions'] },
  '/api/v1/me/tokens': { at: ['/api/v1/me/tokens'] },
  '/me/tokens': { at: ['/me/tokens'] },
  '/api/v1/me/notices': { at: ['/api/v1/me/notices'] },
  '/me/email': { at: ['/me/email'] },
  // A draft of a reply by e-mail is its sender's; there is none here.
  '/me/replies/:id': { at: [`/me/replies/${talkId}`] },
  '/c/:conference/t/:thread/links': { at: [`/c/${slug}/t/on-words/links`] },
  '/c/:conference/t/:thread/follow': { at: [`/c/${slug}/t/on-words/follow`] },
  '/api/v1/me/talks': { at: ['/api/v1/me/talks'] },
  '/api/v1/auth/passkeys': { at: ['/api/v1/auth/passkeys'] },
  // Packed; what is in it is searched in the story of the archive.
  '/api/v1/admin/conferences/:conference/export': { at: [`/api/v1/admin/conferences/${slug}/export`] },
  ...Object.fromEntries(
    ['grants', 'invitations'].map((route) => [
      `/api/v1/admin/conferences/:conference/${route}`,
      { at: [`/api/v1/admin/conferences/${slug}/${route}`] },
    ]),
  ),
  '/c/:conference/t/:thread/q/:id': { at: ofComments(`/c/${slug}/t/on-words/q/:id`) },
  ...Object.fromEntries(
    ['', '/ledger', '/talks', '/threads'].map((route) => [
      `/api/v1/conferences/:conference${route}`,
      { at: [`/api/v1/conferences/${slug}${route}`] },
    ]),
  ),
  '/api/v1/conferences/:conference/search': {
    at: Object.values(WORD).map((word) => `/api/v1/conferences/${slug}/search?q=${word}`),
  },
  '/api/v1/talks/:id': { at: [`/api/v1/talks/${talkId}`] },
  ...Object.fromEntries(
    ['', '/replies', '/revisions'].map((route) => [
      `/api/v1/comments/:id${route}`,
      { at: ofComments(`/api/v1/comments/:id${route}`) },
    ]),
  ),
  '/api/v1/comments/:id/source': {
    at: ofComments('/api/v1/comments/:id/source'),
    sees: { author: HIDDEN, ...power(HIDDEN) },
  },
  '/api/v1/threads/:id': { at: [`/api/v1/threads/${threadId}`] },
  '/api/v1/threads/:id/changes': { at: [0, 3].map((n) => `/api/v1/threads/${threadId}/changes?after=${n}`) },
  '/api/v1/threads/:id/comments': {
    at: ['oldest', 'newest', 'top'].map((sort) => `/api/v1/threads/${threadId}/comments?sort=${sort}&limit=100`),
  },
  '/api/v1/threads/:id/questions/similar': {
    at: Object.values(WORD).map((word) => `/api/v1/threads/${threadId}/questions/similar?body=${word}`),
  },
  '/api/v1/threads/:id/mine': { at: [`/api/v1/threads/${threadId}/mine`], sees: { author: HELD } },
  '/api/v1/threads/:id/desk': { at: [`/api/v1/threads/${threadId}/desk`], sees: power(HELD) },
  '/api/v1/me': { at: ['/api/v1/me'] },
  '/api/v1/me/reports': { at: ['/api/v1/me/reports'] },
  '/api/v1/me/statements': { at: ['/api/v1/me/statements'] },
  '/api/v1/auth/sessions': { at: ['/api/v1/auth/sessions'] },
  '/api/v1/reports/:receipt': { at: [`/api/v1/reports/${receipt}`] },
  '/reports/:receipt': { at: [`/reports/${receipt}`] },
  '/api/v1/admin/conferences/:conference/queue': {
    at: ['held', 'reported', 'appeals'].map((kind) => `/api/v1/admin/conferences/${slug}/queue?kind=${kind}`),
    sees: power(HELD),
  },
  ...Object.fromEntries(
    ['security.txt', 'security-policy.txt'].map((name) => [`/.well-known/${name}`, { at: [`/.well-known/${name}`] }]),
  ),
  '/api/v1/admin/conferences/:conference/progress': { at: [`/api/v1/admin/conferences/${slug}/progress`] },
  '/api/v1/admin/conferences/:conference/import-questions': {
    at: [`/api/v1/admin/conferences/${slug}/import-questions`],
  },
  '/transparency': { at: ['/transparency'] },
  ...Object.fromEntries(
    [
      ['/api/v1/admin', '/api/v1/admin'],
      ['/api/v1/admin/conferences/:conference', `/api/v1/admin/conferences/${slug}`],
    ].flatMap(([route, at]) =>
      [
        [':year', '2026'],
        [':year.zip', '2026.zip'],
        [':year/:file.csv', '2026/4_notices.csv'],
      ].map(([named, asked]) => [`${route}/transparency/${named}`, { at: [`${at}/transparency/${asked}`] }]),
    ),
  ),
  '/api/v1/admin/conferences/:conference/audit': { at: [`/api/v1/admin/conferences/${slug}/audit`] },
  ...Object.fromEntries(
    [
      '',
      '/feed.atom',
      '/feed.json',
      '/schedule.ics',
      '/schedule.json',
      '/schedule.xml',
      '/sitemap.xml',
      '/recaps',
      '/recaps.atom',
      '/recaps.json',
      '/opensearch.xml',
      '/t/:thread/answers',
      '/ledger',
      '/ledger.atom',
      '/rules',
      '/figures',
      '/t/:thread/figures',
      '/t/:thread/feed.atom',
      '/t/:thread/feed.json',
      '/t/:thread/stage',
      '/t/:thread/qr.svg',
      '/t/:thread/picture.png',
    ].map((route) => [`/c/:conference${route}`, { at: [`/c/${slug}${route.replace(':thread', 'on-words')}`] }]),
  ),
  ...Object.fromEntries(
    ['', '/:name', '/:name.csv', '/:name.svg', '/:name.png'].map((route) => [
      `/api/v1/conferences/:conference/figures${route}`,
      { at: [`/api/v1/conferences/${slug}/figures${route.replace(':name', 'fate-of-questions')}`] },
    ]),
  ),
  '/c/:conference/recaps/:recap': { at: [recapSlug, hiddenSlug].map((each) => `/c/${slug}/recaps/${each}`) },
  '/c/:conference/recaps/new': { at: [`/c/${slug}/recaps/new`] },
  '/c/:conference/recaps/:recap/edit': { at: [`/c/${slug}/recaps/${recapSlug}/edit`] },
  '/c/:conference/by/:persona': { at: [`/c/${slug}/by/${author}`] },
  '/q/:code': { at: [`/q/${code}`] },
  '/c/:conference/search': { at: Object.values(WORD).map((word) => `/c/${slug}/search?q=${word}`) },
  '/c/:conference/t/:thread': {
    at: [`/c/${slug}/t/on-words`, ...ofComments(`/c/${slug}/t/on-words?reply=:id&quote=yes`)],
    sees: { author: HELD },
  },
  '/c/:conference/t/:thread/desk': { at: [`/c/${slug}/t/on-words/desk`], sees: power(HELD) },
  '/c/:conference/t/:thread/moderation/mute': {
    at: ofComments(`/c/${slug}/t/on-words/moderation/mute?comment=:id`),
  },
  '/c/:conference/t/:thread/moderation/:act': {
    at: ['hide', 'lock'].flatMap((act) => ofComments(`/c/${slug}/t/on-words/moderation/${act}?comment=:id`)),
  },
  '/embed.js': { at: ['/embed.js'] },
  '/embed/:threadId': { at: ['thread', 'questions', 'link'].map((mode) => `/embed/${threadId}?mode=${mode}`) },
  '/oembed': { at: [`/oembed?url=${encodeURIComponent(`http://localhost:3000/c/${slug}/t/on-words`)}`] },
  '/comments/:id/report': { at: ofComments('/comments/:id/report') },
  // The addresses of forms lead to the page the form stands on, and show nothing.
  ...Object.fromEntries(FORM_PATHS.map((path) => [`/${path}`, { at: [`/${path.replace(/:\w+/g, 'x')}`] }])),
  '/me/statements/:id': {
    at: statements.map((id) => `/me/statements/${id}`),
    sees: { author: ['reported', 'withheld'] },
  },
  ...Object.fromEntries(
    [
      '',
      '/appearance',
      '/audit',
      '/conduct',
      '/discussions',
      '/embedding',
      '/export',
      '/figures',
      '/highlights',
      '/import',
      '/log',
      '/powers',
      '/programme',
      '/programme/new',
      '/qr',
      '/rules',
      '/settings',
      '/team',
      '/transparency',
    ].map((route) => [`/organize/:conference${route}`, { at: [`/organize/${slug}${route}`] }]),
  ),
  '/organize/:conference/qr/:paper': { at: [`/organize/${slug}/qr/slides`] },
  '/organize/:conference/qr/codes.zip': { at: [`/organize/${slug}/qr/codes.zip`] },
  '/c/:conference/room/:room': { at: [`/c/${slug}/room/none`] },
  '/c/:conference/room/:room/qr.svg': { at: [`/c/${slug}/room/none/qr.svg`] },
  '/q/:code/qr.svg': { at: ['/q/none/qr.svg'] },
  '/organize': { at: ['/organize'] },
  '/organize/:conference/speakers': { at: [`/organize/${slug}/speakers`] },
  '/api/v1/admin/conferences/:conference/speakers': { at: [`/api/v1/admin/conferences/${slug}/speakers`] },
  '/api/v1/admin/conferences/:conference/imports': { at: [`/api/v1/admin/conferences/${slug}/imports`] },
  '/organize/:conference/imports/:id/undo': { at: [`/organize/${slug}/imports/${talkId}/undo`] },
  '/organize/:conference/imports/example.csv': { at: [`/organize/${slug}/imports/example.csv`] },
  '/organize/:conference/programme/:talk': { at: [`/organize/${slug}/programme/${talkId}`] },
  '/organize/:conference/queue': {
    at: ['held', 'reported'].map((kind) => `/organize/${slug}/queue?kind=${kind}`),
    sees: power(HELD),
  },
});

/** The routes the building really has. */
function routes(): string[] {
  const reflector = new Reflector();
  const found = [...f.world.app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap(({ metatype }) => {
      const controller = metatype as unknown as { prototype: Record<string, () => void> };
      const bases = [reflector.get<string | string[]>('path', controller as never)].flat();
      return Object.getOwnPropertyNames(controller.prototype)
        .filter((name) => name !== 'constructor')
        .flatMap((name) => {
          const handler = controller.prototype[name]!;
          if (reflector.get<number | undefined>('method', handler) !== RequestMethod.GET) return [];
          return bases.flatMap((base) =>
            [reflector.get<string | string[]>('path', handler)]
              .flat()
              .map((route) => `/${base}/${route}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1')),
          );
        });
    });
  return [...new Set(found)].toSorted((a, b) => a.localeCompare(b));
}

describe('hidden words', () => {
  it('have a row here for every route that answers', () => {
    const known = rows();
    expect(routes().filter((route) => !(route in known))).toEqual([]);
  });

  it('are seen at each route by those its row names, and by nobody else', async () => {
    const wrong: string[] = [];
    for (const [route, { at, sees = {} }] of Object.entries(rows())) {
      for (const [role, person] of Object.entries(people) as [ViewerRole, Person][]) {
        const texts = await Promise.all(
          at.map(
            async (place) =>
              (
                await person.ask('GET', f.world.base + place, undefined, {
                  accept: place.startsWith('/api/') ? 'application/json' : 'text/html',
                })
              ).text,
          ),
        );
        // The words asked for are not an answer: a search repeats its own question.
        const answered = texts
          .map((text, i) =>
            text
              .replaceAll(new RegExp(`(q|body)=(${/(?:q|body)=(\w+)/.exec(at[i]!)?.[1] ?? '-'})`, 'g'), '')
              .replaceAll(/value="\w+"/g, ''),
          )
          .join('\n');
        const seen = HIDDEN.filter((state) => answered.includes(`A ${WORD[state]} word`));
        const may = sees[role] ?? [];
        if (JSON.stringify(seen) !== JSON.stringify(HIDDEN.filter((state) => may.includes(state))))
          wrong.push(
            `${route} shows ${role} ${seen.join(', ') || 'nothing'} instead of ${may.join(', ') || 'nothing'}`,
          );
      }
    }
    expect(wrong).toEqual([]);
  });

  it('reach no socket, whoever listens, and no letter', async () => {
    const mails = await Promise.all(
      (await f.world.mails()).map((name) => readFile(path.join(f.world.dataDir, 'outbox', name), 'utf8')),
    );
    for (const text of [...frames, ...mails]) expect(HIDDEN.filter((state) => text.includes(WORD[state]))).toEqual([]);
  });
});

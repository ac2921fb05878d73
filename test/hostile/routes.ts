import { encodeCursor } from '../../src/kernel/cursor.ts';
import type { World, Json, Person } from '../support/world.ts';
import { faultsOf, sends, type AnyAnswer } from './answers.ts';

export interface Places {
  slug: string;
  threadId: string;
  talkId: string;
  commentId: string;
}

export type RouteExample = [who: Person, method: string, path: string, good: Json];

/** Every route that takes a body, with a good one, around a conference of its own. */
export async function routes(world: World, olga: Person): Promise<RouteExample[]> {
  const own = await world.conference(olga);
  const speaker = await (await world.person('cleo').signsIn()).calledIn(own.slug, 'Cleo');
  const dora = await world.person('dora').signsIn();
  const said = await speaker.says(own.threadId, 'What the routes are about');
  const asked = (await speaker.post(`/threads/${own.threadId}/questions`, { body: 'What are the routes about?' })).body[
    'id'
  ] as string;
  const persona = (await dora.post(`/conferences/${own.slug}/personas`, { name: 'Dora' })).body['id'] as string;
  const mine = ((await speaker.get('/me')).body['personas'] as Json[]).find(({ id }) => id === said['author'].id)![
    'id'
  ] as string;
  const talk = (await olga.post(`/admin/conferences/${own.slug}/talks`, { slug: 'talk', title: 'A talk' })).body[
    'id'
  ] as string;
  const visitor = world.person('nobody');
  const day = world.clock.now().toISOString().slice(0, 10);
  const conference = {
    title: 'A conference',
    timeZone: 'Europe/Paris',
    locale: 'fr',
    startsOn: day,
    endsOn: day,
    url: 'https://conf.example',
    settings: { screening: 'none' },
  };
  const facts = {
    title: 'T',
    subtitle: 'S',
    abstract: 'A',
    language: 'fr',
    track: 'T',
    room: 'R',
    startsAt: `${day}T10:00:00.000Z`,
    durationMinutes: 45,
    status: 'confirmed',
    url: 'https://conf.example',
    speakers: [{ name: 'A', bio: 'B' }],
  };
  return [
    [
      speaker,
      'POST',
      `/threads/${own.threadId}/comments`,
      { body: 'A good body', parentId: said['id'], personaId: mine },
    ],
    [
      visitor,
      'POST',
      `/threads/${own.threadId}/comments`,
      { body: 'A good body', parentId: said['id'], name: 'Guest', email: 'guest@mail.example' },
    ],
    [speaker, 'PATCH', `/comments/${said['id']}`, { body: 'Another body' }],
    [
      speaker,
      'POST',
      `/threads/${own.threadId}/questions`,
      { body: 'A good question?', personaId: mine, anonymous: true },
    ],
    [
      visitor,
      'POST',
      `/threads/${own.threadId}/questions`,
      { body: 'A good question?', name: 'Guest', email: 'guest@mail.example' },
    ],
    [speaker, 'PUT', `/comments/${said['id']}/kind`, { kind: 'comment' }],
    [olga, 'PUT', `/questions/${asked}/status`, { status: 'declined', reason: 'A reason' }],
    [olga, 'PUT', `/questions/${asked}/status`, { status: 'answered', note: 'A note' }],
    [olga, 'PUT', `/questions/${asked}/status`, { status: 'merged', mergedInto: asked }],
    [olga, 'POST', `/questions/${asked}/answers`, { body: 'A good answer' }],
    [olga, 'POST', `/threads/${own.threadId}/announcement`, { body: 'Five more minutes' }],
    [
      dora,
      'POST',
      `/conferences/${own.slug}/personas`,
      { name: 'Another face', tagline: 'A tagline', biography: 'A life' },
    ],
    [dora, 'PATCH', `/personas/${persona}`, { name: 'Dora', tagline: 'A tagline', biography: 'A life' }],
    [dora, 'PATCH', '/me', { locale: 'fr' }],
    [dora, 'DELETE', '/me', { posts: 'keep' }],
    [dora, 'POST', '/claims', { token: 'x'.repeat(43) }],
    [visitor, 'POST', '/auth/codes', { email: 'guest@mail.example' }],
    [visitor, 'POST', '/auth/sessions', { email: 'guest@mail.example', code: 'K7QM-2XRP' }],
    [visitor, 'POST', '/auth/sessions', { token: 'x'.repeat(43) }],
    [
      visitor,
      'POST',
      '/auth/passkeys/sessions',
      {
        answer: {
          id: 'x',
          rawId: 'x',
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: 'x', authenticatorData: 'x', signature: 'x' },
        },
      },
    ],
    [
      dora,
      'POST',
      '/auth/passkeys',
      {
        name: 'Laptop',
        answer: {
          id: 'x',
          rawId: 'x',
          type: 'public-key',
          clientExtensionResults: {},
          response: { clientDataJSON: 'x', attestationObject: 'x' },
        },
      },
    ],
    [olga, 'POST', '/admin/conferences', { slug: 'another', ...conference }],
    [olga, 'PATCH', `/admin/conferences/${own.slug}`, conference],
    [olga, 'POST', `/admin/conferences/${own.slug}/threads`, { slug: 'lounge', title: 'Lounge' }],
    [olga, 'POST', `/admin/conferences/${own.slug}/talks`, { guid: 'g', slug: 't', ...facts }],
    [olga, 'PATCH', `/admin/talks/${talk}`, facts],
    [
      olga,
      'POST',
      `/admin/conferences/${own.slug}/invitations`,
      { role: 'speaker', talkId: talk, email: 'guest@mail.example' },
    ],
    [
      olga,
      'PATCH',
      `/admin/threads/${own.threadId}`,
      {
        state: 'open',
        reason: 'A reason',
        screening: 'none',
        title: 'Hallway',
        slowMode: { interval: 30, reason: 'A rush' },
        phases: {},
      },
    ],
    [olga, 'PUT', `/threads/${own.threadId}/recap`, { markdown: 'A recap', items: [said['id']], published: false }],
    [olga, 'PUT', `/conferences/${own.slug}/recap`, { markdown: 'A recap', items: [said['id']], published: true }],
    [dora, 'PUT', `/conferences/${own.slug}/closing-letter`, { wanted: true }],
    [olga, 'POST', `/admin/comments/${said['id']}/withhold`, { rule: 'spam', reason: 'A reason' }],
    [olga, 'POST', `/admin/comments/${said['id']}/restore`, { reason: 'A reason' }],
    [olga, 'POST', `/admin/comments/${said['id']}/release`, { revision: 1, reason: 'A reason' }],
    [olga, 'POST', `/admin/comments/${asked}/note/withhold`, { rule: 'spam', reason: 'A reason' }],
    [olga, 'POST', `/admin/comments/${asked}/note/restore`, { reason: 'A reason' }],
    [
      olga,
      'POST',
      `/admin/personas/${mine}/sanctions`,
      {
        kind: 'mute',
        until: new Date(world.clock.now().getTime() + 60_000).toISOString(),
        rule: 'spam',
        reason: 'A reason',
      },
    ],
    [dora, 'POST', `/comments/${said['id']}/reports`, { rule: 'spam', reason: 'A reason' }],
    [
      visitor,
      'POST',
      `/comments/${said['id']}/reports`,
      { rule: 'spam', reason: 'A reason', email: 'guest@mail.example' },
    ],
    [dora, 'POST', `/decisions/${said['id']}/appeals`, { reason: 'A reason' }],
  ];
}

/** The faults of the refusal of one field: its own, and another field named. */
export function misses(answer: AnyAnswer, field: string): string[] {
  const pointers = ((answer.body['errors'] ?? []) as Json[]).map(({ pointer }) => pointer as string);
  return [
    ...faultsOf(answer, 422),
    ...(answer.status !== 422 ||
    pointers.some((pointer) => pointer === `#/${field}` || pointer.startsWith(`#/${field}/`))
      ? []
      : [`names ${pointers.join()}`]),
  ];
}

/** A route without the ids of this run. */
export const named = (method: string, path: string): string =>
  `${method} ${path.replace(/[\da-f-]{36}/, '{id}').replace(/c\d{5,}/, '{c}')}`;

/** Every route that only answers, with the fields its query may have. */
export const readings = ({ slug, threadId, talkId, commentId }: Places): [path: string, ...names: string[]][] => [
  ['/conferences', 'limit', 'cursor'],
  [`/conferences/${slug}`],
  [`/conferences/${slug}/talks`, 'limit', 'cursor', 'day', 'room', 'track', 'speaker', 'q'],
  [`/talks/${talkId}`],
  [`/conferences/${slug}/threads`, 'limit', 'cursor', 'sort'],
  [`/conferences/${slug}/threads?sort=active`, 'limit', 'cursor'],
  [`/threads/${threadId}`],
  ...['oldest', 'newest', 'top'].map((sort): [string, ...string[]] => [
    `/threads/${threadId}/comments?sort=${sort}`,
    'limit',
    'cursor',
    'kind',
  ]),
  [`/threads/${threadId}/changes`, 'after', 'limit'],
  [`/threads/${threadId}/questions/similar?q=words`],
  [`/threads/${threadId}/desk`],
  [`/comments/${commentId}`],
  [`/comments/${commentId}/replies`, 'limit', 'cursor'],
  [`/comments/${commentId}/revisions`],
  [`/conferences/${slug}/ledger`, 'limit', 'cursor'],
  [`/admin/conferences/${slug}/queue?kind=held`, 'limit', 'cursor'],
  [`/admin/conferences/${slug}/audit`, 'limit', 'cursor'],
  ['/me'],
  ['/me/export'],
  ['/me/statements', 'limit', 'cursor'],
  ['/me/reports', 'limit', 'cursor'],
  ['/me/talks'],
  ['/me/questions', 'limit', 'cursor'],
  ['/auth/sessions'],
  ['/auth/passkeys'],
  [`/threads/${threadId}/mine`],
  [`/threads/${threadId}/recap/versions`],
  [`/conferences/${slug}/recap/versions`],
  [`/comments/${commentId}/source`],
];
/** Texts that are no value of a field of a query. */
export const BAD: Record<string, string[]> = {
  limit: ['', '0', '101', '-1', '1.5', 'x', 'NaN', 'Infinity', '1e400', 'null', 'true', '1&limit=2', '1;2'],
  after: ['-1', '1.5', 'x', 'NaN', '2147483648', '1e400', 'null', '1&after=2'],
  sort: ['', 'upside', 'oldest&sort=top', 'constructor'],
  kind: ['', 'x', 'comment&kind=answer', '__proto__'],
  day: ['', 'x', '2026-02-31', '2026-13-01', '0000-01-01', '2026-05-02T00:00', '2026-05-02&day=2026-05-03'],
  room: ['x'.repeat(201), 'a&room=b'],
  track: ['x'.repeat(201), 'a&track=b'],
  speaker: ['x'.repeat(201), 'a&speaker=b'],
  q: ['x'.repeat(201), 'a&q=b'],
  cursor: ['', '!', 'x'.repeat(501), 'e30', 'W10', 'a&cursor=b'],
};
/** A query behind what may have one already. */
export const and = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;

export type ThingKind = 'comment' | 'thread' | 'talk' | 'persona' | 'session' | 'conference';

/** Every route that names something by an id: what stands for the id, and a good body. */
export const things = (): Record<ThingKind, [method: string, path: string, body?: Json][]> => ({
  comment: [
    ...['', '/replies', '/revisions', '/source'].map((route): [string, string] => ['GET', `/comments/{}${route}`]),
    ['PATCH', '/comments/{}', { body: 'Mine now' }],
    ['DELETE', '/comments/{}'],
    ['PUT', '/comments/{}/vote'],
    ['DELETE', '/comments/{}/vote'],
    ['PUT', '/comments/{}/kind', { kind: 'question' }],
    ['PUT', '/questions/{}/status', { status: 'taken' }],
    ['POST', '/questions/{}/answers', { body: 'Into the void' }],
    ['POST', '/admin/comments/{}/withhold', { rule: 'spam', reason: 'A reason' }],
    ['POST', '/admin/comments/{}/restore', { reason: 'A reason' }],
    ['POST', '/admin/comments/{}/release', { revision: 1 }],
    ['POST', '/admin/comments/{}/note/withhold', { rule: 'spam', reason: 'A reason' }],
    ['POST', '/admin/comments/{}/note/restore', { reason: 'A reason' }],
    ['PUT', '/admin/comments/{}/claim'],
    ['DELETE', '/admin/comments/{}/claim'],
    ['POST', '/comments/{}/reports', { rule: 'spam', reason: 'A reason' }],
    ['POST', '/admin/appeals/{}/decision', { outcome: 'upheld', reason: 'A reason' }],
    ['POST', '/admin/reports/{}/dismiss', { reason: 'A reason' }],
    ['DELETE', '/admin/sanctions/{}'],
    ['POST', '/decisions/{}/appeals', { reason: 'A reason' }],
    ['GET', '/reports/{}'],
  ],
  thread: [
    ...['', '/comments', '/changes', '/mine', '/recap', '/recap/versions'].map((route): [string, string] => [
      'GET',
      `/threads/{}${route}`,
    ]),
    ['POST', '/threads/{}/comments', { body: 'Into the void' }],
    ['PATCH', '/admin/threads/{}', { title: 'Mine' }],
    ['POST', '/threads/{}/questions', { body: 'Into the void?' }],
    ['GET', '/threads/{}/desk'],
    ['GET', '/threads/{}/questions/similar?q=void'],
    ['POST', '/threads/{}/live'],
    ['DELETE', '/threads/{}/live'],
    ['POST', '/threads/{}/announcement', { body: 'Hear' }],
    ['DELETE', '/threads/{}/announcement'],
    ['PUT', '/threads/{}/recap', { markdown: '', items: [], published: true }],
  ],
  talk: [
    ['GET', '/talks/{}'],
    ['PATCH', '/admin/talks/{}', { title: 'Mine' }],
    ['PUT', '/talks/{}/links', { links: [] }],
  ],
  persona: [
    ['PATCH', '/personas/{}', { name: 'Mine' }],
    ['DELETE', '/personas/{}'],
    ['POST', '/admin/personas/{}/sanctions', { kind: 'suspend', rule: 'spam', reason: 'A reason' }],
  ],
  session: [
    ['DELETE', '/admin/grants/{}'],
    ['DELETE', '/auth/sessions/{}'],
    ['DELETE', '/auth/passkeys/{}'],
  ],
  conference: [
    ...['', '/talks', '/threads', '/ledger'].map((route): [string, string] => ['GET', `/conferences/{}${route}`]),
    ['POST', '/conferences/{}/personas', { name: 'Somebody' }],
    ['PATCH', '/admin/conferences/{}', { title: 'Mine' }],
    ['GET', '/conferences/{}/recap'],
    ['PUT', '/conferences/{}/recap', { markdown: '', items: [], published: true }],
    ['PUT', '/conferences/{}/closing-letter', { wanted: true }],
    ['POST', '/admin/conferences/{}/threads', { slug: 'x', title: 'X' }],
    ['POST', '/admin/conferences/{}/talks', { slug: 'x', title: 'X' }],
    ['POST', '/admin/conferences/{}/invitations', { role: 'organizer' }],
    ['POST', '/admin/conferences/{}/imports', { schedule: {} }],
  ],
});

/** Goes through a route with an id as it is written. */
export const tries = (who: Person, method: string, path: string, id: string, body?: Json): Promise<AnyAnswer> =>
  sends(who, method, `/api/v1${path.replace('{}', id)}`, body ? { body: JSON.stringify(body) } : {});

/** Texts that are no id of anything. */
export const ODD_IDS = [
  'nonsense',
  '0',
  '-1',
  'null',
  'undefined',
  '%20',
  '%27%20or%201=1--',
  '%22',
  '__proto__',
  'constructor',
  '%F0%9F%98%80',
  'x'.repeat(300),
  '[]',
  '{}',
  ',',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

/** Every field of every form of the pages. */
export const FORM_FIELDS = [
  'body',
  'name',
  'email',
  'code',
  'token',
  'parentId',
  'personaId',
  'commentId',
  'threadId',
  'vote',
  'revision',
  'decision',
  'rule',
  'reason',
  'state',
  'role',
  'next',
  'tagline',
  'biography',
  'locale',
  'posts',
];

/** Requests that a parser of HTTP gives up on. */
export const NO_HTTP: [what: string, bytes: string][] = [
  ['no HTTP', 'nonsense\r\n\r\n'],
  ['an unknown method', 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a version nobody speaks', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n'],
  ['two lengths', 'POST /api/v1/claims HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
  [
    'a length and chunks',
    'POST /api/v1/claims HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a negative length', 'POST /api/v1/claims HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n{}'],
  [
    'a broken chunk',
    'POST /api/v1/claims HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: ' +
      'chunked\r\n\r\nzz\r\n{}\r\n',
  ],
  ['a NUL in a header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n'],
  ['a space in the path', 'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['headers of 100 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`],
  ['a path of 100 kB', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
];

/** The pages, and what somebody may write behind their addresses. */
export const pagesOf = (slug: string): string[] => [
  '/',
  `/c/${slug}`,
  `/c/${slug}/ledger`,
  `/c/${slug}/recap/edit`,
  `/c/${slug}/t/hallway/recap`,
  `/c/${slug}/schedule.json`,
  `/c/${slug}/t/hallway`,
  '/sign-in',
  '/claim',
  '/privacy',
  '/me',
  '/me/export',
  '/transparency',
  `/organize/${slug}`,
  `/organize/${slug}/queue`,
  ...[
    'programme',
    'programme/new',
    'discussions',
    'team',
    'settings',
    'export',
    'highlights',
    'figures',
    'transparency',
    'qr',
    'qr/slides',
    'rules',
    'log',
  ].map((part) => `/organize/${slug}/${part}`),
  `/organize/${slug}/audit`,
  `/organize/${slug}/powers`,
  `/organize/${slug}/conduct`,
  `/c/${slug}/rules`,
  `/c/${slug}/figures`,
  `/c/${slug}/t/hallway/figures`,
  '/me/questions',
  `/c/${slug}/t/hallway/answers`,
  '/problems/not-found',
];
export const PAGE_FIELDS = [
  'cursor',
  'comment',
  'reply',
  'edit',
  'sort',
  'step',
  'next',
  'lang',
  'day',
  'room',
  'track',
  'speaker',
  'q',
  'show',
  'surprise',
  '__proto__',
  'limit',
];
export const PAGE_VALUES = [
  '',
  '%27',
  '2026-02-31',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '//evil.example',
  'constructor',
  '-1',
  encodeCursor([2 ** 40]),
  encodeCursor(['x', 'y']),
];

import type { Caller } from '../access.ts';
import type { RouteHandler } from './route-handlers.ts';

/** Callers who need a grant. */
const POWERS: readonly Caller[] = ['talk-moderator', 'moderator', 'organizer'];

/** The problems of a program whose API token is not good, or not good for this route. */
const problemsOfTokens = ({ tokenScope }: RouteHandler): string[] => [
  'token-refused',
  ...(tokenScope === null ? ['token-for-people-only'] : ['token-scope-missing', 'token-elsewhere']),
];

/** The problems of what stands before every handler: the reading of bodies, the guards, the keys, the database. */
export function generalProblems(handler: RouteHandler, method: string): string[] {
  const { access, needsFresh, needsAddress, standing, hasOwnKey, takesIfMatch } = handler;
  const { caller, scope } = access;
  const isWrite = method !== 'get';
  const hasPower = POWERS.includes(caller);
  const when = (applies: boolean, ...slugs: string[]): string[] => (applies ? slugs : []);
  return [
    'invalid-request',
    'unavailable',
    // Also an address of absurd length.
    'not-found',
    ...when(isWrite, 'body-malformed', 'body-too-large', 'media-type-unsupported', 'too-many-requests'),
    ...when(isWrite && caller !== 'reader', 'origin-foreign'),
    ...when(caller !== 'reader' && (caller !== 'guest' || needsFresh), 'session-required'),
    ...when(caller !== 'reader', ...problemsOfTokens(handler)),
    ...when(hasPower, 'not-allowed'),
    ...when(hasPower && scope?.kind !== 'any', 'account-suspended', ...when(isWrite, 'account-muted')),
    ...when(standing?.asked === 'here', 'account-suspended', 'account-muted'),
    ...when(needsFresh, 'sign-in-stale'),
    ...when(needsAddress, 'address-required'),
    ...when(takesIfMatch, 'version-outdated'),
    ...when(isWrite && caller !== 'reader' && !hasOwnKey, 'idempotency-key-conflict'),
  ];
}

const CALLERS: Readonly<Record<Caller, string>> = {
  reader: 'Anybody. The session is not looked at, so that the answer is the same for everybody.',
  guest: 'Anybody, with a session or without.',
  participant: 'Anybody with a session.',
  'talk-moderator': 'Organizers and moderators of the conference, and moderators of one of its talks.',
  moderator: 'Organizers and moderators of the conference; a moderator of one talk for what belongs to it.',
  organizer: 'Organizers of the conference.',
};

/** Says who may call a route, in a sentence. */
export function callerSentence(handler: RouteHandler): string {
  const {
    access: { caller, scope },
    needsFresh,
    needsAddress,
    standing,
  } = handler;
  const who = scope?.kind === 'any' ? 'Organizers of every conference.' : CALLERS[caller];
  const full = needsAddress ? ' Guests have to confirm an address first.' : '';
  const muted = standing?.asked === 'never' ? ' Also while one is muted or suspended.' : '';
  return `${who}${full}${needsFresh ? ' Only shortly after signing in.' : ''}${muted}${tokenSentence(handler)}`;
}

/** Says which API token a route needs; nothing where no session is looked at. */
function tokenSentence({ access, tokenScope }: RouteHandler): string {
  if (access.caller === 'reader') return '';
  return tokenScope === null ? ' With no API token.' : ` With an API token that has the scope \`${tokenScope}\`.`;
}

/** The ways to call a route: with a session, or with an API token that has a scope; `{}` is without either. */
export function securityOf({ access: { caller }, tokenScope }: RouteHandler): Record<string, string[]>[] {
  if (caller === 'reader') return [];
  const ways: Record<string, string[]>[] = [
    { bearer: [] },
    { cookie: [] },
    ...(tokenScope === null ? [] : [{ apiToken: [tokenScope] }]),
  ];
  return caller === 'guest' ? [{}, ...ways] : ways;
}

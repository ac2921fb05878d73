import type { ProofChallenge } from './proof-of-work.ts';
import type { ProblemShape } from '../components/shapes.ts';

/** A refusal by the server, with its problem document. */
export class RefusedRequest extends Error {
  constructor(readonly document: ProblemShape) {
    super(document.title);
  }
}

const SESSION = 'session';
let bearer: string | null = null;
let credentials: RequestCredentials = 'same-origin';

/**
 * The session token in a frame on another site, where no cookie is sent. Kept as long as the tab, if the browser
 * allows; pages of the forum itself never store a token.
 */
export const framed = {
  /** From now on no cookie is sent or accepted, also where a browser would. */
  begin: (): void => {
    credentials = 'omit';
  },
  token: (): string | null => {
    try {
      return (bearer ??= sessionStorage.getItem(SESSION));
    } catch {
      return bearer;
    }
  },
  become: (token: string): void => {
    bearer = token;
    try {
      sessionStorage.setItem(SESSION, token);
    } catch {
      /* A browser that stores nothing for frames: until the page is left. */
    }
  },
};

/** Headers that come along with a request: a key of a write, a proof of work, the version that is edited. */
type More = { [header in 'idempotency-key' | 'sign-in-proof' | 'if-match']?: string };

async function ask<T>(method: string, url: string, body?: unknown, more?: More): Promise<T> {
  const response = await fetch(`/api/v1${url}`, {
    method,
    credentials,
    headers: {
      'accept-language': document.documentElement.lang,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...more,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === '' ? undefined : (JSON.parse(text) as unknown);
  if (response.ok) return answer as T;
  const refusal = answer as ProblemShape;
  // After a challenge the proof is computed and the request is sent again.
  if (refusal.challenge && !more?.['sign-in-proof'])
    return ask(method, url, body, {
      ...more,
      'sign-in-proof': await (await import('./sign-in-wait.ts')).prove(refusal as ProofChallenge),
    });
  throw new RefusedRequest(refusal);
}

/** Calls the API from the same origin; the session is a cookie. */
export const api = {
  get: <T>(url: string): Promise<T> => ask<T>('GET', url),
  send: <T>(method: string, url: string, body?: unknown, key?: string): Promise<T> =>
    ask<T>(method, url, body, key === undefined ? {} : { 'idempotency-key': key }),
  /** Of the version that was read, and no other; of any when it is empty. */
  edit: <T>(url: string, body: unknown, version: string): Promise<T> =>
    ask<T>('PATCH', url, body, { 'if-match': version === '' ? '*' : `"${version}"` }),
  /** Of the version that was read, and no other. */
  remove: (url: string, version: string): Promise<void> =>
    ask<void>('DELETE', url, undefined, { 'if-match': `"${version}"` }),
};

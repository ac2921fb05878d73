import type { Challenge } from './proof-of-work.ts';
import type { ProblemDocument } from '../components/shapes.ts';

/** A refusal by the server, with its problem document. */
export class Refused extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.title);
  }
}

const SESSION = 'session';
let bearer: string | null = null;
let credentials: RequestCredentials = 'same-origin';

/**
 * Who is signed in here where no cookie comes along: in a frame on another site. Kept as long as the tab, where the
 * browser lets it; no page of the forum itself ever keeps a token.
 */
export const framed = {
  /** From here on no cookie is sent or taken, also where a browser would. */
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
      /* A browser that keeps nothing for frames: until the page is left. */
    }
  },
};

async function ask<T>(method: string, url: string, body: unknown, key?: string, proof?: string): Promise<T> {
  const response = await fetch(`/api/v1${url}`, {
    method,
    credentials,
    headers: {
      'accept-language': document.documentElement.lang,
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
      ...(proof && { 'sign-in-proof': proof }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = text === '' ? undefined : (JSON.parse(text) as unknown);
  if (response.ok) return answer as T;
  const refusal = answer as ProblemDocument;
  // Many ask the same at once: the answer to the challenge is computed, and the request made again.
  if (refusal.challenge && !proof)
    return ask(method, url, body, key, await (await import('./sign-in-wait.ts')).prove(refusal as Challenge));
  throw new Refused(refusal);
}

/** The server's own doors, from the same origin; the session travels as a cookie. */
export const api = {
  get: <T>(url: string): Promise<T> => ask<T>('GET', url, undefined),
  send: <T>(method: string, url: string, body?: unknown, key?: string): Promise<T> => ask<T>(method, url, body, key),
};

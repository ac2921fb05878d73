import type { ProblemDocument } from './shapes.ts';

/** A refusal by the server, with its problem document. */
export class Refused extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.title);
  }
}

export interface Sent { body: string; parentId?: string; personaId?: string; anonymous?: boolean }

const SESSION = 'session';
let bearer: string | null = null;
let credentials: RequestCredentials = 'same-origin';

/**
 * Who is signed in here where no cookie comes along: in a frame on another site. Kept as long as the tab, where the
 * browser lets it; no page of the forum itself ever keeps a token.
 */
export const framed = {
  /** From here on no cookie is sent or taken, also where a browser would. */
  begin: (): void => { credentials = 'omit'; },
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
    } catch { /* A browser that keeps nothing for frames: until the page is left. */ }
  },
};

async function ask<T>(method: string, url: string, body: unknown, key: string | undefined): Promise<T> {
  const response = await fetch(`/api/v1${url}`, {
    method, credentials,
    headers: { 'accept-language': document.documentElement.lang, ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === undefined ? {} : { 'idempotency-key': key }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Refused(JSON.parse(text) as ProblemDocument);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** The server's own doors, from the same origin; the session travels as a cookie. */
export const api = {
  get: <T>(url: string): Promise<T> => ask<T>('GET', url, undefined, undefined),
  send: <T>(method: string, url: string, body?: unknown, key?: string): Promise<T> => ask<T>(method, url, body, key),
};

import type { ProblemDocument } from './shapes.ts';

/** A refusal by the server, with its problem document. */
export class Refused extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.title);
  }
}

export interface Sent { body: string; parentId?: string; personaId?: string; anonymous?: boolean }

async function ask<T>(method: string, url: string, body: unknown, key: string | undefined): Promise<T> {
  const response = await fetch(`/api/v1${url}`, {
    method,
    headers: { 'accept-language': document.documentElement.lang, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(key === undefined ? {} : { 'idempotency-key': key }) },
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

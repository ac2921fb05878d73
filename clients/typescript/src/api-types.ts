import type { Client, ClientPathsWithMethod, MaybeOptionalInit, MethodResponse } from 'openapi-fetch';
import type { components, paths } from './generated/api.ts';

type Schemas = components['schemas'];
export type Comment = Schemas['Comment'];
export type Thread = Schemas['Thread'];
export type Talk = Schemas['Talk'];
export type Conference = Schemas['Conference'];
/** A session opened by a code: a token, and until when it is good. */
export type Session = Schemas['SessionAnswer'];

export type Media = 'application/json';
/** The client of openapi-fetch that everything goes through. */
export type HttpClient = Client<paths, Media>;
export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type PathsWith<V extends Verb> = ClientPathsWithMethod<HttpClient, V>;

/** The answer of an operation; nothing for 204. */
export type Answer<V extends Verb, Path extends PathsWith<V>> = [MethodResponse<HttpClient, V, Path>] extends [never]
  ? void
  : MethodResponse<HttpClient, V, Path>;

/** Beside parameters and body. */
export interface Sending {
  /**
   * The `Idempotency-Key` of a write. Name it after what the write is about, and a program that is started again does
   * nothing twice; without it each call has a key of its own.
   */
  key?: string;
}

type InitOf<V extends Verb, Path extends PathsWith<V>> = MaybeOptionalInit<paths[Path], V>;
/** Parameters and body; may be left out where nothing is needed. */
export type RequestOf<V extends Verb, Path extends PathsWith<V>> =
  undefined extends InitOf<V, Path> ? [request?: InitOf<V, Path> & Sending] : [request: InitOf<V, Path> & Sending];

/** Calls an operation and answers what it answers. Throws a `Problem` when the forum refuses. */
export type Call<V extends Verb> = <Path extends PathsWith<V>>(
  path: Path,
  ...request: RequestOf<V, Path>
) => Promise<Answer<V, Path>>;

/** Lists with pages: those that answer `{items, next}`. */
export type ListPath = {
  [Path in PathsWith<'get'>]: Answer<'get', Path> extends { items: unknown[]; next: string | null } ? Path : never;
}[PathsWith<'get'>];
export type ItemOf<Path extends ListPath> =
  Answer<'get', Path> extends { items: (infer Item)[]; next: string | null } ? Item : never;

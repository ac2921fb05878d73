import createClient, { mergeHeaders, type HeadersOptions } from 'openapi-fetch';
import type { Call, HttpClient, ItemOf, ListPath, Media, RequestOf, Sending, Session, Verb } from './api-types.ts';
import { FollowedThread, type FollowOptions } from './followed-thread.ts';
import type { paths } from './generated/api.ts';
import { keyFor } from './keys.ts';
import { itemsOf, type Page } from './paging.ts';
import { Problem } from './problem.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { RetryingFetch } from './retrying-fetch.ts';

const BASE = '/api/v1';
/** Times a request is sent again; with the pauses in between half a minute, in which a node has restarted. */
const RETRIES = 8;

export interface ClientOptions {
  /** Address of the forum: `https://forum.example`. */
  url: string;
  /** An API token (`atk_…`) or the token of a session. Reading what is public needs none. */
  token?: string | undefined;
  /** The language of problems and e-mails. */
  language?: 'en' | 'fr' | undefined;
  /** Times a request is sent again after a failure that may pass; 8 when left out. */
  retries?: number;
  /** In place of the `fetch` of the platform. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Reads, writes and follows a forum, as the owner of a token or as a reader without one. */
export class AftertalkClient {
  /** The token that is sent; null while signed out. */
  token: string | null;
  /** The client of openapi-fetch below, for the headers of answers: `ETag`, `Location`, `RateLimit`. */
  readonly http: HttpClient;
  private readonly origin: string;

  constructor({ url, token, language, retries = RETRIES, fetch: fetchOnce }: ClientOptions) {
    this.origin = new URL(url).origin;
    this.token = token ?? null;
    const sender = new RetryingFetch(fetchOnce ?? ((request) => fetch(request)), retries);
    this.http = createClient<paths, Media>({
      baseUrl: this.origin + BASE,
      credentials: 'omit',
      ...(language && { headers: { 'Accept-Language': language } }),
      fetch: (request) => sender.send(request),
    });
    this.http.use({
      onRequest: ({ request, schemaPath }) => {
        const { headers, method } = request;
        if (this.token !== null && !headers.has('authorization')) headers.set('authorization', `Bearer ${this.token}`);
        const key = keyFor(method, schemaPath, headers.get('idempotency-key') ?? undefined);
        if (key === null) headers.delete('idempotency-key');
        else headers.set('idempotency-key', key);
      },
    });
  }

  readonly get: Call<'get'> = this.call('get');
  readonly post: Call<'post'> = this.call('post');
  readonly put: Call<'put'> = this.call('put');
  readonly patch: Call<'patch'> = this.call('patch');
  readonly delete: Call<'delete'> = this.call('delete');

  /** Mails a code to an address; the answer is the same whether anybody has it. */
  async requestCode(email: string): Promise<void> {
    await this.post('/auth/codes', { body: { email } });
  }

  /** Signs in with a code that was mailed; from now on its token is sent. */
  async signIn(email: string, code: string): Promise<Session> {
    const session = await this.post('/auth/sessions', { body: { email, code } });
    this.token = session.token;
    return session;
  }

  /** Ends the session whose token is sent. */
  async signOut(): Promise<void> {
    await this.delete('/auth/sessions/current');
    this.token = null;
  }

  /** Each item of a list, page by page: a page is asked for when its first item is. */
  items<Path extends ListPath>(path: Path, ...[request]: RequestOf<'get', Path>): AsyncGenerator<ItemOf<Path>> {
    return itemsOf((cursor) => this.ask<Page<ItemOf<Path>>>('get', path, withCursor(request, cursor)));
  }

  /**
   * Holds all comments of a thread and keeps them equal to the forum's: live where a WebSocket gets through, by asking
   * where none does. Resolves once all is held. Throws a `Problem` for a thread that is not there.
   */
  followThread(threadId: string, options: FollowOptions): Promise<FollowedThread> {
    return FollowedThread.follow(this.get, this.origin, threadId, options);
  }

  private call<V extends Verb>(verb: V): Call<V> {
    return (path, ...[request]) => this.ask(verb, path, request);
  }

  private async ask<T>(verb: Verb, path: string, request: UntypedRequest = {}): Promise<T> {
    const { key, headers, ...init } = request;
    const sent = mergeHeaders(headers, key === undefined ? {} : { 'idempotency-key': key });
    const call = this.http.request as unknown as UntypedCall;
    const { data, error, response } = await call(verb, path, { ...init, headers: sent });
    if (!response.ok) throw new Problem(response.status, error, retryAfterSeconds(response.headers));
    return data as T;
  }
}

type UntypedRequest = Sending & { headers?: HeadersOptions; params?: object };
/** The call below, whose types the methods above have checked. */
type UntypedCall = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const withCursor = (request: { params?: { query?: object } } | undefined, cursor: string | null): object =>
  cursor === null
    ? { ...request }
    : { ...request, params: { ...request?.params, query: { ...request?.params?.query, cursor } } };

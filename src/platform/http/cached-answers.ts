import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { isUnchanged, PUBLIC_CACHE } from './conditional.ts';
import { CORS, CORS_OF_PICTURES } from './cors.ts';
import { isPicture, ofPictures } from './fixed-headers.ts';
import { decodedPath } from './request-path.ts';
import { RouteTable } from './route-table.ts';
import { Throttle } from './throttle.ts';
import { UnreadBodies } from './unread-bodies.ts';

/** An answer that is the same for all readers, as bytes, with its compressed forms once they are made. */
export interface CachedAnswer {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Whether compression would not shrink the body: a picture. */
  readonly isPacked?: boolean;
  gzip?: Buffer;
  br?: Buffer;
  /** Each promise settles once its compressed form is made or has failed. */
  packing?: Record<'gzip' | 'br', Promise<void>>;
  written?: WrittenHeaders;
}

/** Header lists in the form Node writes fastest, names and values alternating, made once. */
interface WrittenHeaders {
  unchanged: string[];
  plain: string[];
  gzip?: string[];
  br?: string[];
}

/** A request as it came: the path with its query, and the headers. */
export interface CachedRequest {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** Finds the answer to a request if it is cached and known to be current; must be fast and never read a session. */
export type CachedRoute = (request: CachedRequest) => CachedAnswer | null;

/**
 * Sends cached answers before anything else is done for a request: no router, guard or parsing. Modules register how to
 * find answers that are the same for all. Measured: docs/benchmarks.md, `read-json` and `read-304`.
 */
@Injectable()
export class CachedAnswers {
  private readonly routes: CachedRoute[] = [];
  private fixed: Record<string, string> = {};
  private ofPictures: Record<string, string> = {};

  constructor(
    private readonly throttle: Throttle,
    private readonly routeTable: RouteTable,
  ) {}

  register(route: CachedRoute): void {
    this.routes.push(route);
  }

  /** Installs itself in front of the framework; `fixed` are the headers of every answer. */
  install(server: Server, fixed: Record<string, string>): void {
    this.fixed = fixed;
    this.ofPictures = ofPictures(fixed);
    const behind = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    const handle = (request: IncomingMessage, response: ServerResponse, household: string | null): void => {
      // A closing server has to say so to its clients, which the framework does.
      const ready = request.method === 'GET' && server.listening ? this.find(request as CachedRequest) : null;
      if (household !== null) this.throttle.chargeRequest(household);
      if (ready) {
        const bytes = this.send(ready, request as CachedRequest, response);
        if (household !== null) this.throttle.chargeBytes(household, bytes);
      } else for (const listener of behind) listener.call(server, request, response);
    };
    const unreadBodies = new UnreadBodies();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      unreadBodies.watch(request, response);
      const household = this.throttle.householdOf(request);
      const waitMs = household === null ? 0 : this.throttle.waitOf(household);
      if (waitMs === 0) handle(request, response, household);
      else setTimeout(handle, waitMs, request, response, household);
    });
  }

  private find(request: CachedRequest): CachedAnswer | null {
    for (const route of this.routes) {
      const ready = route(request);
      if (ready) return ready;
    }
    return null;
  }

  /** Returns the body's length in bytes. */
  private send(ready: CachedAnswer, request: CachedRequest, response: ServerResponse): number {
    const written = (ready.written ??= this.headsOf(ready, request));
    if (isUnchanged(request, ready.etag)) {
      response.writeHead(304, written.unchanged).end();
      return 0;
    }
    const form = formFor(ready, request.headers['accept-encoding']);
    const body = form === 'plain' ? ready.body : ready[form]!;
    const head = (written[form] ??= this.headOf(ready, {
      ...this.corsOf(ready, request),
      'content-encoding': form,
      'content-length': String(body.length),
    }));
    response.writeHead(200, head).end(body);
    return body.length;
  }

  /** An unchanged answer keeps the headers it came with (RFC 9110, 15.4.5). */
  private headsOf(ready: CachedAnswer, request: CachedRequest): WrittenHeaders {
    const { vary, 'cache-control': cacheControl = PUBLIC_CACHE } = ready.headers;
    const cors = this.corsOf(ready, request);
    const unchanged = { etag: ready.etag, 'cache-control': cacheControl, ...(vary ? { vary } : {}), ...cors };
    return {
      unchanged: Object.entries(unchanged).flat(),
      plain: this.headOf(ready, { ...cors, 'content-length': String(ready.body.length) }),
    };
  }

  /** Computed once an answer, because its heads are cached. */
  private corsOf({ headers }: CachedAnswer, { url }: CachedRequest): Readonly<Record<string, string>> {
    if (!this.routeTable.isPublicPath(decodedPath(url) ?? '')) return {};
    return isPicture(headers['content-type']) ? CORS_OF_PICTURES : CORS;
  }

  private headOf(ready: CachedAnswer, own: Record<string, string>): string[] {
    return Object.entries({
      ...(isPicture(ready.headers['content-type']) ? this.ofPictures : this.fixed),
      'cache-control': PUBLIC_CACHE,
      ...ready.headers,
      etag: ready.etag,
      ...own,
    }).flat();
  }
}

function formFor(ready: CachedAnswer, accepted: string | string[] | undefined): 'plain' | 'gzip' | 'br' {
  const coding = codingFor(accepted);
  if (coding === 'br' && ready.br) return 'br';
  return ready.gzip && accepts(accepted, GZIP) ? 'gzip' : 'plain';
}

const BR = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/;
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/;

const accepts = (accepted: string | string[] | undefined, coding: RegExp): boolean =>
  typeof accepted === 'string' && coding.test(accepted);

/** The smallest content coding that a client accepts (RFC 9110, 12.5.3). */
export function codingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | null {
  if (accepts(accepted, BR)) return 'br';
  return accepts(accepted, GZIP) ? 'gzip' : null;
}

const packWith = { br: promisify(brotliCompress), gzip: promisify(gzip) };

const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

/** Compresses a body on the threads of zlib. */
export function packed(body: Buffer, coding: 'br' | 'gzip'): Promise<Buffer> {
  if (coding === 'gzip') return packWith.gzip(body, { level: GZIP_LEVEL });
  return packWith.br(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** Cached answers by their bodies, so that code which sends such a body finds its compressed forms. */
const answersOf = new WeakMap<Buffer, CachedAnswer>();

/** The compressed form of a cached body; null while there is none. */
export const packedBefore = (body: Buffer, coding: 'br' | 'gzip'): Buffer | null =>
  answersOf.get(body)?.[coding] ?? null;

export const isKept = (body: Buffer): boolean => answersOf.has(body);

/** Starts the compression; until it is done the plain form is sent. `made` gets the number of additional bytes. */
export function compressBeside(ready: CachedAnswer, made: (bytes: number) => void): void {
  answersOf.set(ready.body, ready);
  if (ready.isPacked) return;
  const make = async (coding: 'br' | 'gzip'): Promise<void> => {
    ready[coding] = await packed(ready.body, coding);
    made(ready[coding].length);
  };
  // One after the other, the most used first, because a large document would keep both cores busy.
  const br = make('br').catch(() => undefined);
  ready.packing = { br, gzip: br.then(() => make('gzip')).catch(() => undefined) };
}

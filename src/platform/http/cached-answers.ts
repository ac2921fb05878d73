import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { isUnchanged, PUBLIC_CACHE } from './conditional.ts';
import { Throttle } from './throttle.ts';

/** An answer that is the same for everybody, as bytes, with its compressed forms once these are made. */
export interface CachedAnswer {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body gets no smaller: a picture. */
  readonly isPacked?: boolean;
  gzip?: Buffer;
  br?: Buffer;
  /** Settled once the compressed form is there, or could not be made. */
  packing?: Record<'gzip' | 'br', Promise<void>>;
  written?: Written;
}

/** The heads of an answer as Node writes them fastest: names and values in one list, made once. */
interface Written {
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

/**
 * Finds the answer to a request, if it is at hand and known to be current; must be quick, and must never look at a
 * session.
 */
export type CachedRoute = (asked: CachedRequest) => CachedAnswer | null;

/**
 * Answers that are at hand leave before anything else is done for a request: no router, no guard, no parsing, no rooms.
 * Rooms whose doors are for everybody register how to find them; they answer only for what is the same for all.
 * Measured: docs/benchmarks.md, `read-json` and `read-304`.
 */
@Injectable()
export class CachedAnswers {
  private readonly doors: CachedRoute[] = [];
  private fixed: Record<string, string> = {};

  constructor(private readonly throttle: Throttle) {}

  register(door: CachedRoute): void {
    this.doors.push(door);
  }

  /** Stands before the framework at `server`; `fixed` are the headers every answer has. */
  install(server: Server, fixed: Record<string, string>): void {
    this.fixed = fixed;
    const behind = server.listeners('request') as RequestListener[];
    server.removeAllListeners('request');
    const handle = (request: IncomingMessage, response: ServerResponse, household: string | null): void => {
      // A server that ends tells its clients so, which the framework does.
      const ready = request.method === 'GET' && server.listening ? this.find(request as CachedRequest) : null;
      if (household !== null) this.throttle.chargeRequest(household);
      if (ready) {
        const bytes = this.send(ready, request as CachedRequest, response);
        if (household !== null) this.throttle.chargeBytes(household, bytes);
      } else for (const listener of behind) listener.call(server, request, response);
    };
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const household = this.throttle.householdOf(request);
      const waitMs = household === null ? 0 : this.throttle.waitOf(household);
      if (waitMs === 0) handle(request, response, household);
      else setTimeout(handle, waitMs, request, response, household);
    });
  }

  private find(asked: CachedRequest): CachedAnswer | null {
    for (const door of this.doors) {
      const ready = door(asked);
      if (ready) return ready;
    }
    return null;
  }

  /** Answers how many bytes the body has. */
  private send(ready: CachedAnswer, asked: CachedRequest, response: ServerResponse): number {
    const written = (ready.written ??= this.headsOf(ready));
    if (isUnchanged(asked, ready.etag)) {
      response.writeHead(304, written.unchanged).end();
      return 0;
    }
    const form = formFor(ready, asked.headers['accept-encoding']);
    const body = form === 'plain' ? ready.body : ready[form]!;
    const head = (written[form] ??= this.headOf(ready, {
      'content-encoding': form,
      'content-length': String(body.length),
    }));
    response.writeHead(200, head).end(body);
    return body.length;
  }

  /** What is unchanged keeps the other headers it came with (RFC 9110, 15.4.5). */
  private headsOf(ready: CachedAnswer): Written {
    const { vary, 'cache-control': cacheControl = PUBLIC_CACHE } = ready.headers;
    return {
      unchanged: ['etag', ready.etag, 'cache-control', cacheControl, ...(vary ? ['vary', vary] : [])],
      plain: this.headOf(ready, { 'content-length': String(ready.body.length) }),
    };
  }

  private headOf(ready: CachedAnswer, own: Record<string, string>): string[] {
    return Object.entries({
      ...this.fixed,
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

/** The coding a client takes (RFC 9110, 12.5.3), the smaller one first. */
export function codingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | null {
  if (accepts(accepted, BR)) return 'br';
  return accepts(accepted, GZIP) ? 'gzip' : null;
}

const packWith = { br: promisify(brotliCompress), gzip: promisify(gzip) };

const BROTLI_QUALITY = 5;
const GZIP_LEVEL = 6;

/** A body in one of the codings, made by the threads of zlib. */
export function packed(body: Buffer, coding: 'br' | 'gzip'): Promise<Buffer> {
  if (coding === 'gzip') return packWith.gzip(body, { level: GZIP_LEVEL });
  return packWith.br(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** Answers by their bodies, so that who sends such a body finds its compressed forms. */
const answersOf = new WeakMap<Buffer, CachedAnswer>();

/** The compressed form of a body that is kept, or null while there is none. */
export const packedBefore = (body: Buffer, coding: 'br' | 'gzip'): Buffer | null =>
  answersOf.get(body)?.[coding] ?? null;

export const isKept = (body: Buffer): boolean => answersOf.has(body);

/**
 * Makes the compressed forms beside; until they are there the plain one is sent. `made` hears how many bytes came in
 * addition.
 */
export function compressBeside(ready: CachedAnswer, made: (bytes: number) => void): void {
  answersOf.set(ready.body, ready);
  if (ready.isPacked) return;
  const make = async (coding: 'br' | 'gzip'): Promise<void> => {
    ready[coding] = await packed(ready.body, coding);
    made(ready[coding].length);
  };
  // One after the other, what most take first: a large document would keep two cores from everybody else.
  const br = make('br').catch(() => undefined);
  ready.packing = { br, gzip: br.then(() => make('gzip')).catch(() => undefined) };
}

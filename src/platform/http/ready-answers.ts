import { brotliCompress, constants, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnchanged, PUBLIC_CACHE } from './conditional.ts';

/** An answer that is the same for everybody, as bytes, with its compressed forms once these are made. */
export interface ReadyAnswer { readonly etag: string; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer; gzip?: Buffer; br?: Buffer; written?: Written }

/** The heads of an answer as Node writes them fastest: names and values in one list, made once. */
interface Written { unchanged: string[]; plain: string[]; gzip?: string[]; br?: string[] }

/** Finds the answer to a request, if it is at hand and known to be current; must be quick, and must never look at a session. */
export type ReadyDoor = (request: FastifyRequest) => ReadyAnswer | null;

/**
 * Answers that are at hand leave before anything else is done for a request: no guard, no parsing, no rooms. Rooms whose
 * doors are for everybody register how to find them; they answer only for what is the same for all.
 */
@Injectable()
export class ReadyAnswers {
  private readonly doors: ReadyDoor[] = [];
  private fixed: Record<string, string> = {};

  register(door: ReadyDoor): void {
    this.doors.push(door);
  }

  /** `fixed` are the headers every answer has. */
  install(fastify: FastifyInstance, fixed: Record<string, string>): void {
    this.fixed = fixed;
    fastify.addHook('onRequest', (request, reply, done) => {
      const ready = request.method === 'GET' ? this.find(request) : null;
      if (ready) this.send(ready, request, reply);
      else done();
    });
  }

  private find(request: FastifyRequest): ReadyAnswer | null {
    for (const door of this.doors) {
      const ready = door(request);
      if (ready) return ready;
    }
    return null;
  }

  private send(ready: ReadyAnswer, request: FastifyRequest, reply: FastifyReply): void {
    reply.hijack();
    const { raw } = reply;
    const written = (ready.written ??= this.headsOf(ready));
    if (isUnchanged(request, ready.etag)) {
      raw.writeHead(304, written.unchanged).end();
      return;
    }
    const form = formFor(ready, request.headers['accept-encoding']);
    if (form === 'plain') raw.writeHead(200, written.plain).end(ready.body);
    else raw.writeHead(200, (written[form] ??= this.headOf(ready, { 'content-encoding': form, 'content-length': String(ready[form]!.length) }))).end(ready[form]);
  }

  /** What is unchanged keeps the other headers it came with (RFC 9110, 15.4.5). */
  private headsOf(ready: ReadyAnswer): Written {
    const { vary } = ready.headers;
    return {
      unchanged: ['etag', ready.etag, 'cache-control', PUBLIC_CACHE, ...(vary ? ['vary', vary] : [])],
      plain: this.headOf(ready, { 'content-length': String(ready.body.length) }),
    };
  }

  private headOf(ready: ReadyAnswer, own: Record<string, string>): string[] {
    return Object.entries({ ...this.fixed, ...ready.headers, etag: ready.etag, 'cache-control': PUBLIC_CACHE, ...own }).flat();
  }
}

function formFor(ready: ReadyAnswer, accepted: string | string[] | undefined): 'plain' | 'gzip' | 'br' {
  if (typeof accepted !== 'string') return 'plain';
  if (ready.br && /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted)) return 'br';
  return ready.gzip && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accepted) ? 'gzip' : 'plain';
}

/** Makes the compressed forms beside; until they are there the plain one is sent. `made` hears how many bytes came in addition. */
export function compressBeside(ready: ReadyAnswer, made: (bytes: number) => void): void {
  gzip(ready.body, { level: 6 }, (error, packed) => {
    if (error) return;
    ready.gzip = packed;
    made(packed.length);
  });
  brotliCompress(ready.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: ready.body.length } }, (error, packed) => {
    if (error) return;
    ready.br = packed;
    made(packed.length);
  });
}

import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codingFor, isKept, packed, packedBefore } from './cached-answers.ts';

/** Shortest body worth compressing, in bytes. */
const BYTES_AT_LEAST = 1_000;

/** Largest library file that is compressed, in bytes, and most compressed forms that are kept. */
const FILE_BYTES_AT_MOST = 4 * 1024 * 1024;
const FILES_REMEMBERED = 16;

/** Media types that compression shrinks; pictures and archives are compressed already. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|[\w.]+\+(?:json|xml))|image\/svg)/;

/**
 * Compresses public answers only. The length of a compressed secret tells about text that an attacker mixes in (BREACH,
 * 2013), so anything that is not public, and any request with a cookie or a token, stays plain.
 */
export function compressPublic(fastify: FastifyInstance): void {
  const files = new PackedFiles();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (payload instanceof Readable) return void files.send({ request, reply, payload, done });
    const body = isForEverybody(request, reply) ? bodyOf(payload) : null;
    if (body === null || body.length < BYTES_AT_LEAST) return done(null, payload);
    void reply.header('vary', withEncoding(reply.getHeader('vary')));
    const coding = codingFor(request.headers['accept-encoding']);
    if (coding === null) return done(null, payload);
    void sendPacked({ body, coding, reply, done });
  });
}

interface SentFile {
  request: FastifyRequest;
  reply: FastifyReply;
  payload: Readable;
  done: HookCallback;
}

/** Files of libraries (the page that shows the API), compressed once. */
class PackedFiles {
  private readonly forms = new Map<string, Promise<Buffer>>();

  async send({ request, reply, payload, done }: SentFile): Promise<void> {
    const bytes = Number(reply.getHeader('content-length') ?? Infinity);
    if (!isForEverybody(request, reply) || bytes < BYTES_AT_LEAST || bytes > FILE_BYTES_AT_MOST)
      return done(null, payload);
    void reply.header('vary', withEncoding(reply.getHeader('vary')));
    const coding = codingFor(request.headers['accept-encoding']);
    if (coding === null) return done(null, payload);
    try {
      const form = await this.formOf(
        `${coding} ${String(reply.getHeader('etag'))} ${request.url.split('?')[0]}`,
        payload,
        coding,
      );
      void reply.removeHeader('content-length').header('content-encoding', coding);
      done(null, form);
    } catch (error) {
      done(error as Error);
    }
  }

  private formOf(key: string, payload: Readable, coding: 'br' | 'gzip'): Promise<Buffer> {
    const known = this.forms.get(key);
    if (known) {
      payload.destroy();
      return known;
    }
    const form = buffer(payload).then((body) => packed(body, coding));
    if (this.forms.size < FILES_REMEMBERED) this.forms.set(key, form);
    form.catch(() => this.forms.delete(key));
    return form;
  }
}

type HookCallback = (error: Error | null, payload?: unknown) => void;

interface CompressionJob {
  body: Buffer;
  coding: 'br' | 'gzip';
  reply: FastifyReply;
  done: HookCallback;
}

async function sendPacked({ body, coding, reply, done }: CompressionJob): Promise<void> {
  try {
    const form = await formOf(body, coding);
    if (form) void reply.header('content-encoding', coding);
    done(null, form ?? body);
  } catch (error) {
    done(error as Error);
  }
}

/** The compressed form of a body. A cached body is compressed beside its first answer and null until then. */
async function formOf(body: Buffer, coding: 'br' | 'gzip'): Promise<Buffer | null> {
  return isKept(body) ? packedBefore(body, coding) : packed(body, coding);
}

function bodyOf(payload: unknown): Buffer | null {
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload) ? payload : null;
}

function isForEverybody({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  const isAnonymous = headers.cookie === undefined && headers.authorization === undefined;
  if (method !== 'GET' || reply.statusCode !== 200 || !isAnonymous) return false;
  const sent = reply.getHeaders();
  return (
    sent['content-encoding'] === undefined &&
    sent['set-cookie'] === undefined &&
    String(sent['cache-control']).startsWith('public') &&
    COMPRESSIBLE.test(String(sent['content-type']))
  );
}

function withEncoding(vary: unknown): string {
  if (typeof vary !== 'string' || vary === '') return 'Accept-Encoding';
  return /accept-encoding/i.test(vary) ? vary : `${vary}, Accept-Encoding`;
}

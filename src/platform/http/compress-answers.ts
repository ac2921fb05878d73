import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codingFor, isKept, packed, packedBefore } from './cached-answers.ts';
import { isForApi } from './request-path.ts';

/** Shortest body worth compressing, in bytes. */
const BYTES_AT_LEAST = 1_000;

/** Largest library file that is compressed, in bytes, and most compressed forms that are kept. */
const FILE_BYTES_AT_MOST = 4 * 1024 * 1024;
const FILES_REMEMBERED = 16;

/** Media types that compression shrinks; pictures and archives are compressed already. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|xml|javascript|[\w.]+\+(?:json|xml))|image\/svg)/;

const READS: readonly string[] = ['GET', 'HEAD'];

/**
 * Compresses all answers except those that mix private data with input of the request, because their length would tell
 * an attacker whether the two are alike (BREACH, 2013).
 */
export function compressAnswers(fastify: FastifyInstance): void {
  const files = new PackedFiles();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (payload instanceof Readable) return void files.send({ request, reply, payload, done });
    const body = mayPack(request, reply) ? bodyOf(payload) : null;
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
    if (!mayPack(request, reply) || !isPublic(reply) || bytes < BYTES_AT_LEAST || bytes > FILE_BYTES_AT_MOST)
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

function mayPack(request: FastifyRequest, reply: FastifyReply): boolean {
  const sent = reply.getHeaders();
  return (
    READS.includes(request.method) &&
    sent['content-encoding'] === undefined &&
    sent['set-cookie'] === undefined &&
    COMPRESSIBLE.test(String(sent['content-type'])) &&
    (isPublic(reply) || !mixesInput(request, reply))
  );
}

/** An answer that shared caches may store holds no private data. */
const isPublic = (reply: FastifyReply): boolean => String(reply.getHeader('cache-control')).startsWith('public');

/**
 * Whether input of the request may stand beside private data: pages repeat their query, refusals of the API the names
 * of fields, and only requests with a session are answered with private data.
 */
function mixesInput(request: FastifyRequest, { statusCode }: FastifyReply): boolean {
  const { cookie, authorization } = request.headers;
  const isAnonymous = cookie === undefined && authorization === undefined;
  if (isForApi(request)) return statusCode !== 200 && !isAnonymous;
  return request.url.includes('?') || (statusCode !== 200 && !isAnonymous);
}

function withEncoding(vary: unknown): string {
  if (typeof vary !== 'string' || vary === '') return 'Accept-Encoding';
  return /accept-encoding/i.test(vary) ? vary : `${vary}, Accept-Encoding`;
}

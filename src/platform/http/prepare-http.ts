import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { malformedBody, notFound, unsupportedMediaType } from '../../kernel/common.problems.ts';
import { Config } from '../config/settings.ts';
import { isUuid } from '../../kernel/ids.ts';
import { compressAnswers } from './compress-answers.ts';
import { CORS, CORS_OF_PICTURES } from './cors.ts';
import { fixedHeaders, isPicture, ofPictures } from './fixed-headers.ts';
import { InputPipe } from './input.pipe.ts';
import { LargeBodies } from './large-bodies.ts';
import { MovedPaths } from './moved-paths.ts';
import { ProblemFilter } from './problem.filter.ts';
import { FairEntrance } from './fair-entrance.ts';
import { FastRoutes } from './fast-routes.ts';
import { decodedPath, isForApi } from './request-path.ts';
import { CachedAnswers } from './cached-answers.ts';
import { QueryGuard } from './query.guard.ts';
import { sendRateLimits } from './rate-limit-fields.ts';
import { RouteTable } from './route-table.ts';
import { UnmatchedRequests } from './unmatched-requests.ts';
import { refusalOfText } from './unstorable.ts';
import { WriteSignal } from './write-signal.ts';

/**
 * The built client: scripts and styles under names that change with their contents. Beside the built server, or in
 * dist/ beside the sources.
 */
export const publicDir =
  ['../../../public', '../../../dist/public']
    .map((place) => path.resolve(import.meta.dirname, place))
    .find((dir) => existsSync(dir)) ?? path.resolve(import.meta.dirname, '../../../public');

/** Notes of the build (`.vite/manifest.json`) and source maps are not served. */
const NOT_PUBLIC = { dotfiles: 'ignore', allowedPath: (file: string) => !/\.map(?:\.br|\.gz)?$/.test(file) } as const;

/** Sets up what all routes share: headers, bodies, input, refusals. Called once, before the modules start. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const filter = app.get(ProblemFilter);
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.useGlobalPipes(new InputPipe());
  app.useGlobalGuards(new QueryGuard());
  app.useGlobalFilters(filter);
  app.get(RouteTable).install(fastify);
  await app.register(formbody as never, { bodyLimit: 64 * 1024 } as never);
  if (existsSync(publicDir))
    await app.register(
      fastifyStatic as never,
      {
        root: publicDir,
        prefix: '/assets/',
        immutable: true,
        maxAge: '365d',
        decorateReply: false,
        index: false,
        preCompressed: true,
        ...NOT_PUBLIC,
      } as never,
    );
  const fixed = fixedHeaders(config);
  app.get(MovedPaths).install(fastify);
  app.get(CachedAnswers).install(app.getHttpServer() as Server, fixed);
  app.get(LargeBodies).install(fastify);
  readJsonStrictly(fastify, app.get(LargeBodies));
  sendFixedHeaders(fastify, fixed, app.get(RouteTable));
  sendRateLimits(fastify);
  compressAnswers(fastify);
  app.get(WriteSignal).install(fastify);
  fastify.addHook('onRequest', (request, _reply, done) => done(refusalOfPath(request) ?? refusalOfBody(request)));
  app.get(UnmatchedRequests).install(fastify);
  fastify.addHook('preValidation', (request, _reply, done) => {
    spellIdsAlike(request.params as Record<string, string>);
    const { query, params, body } = request;
    done(refusalOfText({ query, params, body, isForApi: isForApi(request) }));
  });
  app.get(FairEntrance).install(fastify);
  app.get(FastRoutes).install(fastify, fixed);
}

/** Parses JSON by RFC 8259, without `__proto__` and excessive depth. Throws `body-malformed`. */
function readJsonStrictly(fastify: FastifyInstance, files: LargeBodies): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser(
    [
      'application/xml',
      'text/xml',
      'application/vnd.c3voc.schedule+xml',
      'application/octet-stream',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'image/png',
      'image/jpeg',
      'image/webp',
    ],
    { parseAs: 'buffer' },
    (request: FastifyRequest, _body: Buffer, done: (error: Error | null, value?: unknown) => void) => {
      const file = files.fileOf(request);
      return file ? done(null, file) : done(unsupportedMediaType());
    },
  );
  // RFC 8058, section 3.2: mail programs send the one-click form in either encoding; our link holds all that is needed.
  fastify.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    (request: FastifyRequest, _body: Buffer, done: (error: Error | null, value?: unknown) => void) =>
      // A form with files is read by its page.
      request.routeOptions.url === '/letters/end' || files.fileOf(request)
        ? done(null, undefined)
        : done(unsupportedMediaType()),
  );
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, body: Buffer, done: (error: Error | null, value?: unknown) => void) => {
      const file = files.fileOf(request);
      if (file) return done(null, file);
      if (body.length === 0) return done(null, undefined);
      try {
        done(null, withoutTraps(JSON.parse(UTF8.decode(body)), 0));
      } catch {
        done(malformedBody());
      }
    },
  );
}

const DEPTH = 20;

/** Refuses invalid UTF-8 and a byte order mark. */
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function withoutTraps(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEPTH) throw new Error('too deep');
  if (Object.hasOwn(value, '__proto__') || Object.hasOwn(value, 'constructor') || Object.hasOwn(value, 'prototype'))
    throw new Error('a name that is not data');
  for (const part of Object.values(value)) withoutTraps(part, depth + 1);
  return value;
}

/** A common path: nothing to decode, no step up, no empty step. */
const PLAIN_PATH = /^(?:\/[\w-]+)+$/;

/** Returns `not-found` for a path that cannot be decoded or is longer than 4,096 characters. */
function refusalOfPath(request: FastifyRequest): Error | undefined {
  if (request.url.length > 4_096) return notFound();
  if (PLAIN_PATH.test(request.url)) return undefined;
  const path = decodedPath(request.url);
  // Proxies disagree about steps up and empty steps, so neither is served. Browsers read a backslash as a slash, which
  // makes a link lead to another path or another site.
  return path === null || /[\0\\]|\/\/|\/\.{1,2}(?:\/|$)/.test(path) ? notFound() : undefined;
}

/**
 * Refuses compressed bodies, and forms at the API: it takes JSON only, which a page of another site cannot send without
 * a preflight.
 */
function refusalOfBody(request: FastifyRequest): Error | undefined {
  const { headers } = request;
  // Bodies are never decompressed here, so a compressed one would be misread.
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    return unsupportedMediaType();
  return isForApi(request) && /^\s*application\/x-www-form-urlencoded/i.test(headers['content-type'] ?? '')
    ? unsupportedMediaType()
    : undefined;
}

/** Ids may be written in capitals (RFC 9562, section 4); here they are lower case. */
function spellIdsAlike(params: Record<string, string>): void {
  for (const [name, value] of Object.entries(params)) if (isUuid(value)) params[name] = value.toLowerCase();
}

/** The challenge of a 401 (RFC 6750, section 3), which says when a token was sent and not accepted. */
const challengeTo = ({ headers }: FastifyRequest): string =>
  `Bearer realm="aftertalk"${headers.authorization === undefined ? '' : ', error="invalid_token"'}`;

function sendFixedHeaders(fastify: FastifyInstance, fixed: Record<string, string>, routeTable: RouteTable): void {
  const pictures = ofPictures(fixed);
  fastify.addHook(
    'onSend',
    (
      request: FastifyRequest,
      reply: FastifyReply,
      payload: unknown,
      done: (error: Error | null, payload: unknown) => void,
    ) => {
      const own = reply.getHeader('content-security-policy');
      const isPictured = isPicture(reply.getHeader('content-type'));
      void reply.headers(isPictured ? pictures : fixed);
      // A page that other sites may frame sets its own policy.
      if (own !== undefined) void reply.header('content-security-policy', own);
      if (routeTable.isPublicRead(request)) void reply.headers(isPictured ? CORS_OF_PICTURES : CORS);
      if (reply.statusCode === 401) void reply.header('www-authenticate', challengeTo(request));
      if (reply.getHeader('cache-control') === undefined) void reply.header('cache-control', 'no-store');
      done(null, payload);
    },
  );
}

import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { negotiateLocale, wishedLocale, type Locale } from '../../../locales/words.ts';
import {
  malformedBody,
  methodNotAllowed,
  notFound,
  tooLarge,
  unsupportedMediaType,
} from '../../kernel/common.problems.ts';
import { blindId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { asRefusal } from '../database/away.ts';
import { Log } from '../logging/log.ts';
import { isForApi } from './request-path.ts';
import { Throttle } from './throttle.ts';
import { bugDocument, problemDocument, type ProblemDocument } from './problem-document.ts';

/**
 * Draws a problem for somebody who looks at a page, in the language of that page. The pages room hands one in at start.
 */
export interface ProblemPages {
  localeOf(request: FastifyRequest): Locale;
  draw(document: ProblemDocument, request: FastifyRequest): string;
}

/** Every refusal leaves by here: JSON for programs, a page for people. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private pages: ProblemPages | null = null;

  constructor(
    private readonly log: Log,
    private readonly throttle: Throttle,
  ) {}

  renderPagesWith(pages: ProblemPages): void {
    this.pages = pages;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    const requestId = blindId();
    const problem = toProblem(asRefusal(error), request);
    // A client that hung up in the middle is no fault of ours.
    if (!problem && !request.raw.socket.destroyed)
      this.log.error({ error, requestId, method: request.method, path: request.url.split('?')[0] }, 'a request failed');
    const pages = wantsPage(request) ? this.pages : null;
    const document = problem
      ? problemDocument(problem, pages ? pages.localeOf(request) : localeOf(request), requestId)
      : bugDocument(requestId);
    if (document.status === 429) this.chargeRefusal(request);
    const retryAfter = problem?.extra.retryAfterSeconds ?? (document.status === 503 ? 2 : undefined);
    if (retryAfter !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
    void reply.status(document.status).header('cache-control', 'no-store');
    if (!pages)
      void reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document));
    else void reply.header('content-type', 'text/html; charset=utf-8').send(pages.draw(document, request));
  }

  /** Who goes on after being refused for too many requests is answered more slowly. */
  private chargeRefusal(request: FastifyRequest): void {
    const household = this.throttle.householdOf(request.raw);
    if (household !== null) this.throttle.chargeRefusal(household);
  }
}

const wantsPage = (request: FastifyRequest): boolean =>
  !isForApi(request) && (request.headers.accept ?? '').includes('text/html');

export const localeOf = (request: FastifyRequest): Locale => negotiateLocale(request.headers['accept-language'], 'en');

/** The language a client asks for; null for one that speaks neither of ours, which gets the conference's. */
export const wishedLocaleOf = (request: FastifyRequest): Locale | null =>
  wishedLocale(request.headers['accept-language']);

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const isFastifys = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
  return isFastifys ? (error.statusCode as number) : 500;
}

/** Fastify and Nest refuse some requests themselves; each of those has a declared problem of ours. */
function toProblem(error: unknown, { method }: FastifyRequest): Problem | null {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  switch (status) {
    // A request without a body can only be wrong in its path.
    case 400:
      return method === 'GET' || method === 'HEAD' ? notFound() : malformedBody();
    case 404:
      return notFound();
    case 405:
      return methodNotAllowed();
    case 413:
      return tooLarge();
    case 415:
      return unsupportedMediaType();
    case 414:
    case 431:
      return notFound();
    default:
      return status < 500 ? malformedBody() : null;
  }
}

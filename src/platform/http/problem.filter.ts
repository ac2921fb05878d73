import { Catch, HttpException, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { negotiateLocale, wishedLocale, type Locale } from '../../../locales/words.ts';
import {
  malformedBody,
  methodNotAllowed,
  notFound,
  tooLarge,
  unsupportedImageType,
  unsupportedMediaType,
} from '../../kernel/common.problems.ts';
import { blindId } from '../../kernel/ids.ts';
import { Problem } from '../../kernel/problem.ts';
import { asRefusal } from '../database/away.ts';
import { takenBy } from './large-bodies.ts';
import { Log } from '../logging/log.ts';
import { isForApi } from './request-path.ts';
import { Throttle } from './throttle.ts';
import { bugDocument, problemDocument, type ProblemDocument } from './problem-document.ts';

/** Draws a problem as a page in the reader's language. The pages module registers it at start. */
export interface ProblemPages {
  localeOf(request: FastifyRequest): Locale;
  draw(document: ProblemDocument, request: FastifyRequest): Promise<string>;
}

/** Renders every refusal: JSON for programs, a page for people. */
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
    // A client that disconnected is no fault of ours.
    if (!problem && !request.raw.socket.destroyed)
      this.log.error({ error, requestId, method: request.method, path: request.url.split('?')[0] }, 'a request failed');
    const pages = wantsPage(request) ? this.pages : null;
    const locale = pages ? pages.localeOf(request) : localeOf(request);
    const document = problem ? problemDocument(problem, locale, requestId) : bugDocument(requestId);
    // A proof of work is costly enough, so a crowd behind one address that computes it is not slowed as well.
    if (document.status === 429 && !('challenge' in document)) this.chargeRefusal(request);
    const retryAfter = problem?.extra.retryAfterSeconds ?? (document.status === 503 ? 2 : undefined);
    if (retryAfter !== undefined) void reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfter))));
    // A thing that was written may be removed before it is read for the answer, which would have its version then.
    void reply.removeHeader('etag').removeHeader('location');
    void reply.status(document.status).headers({
      'cache-control': 'no-store',
      'content-language': problem || pages ? locale : 'en',
      vary: 'Accept-Language',
    });
    if (!pages)
      void reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(document));
    else {
      void reply.header('content-type', 'text/html; charset=utf-8');
      void pages.draw(document, request).then(
        (html) => reply.send(html),
        (failure: unknown) => {
          this.log.error({ error: failure, requestId }, 'the page of a problem could not be drawn');
          void reply.header('content-type', 'text/plain; charset=utf-8').send(document.title);
        },
      );
    }
  }

  /** A household that goes on after `too-many-requests` is answered more slowly. */
  private chargeRefusal(request: FastifyRequest): void {
    const household = this.throttle.householdOf(request.raw);
    if (household !== null) this.throttle.chargeRefusal(household);
  }
}

const wantsPage = (request: FastifyRequest): boolean =>
  !isForApi(request) && (request.headers.accept ?? '').includes('text/html');

export const localeOf = (request: FastifyRequest): Locale => negotiateLocale(request.headers['accept-language'], 'en');

/** The language that a client asks for; null for neither French nor English, so that the conference's is used. */
export const wishedLocaleOf = (request: FastifyRequest): Locale | null =>
  wishedLocale(request.headers['accept-language']);

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const isFastifys = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
  return isFastifys ? (error.statusCode as number) : 500;
}

/** Maps the refusals of Fastify and Nest to declared problems. */
function toProblem(error: unknown, { method, routeOptions }: FastifyRequest): Problem | null {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  switch (status) {
    // A request without a body can be wrong in its path only.
    case 400:
      return method === 'GET' || method === 'HEAD' ? notFound() : malformedBody();
    case 404:
      return notFound();
    case 405:
      return methodNotAllowed();
    case 413:
      return tooLarge();
    case 415:
      return takenBy(routeOptions.url)?.isImage ? unsupportedImageType() : unsupportedMediaType();
    case 414:
    case 431:
      return notFound();
    default:
      return status < 500 ? malformedBody() : null;
  }
}

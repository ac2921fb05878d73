import { createParamDecorator, Injectable, Res, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpExchange } from '../platform/http/http-exchange.ts';
import { PageContexts } from './page-contexts.ts';
import { RequestedPage } from './requested-page.ts';
import { TeamLinks } from './team-links.ts';

type ExchangeGetter = () => HttpExchange;

/** Makes a handler's `RequestedPage` from the request and the reply. */
@Injectable()
export class PageRequestPipe implements PipeTransform<ExchangeGetter, Promise<RequestedPage>> {
  constructor(
    private readonly pageContexts: PageContexts,
    private readonly teamLinks: TeamLinks,
  ) {}

  async transform(exchange: ExchangeGetter): Promise<RequestedPage> {
    const { request, reply } = exchange();
    const [team, around] = await Promise.all([
      this.teamLinks.find(request),
      hasNoConference(request) ? this.pageContexts.conferenceAround(request) : null,
    ]);
    return new RequestedPage(this.pageContexts, request, reply, { team, around });
  }
}

/** Pages about an account, the forum or a problem, which wear the brand of the conference around them. */
const OF_NO_CONFERENCE =
  /^\/(?:sign-in|me|claim|privacy|accessibility|problems|unsubscribe|reports|transparency)(?:[/?]|$)/;

const hasNoConference = ({ url }: FastifyRequest): boolean => OF_NO_CONFERENCE.test(url);

/** A function, because the input pipe walks through every object, and a request has cycles. */
const ExchangeParam = createParamDecorator((_: unknown, context: ExecutionContext): ExchangeGetter => {
  const http = context.switchToHttp();
  return () => ({ request: http.getRequest<FastifyRequest>(), reply: http.getResponse<FastifyReply>() });
});

/** Passes a `RequestedPage` to a handler, which sends the answer through it. */
export function PageRequest(): ParameterDecorator {
  return (target, key, index) => {
    ExchangeParam(PageRequestPipe)(target, key, index);
    // Nest sends what a handler returns unless one of its parameters is the reply; this adds one behind the last.
    const handler = (target as Record<string | symbol, unknown>)[key!] as (...args: unknown[]) => unknown;
    Res()(target, key, handler.length);
  };
}

import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The rest of one limit for a client. */
export interface LimitState {
  /** As structured fields have it: `"account";q=60;w=10`. */
  readonly policy: string;
  readonly name: string;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** A request that was counted; a limit notes itself here, also when it refuses. */
export interface LimitedRequest {
  limits?: readonly LimitState[];
}

/** The name and the numbers of a limit, for `RateLimit-Policy`; `quota` requests in a window of seconds. */
export const policyOf = (name: string, quota: number, windowSeconds: number): string =>
  `"${name}";q=${quota};w=${windowSeconds}`;

/**
 * `RateLimit-Policy` and `RateLimit` of a request that was counted (draft-ietf-httpapi-ratelimit-headers-10), as names
 * and values in one list; empty for one that was not.
 */
export function rateLimitFields({ limits }: LimitedRequest): string[] {
  if (limits === undefined || limits.length === 0) return [];
  return [
    'ratelimit-policy',
    limits.map(({ policy }) => policy).join(', '),
    'ratelimit',
    limits.map(({ name, remaining, resetSeconds }) => `"${name}";r=${remaining};t=${resetSeconds}`).join(', '),
  ];
}

/** Says on every answer to a counted request what is left; fast routes say it themselves. */
export function sendRateLimits(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request: FastifyRequest & LimitedRequest, reply, payload, done) => {
    const fields = rateLimitFields(request);
    for (let i = 0; i < fields.length; i += 2) void reply.header(fields[i]!, fields[i + 1]!);
    done(null, payload);
  });
}

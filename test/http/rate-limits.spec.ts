import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ACCOUNT_WRITES, NETWORK_WRITES } from '../../src/sessions/write-limits.ts';
import { BUILT_A_MINUTE } from '../../src/sessions/reading-limits.ts';
import { declaredRoutes, filled } from '../support/declared-routes.ts';
import { worldOfRoutes, type RoutesWorld } from './world-of-routes.ts';

let forum: RoutesWorld;
beforeAll(async () => {
  forum = await worldOfRoutes({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.0/8' });
});
afterAll(() => forum.world.close());

/** A network of its own for each request, so that none is refused. */
let networks = 0;
const from = (): Record<string, string> => ({ 'x-forwarded-for': `203.${(networks += 1) % 200}.113.7` });

const ask = (method: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(forum.world.base + filled(path, forum.things), {
    method,
    redirect: 'manual',
    headers: { ...from(), ...headers },
  });

/** A list of structured fields (RFC 9651) as these two headers have it: a string with numbers behind. */
function listIn(field: string | null): { name: string; numbers: Record<string, number> }[] {
  return (field ?? '').split(', ').map((item) => {
    const [, name, parameters] = /^"([a-z0-9-]+)"((?:;[a-z]+=\d+)+)$/.exec(item) ?? [];
    if (name === undefined) throw new Error(`${item} is no item with numbers`);
    const numbers = parameters!
      .slice(1)
      .split(';')
      .map((each) => each.split('=') as [string, string]);
    return { name, numbers: Object.fromEntries(numbers.map(([key, value]) => [key, Number(value)])) };
  });
}

const policyOf = (limits: readonly { writes: number; seconds: number }[]): object[] =>
  limits.map(({ writes, seconds }) => ({ q: writes, w: seconds }));

describe('a limited route', () => {
  it('says what its limits are and what is left, on every route that writes', async () => {
    const silent: string[] = [];
    for (const { method, path } of declaredRoutes(forum.world).filter(({ method: each }) => each !== 'GET')) {
      const { status, headers } = await ask(method, path);
      const policy = listIn(headers.get('ratelimit-policy'));
      const left = listIn(headers.get('ratelimit'));
      expect(policy.map(({ numbers }) => numbers)).toEqual(policyOf(NETWORK_WRITES));
      expect(left.map(({ name }) => name)).toEqual(policy.map(({ name }) => name));
      const isCounted = left.every(({ numbers: { r, t } }, i) => r! < policy[i]!.numbers['q']! && t! >= 1);
      if (!isCounted) silent.push(`${method} ${path}: ${status}`);
    }
    expect(silent).toEqual([]);
  });

  it('counts an account in its session, also on the fast routes, down to none', async () => {
    const { ada, said } = forum;
    const vote = (): Promise<Response> =>
      ask('PUT', `/api/v1/comments/${said['id'] as string}/vote`, { authorization: `Bearer ${ada.token!}` });
    const leftAfter = async (answer: Promise<Response>): Promise<{ status: number; left: number }> => {
      const { status, headers } = await answer;
      expect(listIn(headers.get('ratelimit-policy')).map(({ numbers }) => numbers)).toEqual(policyOf(ACCOUNT_WRITES));
      return { status, left: listIn(headers.get('ratelimit'))[0]!.numbers['r']! };
    };
    const [before, now] = [await leftAfter(vote()), await leftAfter(vote())];
    expect(before.left - now.left).toBe(1);
    const rest = await Promise.all(Array.from({ length: ACCOUNT_WRITES[0]!.writes }, () => leftAfter(vote())));
    expect(rest.some(({ status }) => status === 429)).toBe(true);
    expect(rest.filter(({ status, left }) => status === 429 && left > 0)).toEqual([]);
  });

  it('says so of what costs more to make than to send, and of nothing else that is read', async () => {
    const { slug } = forum.place;
    for (const path of [`/api/v1/conferences/${slug}/search?q=many`, `/c/${slug}?q=something`]) {
      const { headers } = await fetch(forum.world.base + path, { headers: from() });
      expect(listIn(headers.get('ratelimit-policy'))[0]!.numbers).toEqual({ q: BUILT_A_MINUTE, w: 60 });
      expect(listIn(headers.get('ratelimit'))[0]!.numbers['r']).toBe(BUILT_A_MINUTE - 1);
    }
    expect((await ask('GET', `/api/v1/threads/:id/comments`)).headers.get('ratelimit')).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RequestMethod, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/platform/http/access.ts';
import { ACCOUNT_WRITES, NETWORK_WRITES } from '../../src/sessions/write-limits.ts';
import { World, type Answer, type Json, type Person } from '../support/world.ts';

interface WriteRoute {
  method: string;
  path: string;
  caller: string;
}

let world: World;
let olga: Person;
let slug: string;
let threadId: string;

/** An address in a network of its own. */
const from = (network: number): Record<string, string> => ({ 'x-forwarded-for': `203.0.${network}.7` });

beforeAll(async () => {
  world = await World.open({ RATE_LIMITS: 'on', TRUSTED_PROXIES: '127.0.0.0/8' });
  olga = await world.person('olga').signsIn();
  ({ slug, threadId } = await world.conference(olga));
});
afterAll(() => world.close());

/** Every route that writes, of the API and of the pages, as the controllers declare them. */
function writeRoutes(): WriteRoute[] {
  const controllers = [...world.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const handlers = Object.values(Object.getOwnPropertyDescriptors((metatype as Type).prototype as object));
    return handlers.flatMap(({ value: handler }) => {
      if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) return [];
      const method = RequestMethod[Reflect.getMetadata('method', handler) as RequestMethod]!;
      if (method === 'GET') return [];
      const { caller } = (Reflect.getMetadata(ACCESS, handler) ??
        Reflect.getMetadata(ACCESS, metatype as Type)) as Access;
      const bases = [Reflect.getMetadata('path', metatype as Type) as string | string[]].flat();
      const ends = [Reflect.getMetadata('path', handler) as string | string[]].flat();
      return bases.flatMap((base) =>
        ends.map((end) => ({
          method,
          caller,
          path: `/${base}/${end}`.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''),
        })),
      );
    });
  });
}

/** A route with something in the place of each parameter. */
const filled = ({ path }: WriteRoute): string =>
  path.replace(/:\w+/g, (name) => (name === ':conference' ? slug : threadId));

const spend = async (writes: number, write: () => Promise<Answer>): Promise<Answer[]> => {
  const answers: Answer[] = [];
  while (answers.length < writes)
    answers.push(...(await Promise.all(Array.from({ length: Math.min(400, writes - answers.length) }, write))));
  return answers;
};

const refused = { status: 429, body: { type: '/problems/too-many-requests' } };
const mostIn = (limits: readonly { writes: number }[]): number => Math.max(...limits.map(({ writes }) => writes));

/** The answers of each route that are not the refusal of the limit. */
async function unlimited(
  routes: readonly WriteRoute[],
  ask: (route: WriteRoute) => Promise<Answer>,
): Promise<string[]> {
  // All at once: a household that was refused often waits up to a second for each answer.
  const found = await Promise.all(
    routes.map(async (route) => {
      const { status, headers, text } = await ask(route);
      if (status === 429 && Number(headers.get('retry-after')) > 0) return [];
      return [`${route.method} ${route.path} is answered ${status} ${text.slice(0, 80)}`];
    }),
  );
  return found.flat();
}

describe('writing too often', () => {
  it('is slowed down on every route that writes, per account', async () => {
    const mallory = await world.person('mallory').signsIn();
    const answers = await spend(mostIn(ACCOUNT_WRITES), () => mallory.delete(`/comments/${threadId}/vote`));
    const burst = ACCOUNT_WRITES[0]!.writes;
    expect({ let: answers.filter(({ status }) => status === 404).length }).toEqual({ let: burst });
    const documented = Object.entries(
      (await world.person('x').get('/api/v1/openapi.json')).body['paths'] as Record<string, Json>,
    ).flatMap(([path, operations]) =>
      Object.keys(operations)
        .filter((method) => method !== 'get')
        .map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
    );
    expect(documented.length).toBeGreaterThan(40);
    expect(writeRoutes().map(({ method, path }) => `${method} ${path}`)).toEqual(expect.arrayContaining(documented));
    // Routes that look at no session count per network, below.
    expect(
      await unlimited(
        writeRoutes().filter(({ caller }) => caller !== 'reader'),
        (route) => mallory.ask(route.method, `${world.base}${filled(route)}`, undefined, from(1)),
      ),
    ).toEqual([]);
  });

  it('costs nobody else anything', async () => {
    const ada = await (await world.person('ada').signsIn()).calledIn(slug, 'Ada');
    const said = await ada.says(threadId, 'Said while another one is slowed down');
    expect(await olga.put(`/comments/${said['id']}/vote`)).toMatchObject({ status: 200, body: { voted: true } });
  });

  it('is slowed down on every route that writes, per network without a session', async () => {
    const stranger = world.person('stranger');
    await spend(mostIn(NETWORK_WRITES), () => stranger.ask('DELETE', `/comments/${threadId}/vote`, undefined, from(2)));
    expect(
      await unlimited(writeRoutes(), (route) =>
        stranger.ask(route.method, `${world.base}${filled(route)}`, undefined, from(2)),
      ),
    ).toEqual([]);
    expect(await stranger.ask('DELETE', `/comments/${threadId}/vote`, undefined, from(3))).toMatchObject({
      status: 401,
    });
  });

  it('is refused before anything is looked at: a wrong body, a name that is reserved, a thread that is not there', async () => {
    const guest = world.person('guest');
    const asks = (body: Json, thread = threadId): Promise<Answer> =>
      guest.post(`/threads/${thread}/comments`, body, from(2));
    expect(await asks({ body: 'A guest', name: 'Speaker', email: 'guest@mail.example' })).toMatchObject(refused);
    expect(await asks({})).toMatchObject(refused);
    expect(
      await asks(
        { body: 'A guest', name: 'Guest', email: 'guest@mail.example' },
        '00000000-0000-7000-8000-000000000000',
      ),
    ).toMatchObject(refused);
  });

  it('lets people read', async () => {
    const stranger = world.person('stranger');
    expect(await stranger.get(`/threads/${threadId}/comments`, from(2))).toMatchObject({ status: 200 });
  });

  it('keeps what was typed in a form, in the language of the page, and shows no address', async () => {
    const thread = `${world.base}/c/${slug}/t/hallway`;
    const sends = async (language: string): Promise<Answer> =>
      world.person('form').ask(
        'POST',
        thread,
        new URLSearchParams({
          body: 'Words <b>worth</b> keeping',
          name: 'Zoé',
          email: 'zoe@mail.example',
          parentId: '',
        }).toString(),
        {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'text/html',
          'accept-language': language,
          origin: world.base,
          ...from(2),
        },
      );
    for (const [language, title, send] of [
      ['fr', 'Trop de demandes', 'Renvoyer'],
      ['en', 'Too many requests', 'Send again'],
    ] as const) {
      const { status, headers, text } = await sends(language);
      expect({ status, isLater: Number(headers.get('retry-after')) > 0 }).toEqual({ status: 429, isLater: true });
      for (const words of [title, send, 'Words &lt;b>worth&lt;/b> keeping', 'Zoé', `action="/c/${slug}/t/hallway"`])
        expect(text).toContain(words);
      expect(text).not.toContain('zoe@mail.example');
    }
  });
});

describe('writing from a venue', () => {
  it('is let through in numbers that would be too many for a household', async () => {
    const venue = await World.open({ RATE_LIMITS: 'on', VENUE_NETWORKS: '127.0.0.1/32' });
    try {
      const answers = await spend(NETWORK_WRITES[0]!.writes + 50, () =>
        venue.person('x').delete(`/comments/${threadId}/vote`),
      );
      expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
    } finally {
      await venue.close();
    }
  });
});

describe('writing in a test or a measurement', () => {
  it('has no limit with RATE_LIMITS off', async () => {
    const free = await World.open();
    try {
      const answers = await spend(NETWORK_WRITES[0]!.writes + 1, () =>
        free.person('x').delete(`/comments/${threadId}/vote`),
      );
      expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
    } finally {
      await free.close();
    }
  });
});

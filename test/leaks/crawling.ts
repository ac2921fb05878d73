import { addressesOf, type Ids, type OpenRoute } from '../support/crawl.ts';
import { isSampled } from '../support/form.ts';
import type { Json } from '../support/world.ts';
import { ADDRESSES, type LeakForum } from './forum.ts';
import { bodiesFor } from './story.ts';

const SAMPLES = {
  q: [ADDRESSES.participant, 'albatross'],
  email: [ADDRESSES.stranger],
  after: ['0'],
  limit: ['2', ADDRESSES.stranger],
  cursor: [ADDRESSES.stranger],
  speaker: [ADDRESSES.speaker],
  room: [ADDRESSES.speaker],
  next: [`/${ADDRESSES.stranger}`],
  comment: [ADDRESSES.stranger],
  kind: ['held'],
  surprise: [ADDRESSES.stranger],
};
const PAGE_QUERY = ['q', 'next', 'comment', 'speaker', 'cursor', 'surprise'].map((name) => ({ name, values: [] }));

/**
 * Goes through every route as everybody: first what only answers, then what changes things, in the end what takes them
 * away. In the short form each query of an address is asked by one reader, and each body after the first sent by one.
 */
export async function crawl(forum: LeakForum, routes: readonly OpenRoute[], ids: Ids): Promise<void> {
  const { paths } = (await forum.ask('nobody', 'GET', '/api/v1/openapi.json')).body as {
    paths: Record<string, Record<string, Json>>;
  };
  const schemas = ((await forum.ask('nobody', 'GET', '/api/v1/openapi.json')).body['components'] as Json | undefined)?.[
    'schemas'
  ] as Record<string, Json> | undefined;
  const readers = [...forum.readers.keys()];
  const stray = (address: string): string[] =>
    address.startsWith('/api/') && !address.includes('?')
      ? [address, `${address}?${encodeURIComponent(ADDRESSES.stranger)}=1`]
      : [address];
  const reading = routes
    .filter(({ method }) => method === 'GET')
    .flatMap((route) =>
      addressesOf(route.path.startsWith('/api/') ? route : { ...route, query: PAGE_QUERY }, ids, SAMPLES),
    )
    .flatMap(stray);
  await Promise.all(
    readers.map(async (reader, i) => {
      for (const [j, address] of reading.entries())
        if (!address.includes('?') || isSampled(i, j, readers.length)) await forum.ask(reader, 'GET', address);
    }),
  );
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    for (const route of routes.filter((each) => each.method === method)) {
      const content = paths[route.path]?.[method.toLowerCase()]?.['requestBody']?.content as
        | Record<string, { schema: Json }>
        | undefined;
      const schema = content?.['application/json']?.schema;
      const bodies =
        method === 'DELETE'
          ? [undefined]
          : bodiesFor(schema?.['$ref'] ? schemas?.[(schema['$ref'] as string).split('/').at(-1)!] : schema);
      const form = new URLSearchParams({
        body: ADDRESSES.stranger,
        email: `${ADDRESSES.stranger}@`,
        name: ADDRESSES.stranger,
        reason: ADDRESSES.stranger,
        next: `/${ADDRESSES.stranger}`,
      }).toString();
      for (const address of addressesOf({ ...route, query: [] }, ids, SAMPLES).slice(0, 2)) {
        await Promise.all(
          readers.map(async (reader, i) => {
            for (const [j, body] of bodies.entries())
              if (j === 0 || isSampled(i, j, readers.length)) await forum.ask(reader, method, address, body);
            if (!isSampled(i, routes.indexOf(route), readers.length)) return;
            if (method === 'POST') await forum.ask(reader, method, address, ADDRESSES.stranger, 'text/plain');
            if (!route.path.startsWith('/api/'))
              await forum.ask(reader, method, address, form, 'application/x-www-form-urlencoded');
          }),
        );
      }
    }
  }
}

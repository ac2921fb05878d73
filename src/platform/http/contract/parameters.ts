import type { DocumentPart } from './described.ts';
import { withRules } from './request-rules.ts';
import type { RouteHandler } from './route-handlers.ts';

/** The headers a client may send, which the document describes once. */
export const HEADER_PARAMETERS: Readonly<Record<string, DocumentPart>> = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems and e-mails: French or English; English where it names neither.',
    schema: { type: 'string', examples: ['fr'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Makes a write that may be sent again: the repeat is not done, and answers with the first status, the thing ' +
      'as it is now and `Idempotency-Replayed: true`. Kept for 24 hours, and with comments as long as these are.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[ -~]+$' },
    example: 'b3f1c1a0-outbox-17',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description:
      'The ETag of the version the edit begins from: 412 `version-outdated` when another edit came first. Votes and ' +
      'replies spoil none.',
    schema: { type: 'string' },
    example: 'W/"4f1c2a8e"',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of the version one holds: 304 when it is still the current one.',
    schema: { type: 'string' },
    example: 'W/"4f1c2a8e"',
  },
  SignInProof: {
    name: 'Sign-In-Proof',
    in: 'header',
    description:
      'After `proof-required`: `<challenge>.<solution>`, where SHA-256 of that begins with `bits` zero bits, or the ' +
      'challenge alone after `seconds`.',
    schema: { type: 'string' },
  },
};

const refTo = (name: string): DocumentPart => ({ $ref: `#/components/parameters/${name}` });

const ID: DocumentPart = { type: 'string', format: 'uuid' };

/** Describes the name of a thing in a path by the part before it: `/comments/{id}`. */
function inPath(name: string, path: string): DocumentPart {
  const [, before = 'thing'] = new RegExp(`/([a-z-]+)/\\{${name}\\}`).exec(path) ?? [];
  const thing = before.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('-', ' ');
  if (name === 'conference')
    return { description: 'The id of the conference, or its slug.', schema: { type: 'string', maxLength: 300 } };
  if (name === 'receipt') return { description: 'The receipt of the report.', schema: ID };
  return { description: `The id of the ${thing}.`, schema: ID };
}

/** The parameters of an operation beside its body: the path, its query and headers. */
export function parametersOf(
  found: readonly DocumentPart[],
  {
    handler,
    path,
    isVersioned,
    readsKey,
    mayAskProof,
  }: {
    handler: RouteHandler;
    path: string;
    isVersioned: boolean;
    readsKey: boolean;
    mayAskProof: boolean;
  },
): DocumentPart[] {
  const fields = found.map((parameter) => {
    const name = parameter['name'] as string;
    if (parameter['in'] === 'path') return { name, in: 'path', required: true, ...inPath(name, path) };
    return handler.query
      ? { ...parameter, schema: withRules(parameter['schema'] as DocumentPart, handler.query, name) }
      : parameter;
  });
  return [
    ...fields,
    refTo('AcceptLanguage'),
    ...(readsKey ? [refTo('IdempotencyKey')] : []),
    ...(handler.takesIfMatch ? [refTo('IfMatch')] : []),
    ...(isVersioned ? [refTo('IfNoneMatch')] : []),
    ...(mayAskProof ? [refTo('SignInProof')] : []),
  ];
}

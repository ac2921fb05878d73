import type { DocumentPart } from './described.ts';

const text = { type: 'string' };
const wholeNumber = { type: 'integer', minimum: 0 };

/**
 * The headers of answers that mean something to a client, by name. Which of them a route sends is read from what its
 * handler calls.
 */
export const HEADERS = {
  'Access-Control-Allow-Origin': {
    description: 'Pages of which sites may read the answer.',
    schema: { type: 'string', const: '*' },
  },
  'Access-Control-Expose-Headers': { description: 'Which headers such pages may read.', schema: text },
  'Cache-Control': { description: 'Who may keep the answer, and how long.', schema: text },
  'Clear-Site-Data': { description: 'What a browser forgets after the session.', schema: text },
  'Content-Disposition': { description: 'The name under which a browser saves the file.', schema: text },
  'Content-Language': {
    description: 'The language of the texts in the answer.',
    schema: { type: 'string', enum: ['fr', 'en'] },
  },
  ETag: { description: 'Names this version of the answer; send it back as If-None-Match.', schema: text },
  'Idempotency-Replayed': {
    description: 'The write was done before under the same key; the answer is the thing as it is now.',
    schema: { type: 'string', const: 'true' },
  },
  Link: { description: 'The next page of the list, rel="next" (RFC 8288).', schema: text },
  Location: { description: 'Where what was made can be read.', schema: { type: 'string', format: 'uri-reference' } },
  RateLimit: { description: 'What is left of each limit that counted the request, and for how long.', schema: text },
  'RateLimit-Policy': { description: 'The limits that counted the request, with their windows.', schema: text },
  'Retry-After': { description: 'Seconds until it is worth asking again.', schema: wholeNumber },
  'Set-Cookie': { description: 'The session, for browsers; programs use the token.', schema: text },
  Vary: { description: 'The request headers on which the answer depends.', schema: text },
  'WWW-Authenticate': { description: 'How to be let in (RFC 6750).', schema: text },
  'X-Archive-Fingerprint': { description: 'The fingerprint of the key that signed the archive.', schema: text },
} as const satisfies Record<string, DocumentPart>;

export type HeaderName = keyof typeof HEADERS;

/** Headers that answers of an operation carry whatever they are. */
export interface GeneralHeaders {
  readonly always: readonly HeaderName[];
  readonly sometimes: readonly HeaderName[];
}

/** Of public reads pages of other sites are told more. */
export const generalHeaders = (isPublic: boolean): GeneralHeaders => ({
  always: [
    'Cache-Control',
    ...(isPublic ? (['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'] as const) : []),
  ],
  sometimes: ['RateLimit', 'RateLimit-Policy', 'Vary'],
});

/** The headers of one answer: those it always has, and those it may have. */
export function headersOf(always: readonly HeaderName[], sometimes: readonly HeaderName[] = []): DocumentPart {
  return Object.fromEntries([
    ...always.map((name) => [name, { ...HEADERS[name], required: true }]),
    ...sometimes.filter((name) => !always.includes(name)).map((name) => [name, HEADERS[name]]),
  ]) as DocumentPart;
}

/**
 * Headers that every answer has, said once in the document. A picture has only the first two of the required ones; a
 * 304 may omit them.
 */
export const EVERY_ANSWER: DocumentPart = {
  'Content-Security-Policy': {
    description: 'What a browser may do with the answer.',
    required: true,
    schema: text,
  },
  'X-Content-Type-Options': { required: true, schema: text },
  'Cross-Origin-Opener-Policy': { required: true, schema: text },
  'Permissions-Policy': { required: true, schema: text },
  'Referrer-Policy': { required: true, schema: text },
  'Strict-Transport-Security': { description: 'Over https only.', schema: text },
};

import { described, type DocumentPart } from '../platform/http/contract/described.ts';
import { problemComponents, problemSchemaName, standardMembers } from '../platform/http/contract/problem-schemas.ts';

/** The problems with which any message of a socket may be refused. */
const ALWAYS = ['invalid-request', 'too-many-requests', 'unavailable'];

const OF_ONE = Object.values(described.sockets.asked).flatMap(({ problems }) => problems);

const { schemas, examples } = problemComponents([...ALWAYS, ...OF_ONE, 'event-unknown']);

/** A fault of ours, as over HTTP. */
const FAULT: DocumentPart = {
  type: 'object',
  description: 'A fault of ours.',
  required: ['type', 'title', 'status', 'instance'],
  properties: standardMembers('about:blank', 500),
};

/** The documents of problems that sockets are told: the same as over HTTP (RFC 9457). */
export const refusalSchemas: Readonly<Record<string, DocumentPart>> = {
  ...(schemas as Record<string, DocumentPart>),
  Fault: FAULT,
};

const exampleOf = (slug: string): unknown => (examples[slug] as DocumentPart)['value'];

/** The acknowledgement of a refused message, with the problems it may name and an example of one. */
export function refusalOf(name: string, summary: string, own: readonly string[]): DocumentPart {
  const slugs = [...new Set([...own, ...ALWAYS])];
  const refs = [...slugs.map(problemSchemaName), 'Fault'].map((each) => ({ $ref: `#/components/schemas/${each}` }));
  return {
    name,
    summary: `${summary} ${slugs.map((slug) => `\`${slug}\``).join(', ')}.`,
    payload: {
      type: 'object',
      required: ['ok', 'problem'],
      properties: {
        ok: { type: 'boolean', const: false, description: 'Always false.' },
        problem: { description: 'The document of the problem, as the API answers it (RFC 9457).', oneOf: refs },
      },
    },
    examples: [{ summary: slugs[0], payload: { ok: false, problem: exampleOf(slugs[0]!) } }],
  };
}

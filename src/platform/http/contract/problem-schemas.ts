import { words } from '../../../../locales/catalogues.ts';
import { described, type DocumentPart } from './described.ts';
import { headersOf, type GeneralHeaders, type HeaderName } from './headers.ts';
import { Samples } from './samples.ts';

const say = words('en');

/** `comment-flood` is `CommentFloodProblem`. */
export const problemSchemaName = (slug: string): string =>
  `${slug.replaceAll(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase())}Problem`;

const RFC_9457 = ['type', 'title', 'status', 'detail', 'instance'];

const INPUT_ERRORS: DocumentPart = {
  type: 'array',
  description: 'What is wrong, field by field.',
  minItems: 1,
  items: {
    type: 'object',
    required: ['pointer', 'detail'],
    properties: {
      pointer: {
        type: 'string',
        description: 'The field as a JSON Pointer (RFC 6901): #/body, or #/query/limit for a field of the query.',
      },
      detail: { type: 'string', description: 'What to do about it, for people.' },
    },
  },
};

/** The fields of every document of a problem, also of a fault. */
export const standardMembers = (type: string, status: number): Record<string, DocumentPart> => ({
  type: { type: 'string', const: type, description: 'What kind of problem; a path is that of a page that says more.' },
  title: { type: 'string', description: 'The kind of problem in words; the same for every occurrence.' },
  status: { type: 'integer', const: status, description: 'The HTTP status.' },
  instance: { type: 'string', pattern: '^urn:uuid:', description: 'Names this occurrence; the log has it too.' },
});

/** The document of a problem (RFC 9457), with what this problem says beside. */
function schemaOf(slug: string): DocumentPart {
  const { status, facts } = described.problems[slug]!;
  const hasErrors = slug === 'invalid-request';
  return {
    type: 'object',
    description: say(`problems.${slug}.title`),
    required: [...new Set([...RFC_9457, ...Object.keys(facts), ...(hasErrors ? ['errors'] : [])])],
    properties: {
      // First, as in the document: what RFC 9457 names goes before a fact of that name.
      ...facts,
      ...standardMembers(`/problems/${slug}`, status),
      detail: { type: 'string', description: 'What happened and what to do, for people, in their language.' },
      ...(hasErrors ? { errors: INPUT_ERRORS } : {}),
    },
  };
}

const samples = new Samples({});

const sampleFacts = (slug: string): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(described.problems[slug]!.facts).map(([name, fact]) => [name, samples.of(fact, name) as string]),
  );

function exampleOf(slug: string): DocumentPart {
  const facts = sampleFacts(slug);
  const errors = [{ pointer: '#/body', detail: 'Write 2 to 5000 characters; this has 1.' }];
  return {
    summary: say(`problems.${slug}.title`),
    value: {
      ...facts,
      type: `/problems/${slug}`,
      title: say(`problems.${slug}.title`),
      status: described.problems[slug]!.status,
      detail: say(`problems.${slug}.detail`, facts),
      instance: 'urn:uuid:5b0b2d0e-63f4-4e3c-9a52-0d4f1f6f2c11',
      ...(slug === 'invalid-request' ? { errors } : {}),
    },
  };
}

const slugsInOrder = (slugs: Iterable<string>): string[] => [...new Set(slugs)].toSorted((a, b) => a.localeCompare(b));

/** Schemas and examples of the problems that some operation answers. */
export function problemComponents(slugs: Iterable<string>): { schemas: DocumentPart; examples: DocumentPart } {
  const all = slugsInOrder(slugs);
  return {
    schemas: Object.fromEntries(all.map((slug) => [problemSchemaName(slug), schemaOf(slug)])),
    examples: Object.fromEntries(all.map((slug) => [slug, exampleOf(slug)])),
  };
}

/** The answers by which an operation refuses, by their status. */
export function problemResponses(slugs: Iterable<string>, headers: GeneralHeaders): DocumentPart {
  const all = slugsInOrder(slugs);
  const statuses = [...new Set(all.map((slug) => described.problems[slug]!.status))].toSorted((a, b) => a - b);
  const ofStatus = (status: number): string[] => all.filter((slug) => described.problems[slug]!.status === status);
  return Object.fromEntries(statuses.map((status) => [String(status), responseOf(status, ofStatus(status), headers)]));
}

function responseOf(status: number, slugs: readonly string[], headers: GeneralHeaders): DocumentPart {
  const own: HeaderName[] = [
    ...(status === 401 ? (['WWW-Authenticate'] as const) : []),
    ...(status === 429 || status === 503 ? (['Retry-After'] as const) : []),
  ];
  // A path that cannot be read leads to no operation, of which nobody can say whether pages of other sites may read it.
  const always: readonly HeaderName[] = status === 404 ? ['Cache-Control'] : headers.always;
  const refs = slugs.map((slug) => ({ $ref: `#/components/schemas/${problemSchemaName(slug)}` }));
  const mapping = Object.fromEntries(slugs.map((slug, i) => [`/problems/${slug}`, refs[i]!.$ref]));
  return {
    description: slugs.map((slug) => `\`${slug}\`: ${say(`problems.${slug}.title`)}`).join('. '),
    headers: headersOf([...always, ...own], ['Content-Language', ...headers.always, ...headers.sometimes]),
    content: {
      'application/problem+json': {
        schema: refs.length === 1 ? refs[0]! : { oneOf: refs, discriminator: { propertyName: 'type', mapping } },
        examples: Object.fromEntries(slugs.map((slug) => [slug, { $ref: `#/components/examples/${slug}` }])),
      },
    },
  };
}

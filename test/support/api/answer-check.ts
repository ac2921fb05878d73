import { ClosedSchemas, type Part } from './closed-schemas.ts';

/** An answer as a client hears it. */
export interface RecordedAnswer {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  /** Names, in small letters. */
  readonly headers: readonly string[];
  readonly type: string | null;
  /** null: not looked into. */
  readonly text: string | null;
}

type DescribedHeaders = Record<string, { required?: boolean }>;

interface Response {
  readonly headers?: DescribedHeaders;
  readonly content?: Record<string, { schema: Part }>;
}

interface OperationRoute {
  readonly name: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly parameters: number;
  readonly responses: Record<string, Response>;
}

export interface ApiDocument {
  readonly paths: Record<string, Record<string, { responses: Record<string, Response> }>>;
  readonly components: { schemas: Record<string, Part> };
  readonly 'x-headers-of-every-answer': DescribedHeaders;
}

/** Headers that belong to the connection, to a proxy in front, or to the media type of a response. */
const TRANSPORT = [
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'server',
  'transfer-encoding',
];

/** Statuses of answers that no operation of the document is about. */
const OF_NO_OPERATION = [400, 404, 405, 408, 413, 414, 415, 429, 431, 503];

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/\{\w+\}/)
      .map(escaped)
      .join('[^/]+')}$`,
  );

/** Headers of a picture among those that every answer has. */
const OF_PICTURES = ['content-security-policy', 'x-content-type-options'];

const lowered = (names: Iterable<string>): string[] => [...names].map((name) => name.toLowerCase());

const requiredOf = (headers: DescribedHeaders): string[] =>
  lowered(Object.keys(headers).filter((name) => headers[name]!.required));

/** Looks whether answers are those that the document describes. */
export class AnswerCheck {
  private readonly schemas: ClosedSchemas;
  private readonly routes: readonly OperationRoute[];
  private readonly allowed: ReadonlySet<string>;
  private readonly required: readonly string[];
  private readonly references = new Map<string, Part>();

  constructor(document: ApiDocument) {
    this.schemas = new ClosedSchemas(document.components.schemas);
    const every = document['x-headers-of-every-answer'];
    this.allowed = new Set([...TRANSPORT, ...lowered(Object.keys(every))]);
    this.required = requiredOf(every);
    this.routes = Object.entries(document.paths)
      .flatMap(([path, operations]) =>
        Object.entries(operations).map(([method, { responses }]) => ({
          name: `${method.toUpperCase()} ${path}`,
          method,
          pattern: patternOf(path),
          parameters: path.split('{').length,
          responses,
        })),
      )
      .toSorted((a, b) => a.parameters - b.parameters);
  }

  /** Each thing that the document does not say, as a sentence; nothing for an answer that is as documented. */
  faultsOf(answer: RecordedAnswer & { pathname: string }): string[] {
    const { status, pathname, text } = answer;
    const method = answer.method === 'head' ? 'get' : answer.method;
    if (method === 'options') return [];
    // An address in another spelling leads to its own: the description of the document says so once, for all.
    if (status === 308 && answer.headers.includes('location')) return [];
    const route = this.routes.find((each) => each.method === method && each.pattern.test(pathname));
    if (!route) return OF_NO_OPERATION.includes(status) ? [] : [`${method} ${pathname} is no operation: ${status}`];
    const response = route.responses[status];
    const faults = response
      ? [...this.faultsOfHeaders(answer, response), ...this.faultsOfBody(answer, response)]
      : [`the status is not documented (${text?.slice(0, 80) ?? ''})`];
    return faults.map((fault) => `${route.name} ${status}: ${fault}`);
  }

  private faultsOfHeaders(answer: RecordedAnswer, { headers: documented = {} }: Response): string[] {
    const { headers } = answer;
    const names = new Set(lowered(Object.keys(documented)));
    const general = this.requiredOf(answer);
    const stray = headers.filter((name) => !names.has(name) && !this.allowed.has(name));
    const missing = [...requiredOf(documented), ...general].filter((name) => !headers.includes(name));
    return [...stray.map((name) => `undocumented header ${name}`), ...missing.map((name) => `no header ${name}`)];
  }

  /** The headers of every answer; a 304 changes none that the client has (RFC 9110, 15.4.5). */
  private requiredOf({ status, type }: RecordedAnswer): readonly string[] {
    if (status === 304) return [];
    return type?.startsWith('image/') ? OF_PICTURES : this.required;
  }

  private faultsOfBody({ method, type, text }: RecordedAnswer, { content }: Response): string[] {
    if (method === 'head' || (!content && !text)) return [];
    if (!content) return ['a body that is not documented'];
    const media = type?.split(';')[0] ?? 'none';
    const schema = content[media]?.schema;
    if (!schema) return [`undocumented content type ${media}`];
    if (text === null || !media.endsWith('json')) return [];
    const value = JSON.parse(text) as Part;
    const exact = media === 'application/problem+json' ? this.ofProblem(schema, value) : schema;
    return exact ? this.schemas.of(exact)(value) : [`undocumented problem ${String(value['type'])}`];
  }

  /** The schema of the one problem that an answer has, so that what is wrong with it can be said. */
  private ofProblem(schema: Part, { type }: Part): Part | undefined {
    const { mapping } = (schema['discriminator'] ?? {}) as { mapping?: Record<string, string> };
    if (!mapping) return schema;
    const reference = mapping[String(type)];
    if (reference === undefined) return undefined;
    const known = this.references.get(reference) ?? { $ref: reference };
    this.references.set(reference, known);
    return known;
  }
}

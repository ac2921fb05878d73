import type { components } from './generated/api.ts';

type AnySchema = components['schemas'][keyof components['schemas']];
type ProblemDocument = Extract<AnySchema, { type: `/problems/${string}`; status: number }>;
type DocumentOf<Slug extends ProblemSlug> = Extract<ProblemDocument, { type: `/problems/${Slug}` }>;

/** The name of a kind of refusal, final: `/problems/<slug>` explains it. */
export type ProblemSlug = ProblemDocument['type'] extends `/problems/${infer Slug}` ? Slug : never;

/** The facts of a refusal beside its texts, by its slug: `seconds`, `challenge`, … */
export type ProblemFacts<Slug extends ProblemSlug> = Omit<
  DocumentOf<Slug>,
  'type' | 'title' | 'status' | 'detail' | 'instance' | 'errors'
>;

/** A field of the request that was not taken: `#/body`, or `#/query/limit` for a field of the query. */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** The members of every refusal; one that comes from a proxy in front of the forum may have fewer. */
interface ReadProblem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly FieldProblem[];
  readonly [fact: string]: unknown;
}

const PREFIX = '/problems/';

/** A refusal by the forum (RFC 9457): what kind, with what facts, and which fields were wrong. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** `''` for an answer that is no problem of the forum, for instance of a proxy. */
  readonly slug: ProblemSlug | '';
  readonly title: string;
  readonly detail: string;
  /** Names this occurrence, also in the server's log. */
  readonly instance: string;
  /** Beside the texts: numbers, names and times of this occurrence. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Each wrong field, for `invalid-request`; else none. */
  readonly fields: readonly FieldProblem[];

  constructor(
    readonly status: number,
    document: unknown,
    /** Seconds until it is worth asking again; null where the answer does not say. */
    readonly retryAfter: number | null = null,
  ) {
    const { type = '', title = '', status: _, detail = '', instance = '', errors = [], ...facts } = read(document);
    const slug = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
    const wrong = errors.map((field) => ` ${field.pointer}: ${field.detail}`).join('');
    super(`${status} ${slug || title || 'without a problem document'}${detail && `: ${detail}`}${wrong}`);
    this.slug = slug as ProblemSlug | '';
    this.title = title;
    this.detail = detail;
    this.instance = instance;
    this.facts = facts;
    this.fields = errors;
  }

  /** Whether the refusal is of this kind; its facts are then typed. */
  is<Slug extends ProblemSlug>(slug: Slug): this is Problem & { slug: Slug; facts: ProblemFacts<Slug> } {
    return this.slug === slug;
  }
}

const read = (document: unknown): ReadProblem =>
  typeof document === 'object' && document !== null ? (document as ReadProblem) : {};

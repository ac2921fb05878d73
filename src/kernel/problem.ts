/** Named members of a problem document beyond its catalogue texts (RFC 9457, 3.2). */
export type ProblemFacts = Readonly<Record<string, string | number | boolean | null>>;

/** The wait until what is limited may be done again. */
export type WaitFacts = {
  /** Seconds to wait, as in `Retry-After`. */
  seconds: number;
};

/** The limit of what an account may have or do. */
export type LimitFacts = {
  /** The most that is taken. */
  limit: number;
};

/** The state in which something is that would have to be in another. */
export type WrongStateFacts = {
  /** The state it is in, by the word that its own field has for it. */
  state: string;
};

export interface ProblemKind {
  readonly slug: string;
  readonly status: number;
}

export interface InputError {
  /** JSON Pointer as a fragment (RFC 6901, section 6): `#/body`, or `#/query/limit` for a query field. */
  readonly pointer: string;
  /** The cure, in a sentence for people. */
  readonly detail: string;
}

/** A declared refusal. Title and detail are texts of the catalogues (`problems.<slug>.title`, `.detail`). */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly kind: ProblemKind,
    readonly facts: ProblemFacts = {},
    /** `about` names a sentence of its own in the catalogue (`problems.<slug>.details`), where one says more. */
    readonly extra: { errors?: readonly InputError[]; retryAfterSeconds?: number; about?: string } = {},
  ) {
    super(kind.slug);
  }
}

const declared = new Map<string, ProblemKind>();

/** Declares one way to refuse. The slug is public API: `/problems/<slug>`. */
export function defineProblem<F extends ProblemFacts = Record<never, never>>(kind: ProblemKind): ProblemFactory<F> {
  declared.set(kind.slug, kind);
  const make = ((facts?: F, extra?: Problem['extra']) =>
    new Problem(kind, facts, extra)) as unknown as ProblemFactory<F>;
  return Object.assign(make, { kind });
}

export type ProblemFactory<F extends ProblemFacts> = ((
  ...args: keyof F extends never
    ? [facts?: Record<never, never>, extra?: Problem['extra']]
    : [facts: F, extra?: Problem['extra']]
) => Problem) & { readonly kind: ProblemKind };

export const declaredProblems = (): readonly ProblemKind[] => [...declared.values()];

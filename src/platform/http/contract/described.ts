import written from './described.json' with { type: 'json' };

/** A JSON Schema (2020-12), or a part of the document that is none of this code's business. */
export type DocumentPart = Readonly<Record<string, unknown>>;

export interface DescribedAnswer {
  /** Left out: the status that the route has by its method or `@HttpCode`. */
  readonly status?: number;
  /** null: no body. */
  readonly schema: DocumentPart | null;
}

/** What the sources say about a route: its comment, what it answers, and the problems and headers in what it calls. */
export interface DescribedOperation {
  readonly summary: string;
  readonly description?: string;
  readonly answers: readonly DescribedAnswer[];
  readonly problems: readonly string[];
  /** The headers that are set in what it calls. */
  readonly headers: readonly string[];
}

/** The messages of sockets, by the names of their events. */
export interface DescribedSockets {
  readonly heard: Readonly<Record<string, { readonly summary: string; readonly payload: DocumentPart }>>;
  readonly asked: Readonly<
    Record<
      string,
      {
        readonly summary: string;
        /** The slugs of its own problems. */
        readonly problems: readonly string[];
        readonly asks: DocumentPart;
        readonly acknowledges: DocumentPart;
      }
    >
  >;
}

export interface Described {
  /** By controller and method: `CommentsController.create`. */
  readonly operations: Readonly<Record<string, DescribedOperation>>;
  readonly problems: Readonly<
    Record<string, { readonly status: number; readonly facts: Readonly<Record<string, DocumentPart>> }>
  >;
  readonly schemas: Readonly<Record<string, DocumentPart>>;
  readonly sockets: DescribedSockets;
}

/**
 * What the compiler read from the sources; `test/architecture/routes-described.spec.ts` writes it, and fails when it is
 * not what the sources say.
 */
export const described: Described = written as unknown as Described;

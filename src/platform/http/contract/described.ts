import written from './described.json' with { type: 'json' };

/** A JSON Schema (2020-12), or a part of the document that is none of this code's business. */
export type DocumentPart = Readonly<Record<string, unknown>>;

export interface DescribedAnswer {
  /** Left out: the status that the route has by its method or `@HttpCode`. */
  readonly status?: number;
  /** null: no body. */
  readonly schema: DocumentPart | null;
}

/** A route in the words of the sources: its comment, its answers, and the problems and headers in what it calls. */
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

export interface SourceDescription {
  /** By controller and method: `CommentsController.create`. */
  readonly operations: Readonly<Record<string, DescribedOperation>>;
  readonly problems: Readonly<
    Record<string, { readonly status: number; readonly facts: Readonly<Record<string, DocumentPart>> }>
  >;
  readonly schemas: Readonly<Record<string, DocumentPart>>;
  readonly sockets: DescribedSockets;
}

/**
 * The sources as the compiler read them; `test/architecture/routes-described.spec.ts` writes the file, and fails when
 * the sources say something else.
 */
export const described: SourceDescription = written as unknown as SourceDescription;

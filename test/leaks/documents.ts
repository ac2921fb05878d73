import { formsOf, type BlindIndexes, type Form } from './forms.ts';
import { ManyStrings } from './search.ts';

/** The places at which things can leave: each is searched for everything. */
export const KINDS = [
  'answer',
  'page',
  'feed',
  'socket',
  'mail',
  'export',
  'archive',
  'log',
  'database file',
  'database log',
  'table',
  'redis',
] as const;
export type DocumentKind = (typeof KINDS)[number];

/**
 * Something that left, or lies where it could. `reader` is whose eyes it was for, `typed` what they had just sent, of a
 * page.
 */
export interface Document {
  kind: DocumentKind;
  about: string;
  reader?: string;
  typed?: string;
  bytes: Buffer;
}

export interface Secret {
  whose: string;
  address: string;
  blindIndexes: BlindIndexes;
}

export interface Hit {
  kind: DocumentKind;
  about: string;
  whose: string;
  form: string;
}

/** Whether a form belongs to a document, and is no leak. */
function belongs({ kind, typed }: Document, whose: Secret, { form }: Form): boolean {
  // The indexes are the columns by which an account is found and its mailbox counted; nobody can make them without the
  // key, which is not in the database.
  if (form.startsWith('blind index')) return kind === 'database file' || kind === 'table' || kind === 'database log';
  // A page gives back to its reader what they have just sent: a form that was refused keeps its words, a link its
  // question.
  return (
    ['raw', 'local part', 'percent'].includes(form) &&
    (typed?.toLowerCase().includes(whose.address.toLowerCase()) ?? false)
  );
}

/** Bytes of a document that go along on each side of a planted secret. */
const AROUND = 2_000;

/** All strings that must not be found, and the search for them. */
export class Scanner {
  private readonly wanted: { secret: Secret; form: Form }[];
  private readonly strings: ManyStrings;

  constructor(secrets: readonly Secret[]) {
    this.wanted = secrets.flatMap((secret) =>
      formsOf(secret.address, secret.blindIndexes).map((form) => ({ secret, form })),
    );
    this.strings = new ManyStrings(this.wanted.map(({ form }) => form.text));
  }

  get size(): number {
    return this.wanted.length;
  }

  search(documents: readonly Document[]): Hit[] {
    return documents.flatMap((document) =>
      [...this.strings.find(document.bytes)]
        .map((i) => this.wanted[i]!)
        .filter(({ secret, form }) => !belongs(document, secret, form))
        .map(({ secret: { whose }, form }) => ({ kind: document.kind, about: document.about, whose, form: form.form })),
    );
  }

  /**
   * Puts each form into a copy of a document of each kind, in the middle, and answers those that are not found there.
   */
  missed(documents: readonly Document[]): { planted: number; missed: string[] } {
    const missed: string[] = [];
    let planted = 0;
    for (const kind of KINDS) {
      const host = documents
        .filter((document) => document.kind === kind)
        .toSorted((a, b) => a.bytes.length - b.bytes.length)
        .at(0);
      if (!host) {
        missed.push(`${kind}: there is no such document`);
        continue;
      }
      const [middle, { bytes: whole }] = [Math.floor(host.bytes.length / 2), host];
      const [front, back] = [
        whole.subarray(Math.max(0, middle - AROUND), middle),
        whole.subarray(middle, middle + AROUND),
      ];
      for (const [i, { form, secret }] of this.wanted.entries()) {
        if (belongs(host, secret, form)) continue;
        planted += 1;
        const bytes = Buffer.concat([front, Buffer.from(form.text, 'latin1'), back]);
        if (!this.strings.find(bytes).has(i)) missed.push(`${kind}: ${form.form} of ${secret.whose}`);
      }
    }
    return { planted, missed };
  }
}

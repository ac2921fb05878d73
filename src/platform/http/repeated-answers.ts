import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Kinds of answers that are read again. The module that can read a kind registers it. */
export type AnswerKind = 'me' | 'comment' | 'recap' | 'thread-recap' | 'conference-recap' | 'moderated-recap';

export interface RepeatedWrite {
  readonly accountId: string;
  /** The parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** The id of what the first request made, where its kind is read by it. */
  readonly made?: string | undefined;
}

/** Kinds that are made by a write, so that the id of what was made is kept, sealed, in place of the answer. */
export const MADE_BY_WRITES: ReadonlySet<AnswerKind> = new Set(['recap']);

export type ReadAgain = (write: RepeatedWrite) => Promise<unknown>;

export const READ_AGAIN = 'aftertalk:read-again';

/**
 * For writes whose answer is read again when they are repeated, and never stored, because it holds text that may be
 * hidden meanwhile or tells about an address.
 */
export const ReadAgainOnRepeat = (kind: AnswerKind): CustomDecorator => SetMetadata(READ_AGAIN, kind);

/** Reads the answer to a repeated write again. */
export class RepeatedAnswers {
  private readonly readers = new Map<AnswerKind, ReadAgain>();

  register(kind: AnswerKind, read: ReadAgain): void {
    this.readers.set(kind, read);
  }

  readAgain(kind: AnswerKind, write: RepeatedWrite): Promise<unknown> {
    const read = this.readers.get(kind);
    if (!read) throw new Error(`no module registered how to read a ${kind} again`);
    return read(write);
  }
}

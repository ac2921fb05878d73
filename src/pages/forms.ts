import type { Type } from '@nestjs/common';
import type { Locale } from '../../locales/words.ts';
import type { ProblemShape } from '../../web/components/shapes.ts';
import { blindId } from '../kernel/ids.ts';
import { Problem } from '../kernel/problem.ts';
import { asRefusal } from '../platform/database/away.ts';
import { InputPipe } from '../platform/http/input.pipe.ts';
import { proofRequired } from '../sessions/sessions.problems.ts';
import { problemDocument } from '../platform/http/problem-document.ts';

export type FormFields = Record<string, unknown>;

/** The result of a form, or why it was refused. */
export type Attempt<T> = { done: T; refusal: null } | { done: null; refusal: ProblemShape };

const pipe = new InputPipe();

/** Reads the named fields as a request of the API. Empty fields are left out; line ends become line feeds. */
export function readForm<T>(request: Type<T>, form: FormFields | undefined, fields: readonly string[]): Promise<T> {
  const values = fields
    .map((field) => [field, form?.[field]] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  // Browsers send line ends of forms as CRLF (HTML, form submission); the reader typed one line end.
  const plain = Object.fromEntries(
    values.map(([field, value]) => [field, typeof value === 'string' ? value.replace(/\r\n/g, '\n') : value]),
  );
  return readFields(request, plain);
}

/** As `readForm`, for fields that are no longer texts. */
export function readFields<T>(request: Type<T>, form: object): Promise<T> {
  return pipe.transform(form, { type: 'body', metatype: request }) as Promise<T>;
}

/** Runs the work, or returns why it was refused. Any other error passes. */
export async function attempt<T>(locale: Locale, work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { done: await work(), refusal: null };
  } catch (thrown) {
    const error = asRefusal(thrown);
    if (!(error instanceof Problem)) throw thrown;
    return { done: null, refusal: problemDocument(error, locale, blindId()) };
  }
}

/** A proof of work has a page of its own, which keeps the typed fields and sends them again after some seconds. */
export function passOnChallenge(refusal: ProblemShape | null): void {
  const { challenge, bits, seconds } = refusal ?? {};
  if (challenge === undefined) return;
  throw proofRequired({ challenge, bits: bits ?? 0, seconds: seconds ?? 0 }, { retryAfterSeconds: seconds ?? 1 });
}

/** A typed field, to be shown again. */
export const typed = (form: FormFields | undefined, field: string): string =>
  typeof form?.[field] === 'string' ? form[field] : '';

/** The lines of a field. */
export const lines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);

import type { ArrivedEmail, ReadingRules } from './reading/read-email.ts';

/** The e-mail that the worker is asked to read, and the rules for it. */
export type EmailRequest =
  | { readonly kind: 'arrival'; readonly email: ArrivedEmail; readonly rules: ReadingRules }
  | { readonly kind: 'returned'; readonly raw: Buffer };

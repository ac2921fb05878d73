import type { ArrivedEmail, ReadingRules } from './reading/read-email.ts';

/** What the worker is asked to read, and how. */
export type EmailRequest =
  | { readonly kind: 'arrival'; readonly email: ArrivedEmail; readonly rules: ReadingRules }
  | { readonly kind: 'returned'; readonly raw: Buffer };

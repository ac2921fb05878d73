import type { EmailBrand } from '../platform/mail/html-email.ts';
import { brandColours, USUAL_ACCENT } from './brand-colours.policy.ts';

/** What an e-mail shows of its conference; the accent is null for the usual one. */
export interface BrandedConference {
  title: string;
  accent: string | null;
}

/** A conference's name in its colour, for its e-mails, which are always read on white. */
export const emailBrand = (title: string, accent: string | null): EmailBrand => ({
  name: title,
  colour: brandColours(accent ?? USUAL_ACCENT).light.accent,
});

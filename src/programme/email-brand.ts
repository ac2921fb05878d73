import type { EmailBrand } from '../platform/mail/email.ts';
import { brandColours, USUAL_ACCENT } from './brand-colours.policy.ts';

/** The conference as its e-mails show it; the accent is null for the usual one. */
export interface BrandedConference {
  title: string;
  accent: string | null;
}

/** A conference's name in its colours, for its e-mails. */
export function emailBrand(title: string, accent: string | null): EmailBrand {
  const { light, dark } = brandColours(accent ?? USUAL_ACCENT);
  return {
    name: title,
    light: { accent: light.accent, ink: light.ink },
    dark: { accent: dark.accent, ink: dark.ink },
  };
}

/** The subject of an e-mail of a conference, which comes first, so that a mailbox sorts itself. */
export const subjectIn = (conferenceTitle: string, subject: string): string => `[${conferenceTitle}] ${subject}`;

import type { ProblemShape } from '../components/shapes.ts';
import type { ErasureDelays } from './leaving-section.tsx';
import type { PageContext } from './page.tsx';

export interface MeProps {
  context: PageContext;
  /** Null for a guest, whose account is deleted after `guestDays` without a visit. */
  emailMasked: string | null;
  guestDays: number;
  answersByMail: boolean;
  /** Of the settings. */
  version: string;
  /** The language that a refused form chose. */
  chosenLocale: 'fr' | 'en' | null;
  refusal: ProblemShape | null;
  sessions: { id: string; begunAt: string; seenAt: string; current: boolean }[];
  passkeys: { id: string; name: string; madeOn: string; usedOn: string | null }[];
  statements: { decisionId: string; kind: string; at: string; reason: string }[];
  reports: { receipt: string; status: string; at: string }[];
  personas: { id: string; name: string; tagline: string; version: string; conferenceTitle: string }[];
  organizes: { slug: string; title: string }[];
  /** Conferences in which another persona can be made. */
  conferences: { slug: string; title: string }[];
  goneWithin: ErasureDelays;
  /** Whether a right is shown on none of the personas. */
  mustChoose: boolean;
}

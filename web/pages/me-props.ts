import type { ProblemShape } from '../components/shapes.ts';
import type { ErasureDelays } from './leaving-section.tsx';
import type { OwnRecapLine } from './me-recaps.tsx';
import type { PageContext } from './page.tsx';
import type { ProfileFieldValues } from './profile-fields.tsx';

export interface MeProps {
  context: PageContext;
  /** Null for a guest, whose account is deleted after `guestDays` without a visit. */
  emailMasked: string | null;
  guestDays: number;
  /** Of the settings. */
  version: string;
  /** The language that a refused form chose. */
  chosenLocale: 'fr' | 'en' | null;
  refusal: ProblemShape | null;
  sessions: { id: string; begunAt: string; seenAt: string; current: boolean }[];
  passkeys: { id: string; name: string; madeOn: string; usedOn: string | null }[];
  statements: { decisionId: string; kind: string; recapId: string | null; at: string; reason: string }[];
  recaps: OwnRecapLine[];
  reports: { receipt: string; status: string; at: string }[];
  personas: (ProfileFieldValues & {
    id: string;
    version: string;
    conferenceTitle: string;
    /** The path of its page; null while that has nothing to show. */
    page: string | null;
  })[];
  organizes: { slug: string; title: string }[];
  /** Conferences in which another persona can be made. */
  conferences: { slug: string; title: string }[];
  goneWithin: ErasureDelays;
  /** Whether a right is shown on none of the personas. */
  mustChoose: boolean;
  /** The fields of a refused form of a profile, to be shown again; without an id of the one that was to be added. */
  refusedProfile: (ProfileFieldValues & { id?: string }) | null;
}

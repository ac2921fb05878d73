type BadgeRole = 'speaker' | 'moderator' | 'organizer';

/** What an account may do in one conference, as far as a badge shows it. */
interface RightsHeld {
  readonly organizer: boolean;
  readonly moderator: boolean;
  readonly moderatorOf: ReadonlySet<string>;
  readonly speakerOf: ReadonlySet<string>;
}

/** A right in one conference: about a talk, or about the whole of it. */
export interface Right {
  readonly role: BadgeRole;
  readonly talkId: string | null;
}

/** Null: on no persona, until one is chosen. */
export type WornBadge = Right & { readonly personaId: string | null };

/** An account in one conference, as far as its badges go; only personas that are not withdrawn. */
export interface Wearer {
  readonly roles: RightsHeld;
  readonly badges: readonly WornBadge[];
  readonly personas: readonly { readonly id: string }[];
}

/** Every right an account has in a conference. */
export const rightsOf = ({ speakerOf, moderator, moderatorOf, organizer }: RightsHeld): Right[] => [
  ...[...speakerOf].map((talkId) => ({ role: 'speaker' as const, talkId })),
  ...(moderator ? [{ role: 'moderator' as const, talkId: null }] : []),
  ...[...moderatorOf].map((talkId) => ({ role: 'moderator' as const, talkId })),
  ...(organizer ? [{ role: 'organizer' as const, talkId: null }] : []),
];

/** The persona that shows a right: the one it was put on; before that the only one there is; else none. */
export function wearerOf({ badges, personas }: Omit<Wearer, 'roles'>, right: Right): string | null {
  const badge = badges.find(({ role, talkId }) => role === right.role && talkId === right.talkId);
  if (badge) return badge.personaId;
  return personas.length === 1 ? personas[0]!.id : null;
}

/** What one persona shows beside its name on what it says about a talk. */
export function badgesOn(personaId: string, wearer: Wearer, talkId: string | null): BadgeRole[] {
  const shown = rightsAbout(wearer.roles, talkId)
    .filter((right) => wearerOf(wearer, right) === personaId)
    .map(({ role }) => role);
  return [...new Set(shown)];
}

/**
 * The persona that answers for an account in the thread of a talk when none is named; null when none shows a right
 * there.
 */
export function answeringPersona(wearer: Wearer, talkId: string | null): string | null {
  for (const right of rightsAbout(wearer.roles, talkId)) {
    const personaId = wearerOf(wearer, right);
    if (personaId !== null) return personaId;
  }
  return null;
}

const rightsAbout = (roles: RightsHeld, talkId: string | null): Right[] =>
  rightsOf(roles).filter((right) => right.talkId === null || right.talkId === talkId);

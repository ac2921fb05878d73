type BadgeRole = 'speaker' | 'moderator' | 'organizer';

/** The rights of an account in one conference that a badge can show. */
interface RightsHeld {
  readonly organizer: boolean;
  readonly moderator: boolean;
  readonly moderatorOf: ReadonlySet<string>;
  readonly speakerOf: ReadonlySet<string>;
}

/** A right in one conference: for one talk, or for the whole of it. */
export interface Right {
  readonly role: BadgeRole;
  readonly talkId: string | null;
}

/** Null until a persona is chosen. */
export type WornBadge = Right & { readonly personaId: string | null };

/** An account's rights, badges and personas in one conference, without withdrawn personas. */
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

/** The persona that shows a right: the one with its badge; without a badge, the account's only persona; else none. */
export function wearerOf({ badges, personas }: Omit<Wearer, 'roles'>, right: Right): string | null {
  const badge = badges.find(({ role, talkId }) => role === right.role && talkId === right.talkId);
  if (badge) return badge.personaId;
  return personas.length === 1 ? personas[0]!.id : null;
}

/** The badges beside a persona's name on what it says about a talk. */
export function badgesOn(personaId: string, wearer: Wearer, talkId: string | null): BadgeRole[] {
  const shown = rightsAbout(wearer.roles, talkId)
    .filter((right) => wearerOf(wearer, right) === personaId)
    .map(({ role }) => role);
  return [...new Set(shown)];
}

/**
 * The persona that answers for an account in a talk's thread when none is named; null when none shows a right there.
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

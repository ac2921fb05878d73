import { leads, mayEnter, type Roles } from '../accounts/grants.queries.ts';
import type { Caller } from '../platform/http/access.ts';
import { partialityOf } from './impartiality.policy.ts';
import { maySanction, mayDecideAppeal, type AppealParties } from './moderation.policy.ts';

export type PowersRole = 'reader' | 'participant' | 'speaker' | 'talk-moderator' | 'moderator' | 'organizer';
export const POWERS_ROLES: readonly PowersRole[] = [
  'reader',
  'participant',
  'speaker',
  'talk-moderator',
  'moderator',
  'organizer',
];

/** The talk of the example's speakers and talk moderators; all else belongs to `null`. */
const THEIRS = 'theirs';
const NOTHING: Roles = { organizer: false, moderator: false, moderatorOf: new Set(), speakerOf: new Set() };

/** The roles of each column; a reader is not even signed in. */
const ROLES: Readonly<Record<PowersRole, Roles | null>> = {
  reader: null,
  participant: NOTHING,
  speaker: { ...NOTHING, speakerOf: new Set([THEIRS]) },
  'talk-moderator': { ...NOTHING, moderatorOf: new Set([THEIRS]) },
  moderator: { ...NOTHING, moderator: true },
  organizer: { ...NOTHING, organizer: true },
};

/** An act: its route, its talk, and what the verb checks beyond the route. */
interface PowersAct {
  route: string;
  talkId?: string;
  also?: (roles: Roles) => boolean;
}

/** For an author's matter without an appeal. */
const isImpartial = (actorId: string, kind: string): boolean =>
  partialityOf(actorId, kind, { subjectIds: ['author'], partyIds: [] }) === null;

const PARTIES: AppealParties = { firstActorId: 'first', appellantId: 'author', authorId: 'author', isReporter: false };

/** `pages.powers.acts.<name>` describes each. */
const POWERS: Readonly<Record<string, PowersAct>> = {
  read: { route: 'GET threads/:id/comments' },
  report: { route: 'POST comments/:id/reports' },
  write: { route: 'PUT comments/:id/vote' },
  appeal: { route: 'POST decisions/:id/appeals' },
  answer: { route: 'POST questions/:id/answers', talkId: THEIRS, also: (roles) => leads(roles, THEIRS) },
  decideInTalk: { route: 'POST admin/comments/:id/withhold', talkId: THEIRS },
  hideNote: { route: 'POST admin/comments/:id/note/withhold', talkId: THEIRS },
  decide: { route: 'POST admin/comments/:id/withhold' },
  sanction: { route: 'POST admin/personas/:id/sanctions', also: (roles) => maySanction(roles, NOTHING) },
  sanctionModerator: {
    route: 'POST admin/personas/:id/sanctions',
    also: (roles) => maySanction(roles, { organizer: false, moderator: true }),
  },
  decideOwn: { route: 'POST admin/comments/:id/restore', also: () => isImpartial('author', 'restore') },
  endOwnSanction: { route: 'DELETE admin/sanctions/:id', also: () => isImpartial('author', 'unsuspend') },
  decideAppeal: { route: 'POST admin/appeals/:id/decision', also: () => mayDecideAppeal('second', PARTIES) },
  decideOwnAppeal: { route: 'POST admin/appeals/:id/decision', also: () => mayDecideAppeal('first', PARTIES) },
  invite: { route: 'POST admin/conferences/:conference/invitations' },
  audit: { route: 'GET admin/conferences/:conference/audit' },
};

/**
 * Tabulates who may do what, by the rules of the guard and the verbs: for each act and role, whether the route and the
 * verb agree. `callerAt` returns the declared caller of `METHOD path`, and throws without one.
 */
export const powersTable = (callerAt: (route: string) => Caller): { name: string; may: boolean[] }[] =>
  Object.entries(POWERS).map(([name, { route, talkId = null, also = () => true }]) => ({
    name,
    may: POWERS_ROLES.map((role) => mayEnter(callerAt(route), ROLES[role], talkId) && also(ROLES[role] ?? NOTHING)),
  }));

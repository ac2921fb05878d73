import { leads, mayEnter, type Roles } from '../accounts/grants.queries.ts';
import type { Caller } from '../platform/http/access.ts';
import { partialityOf } from './impartiality.policy.ts';
import { maySanction, mayDecideAppeal, type AppealParties } from './moderation.policy.ts';

export type Face = 'reader' | 'participant' | 'speaker' | 'talk-moderator' | 'moderator' | 'organizer';
export const FACES: readonly Face[] = ['reader', 'participant', 'speaker', 'talk-moderator', 'moderator', 'organizer'];

/** The talk of the example's speakers and talk moderators; all else belongs to `null`. */
const THEIRS = 'theirs';
const NOTHING: Roles = { organizer: false, moderator: false, moderatorOf: new Set(), speakerOf: new Set() };

/** The roles of each column; a reader is not even signed in. */
const ROLES: Readonly<Record<Face, Roles | null>> = {
  reader: null,
  participant: NOTHING,
  speaker: { ...NOTHING, speakerOf: new Set([THEIRS]) },
  'talk-moderator': { ...NOTHING, moderatorOf: new Set([THEIRS]) },
  moderator: { ...NOTHING, moderator: true },
  organizer: { ...NOTHING, organizer: true },
};

/** An act: its route, its talk, and what the verb checks beyond the route. */
interface Power {
  door: string;
  talkId?: string;
  also?: (roles: Roles) => boolean;
}

/** For an author's matter without an appeal. */
const isImpartial = (actorId: string, kind: string): boolean =>
  partialityOf(actorId, kind, { subjectId: 'author', partyIds: [] }) === null;

const PARTIES: AppealParties = { firstActorId: 'first', appellantId: 'author', authorId: 'author', isReporter: false };

/** `pages.powers.acts.<name>` describes each. */
const POWERS: Readonly<Record<string, Power>> = {
  read: { door: 'GET threads/:id/comments' },
  report: { door: 'POST comments/:id/reports' },
  write: { door: 'PUT comments/:id/vote' },
  appeal: { door: 'POST decisions/:id/appeals' },
  answer: { door: 'POST questions/:id/answers', talkId: THEIRS, also: (roles) => leads(roles, THEIRS) },
  decideInTalk: { door: 'POST admin/comments/:id/withhold', talkId: THEIRS },
  hideNote: { door: 'POST admin/comments/:id/note/withhold', talkId: THEIRS },
  decide: { door: 'POST admin/comments/:id/withhold' },
  sanction: { door: 'POST admin/personas/:id/sanctions', also: (roles) => maySanction(roles, NOTHING) },
  sanctionModerator: {
    door: 'POST admin/personas/:id/sanctions',
    also: (roles) => maySanction(roles, { organizer: false, moderator: true }),
  },
  decideOwn: { door: 'POST admin/comments/:id/restore', also: () => isImpartial('author', 'restore') },
  endOwnSanction: { door: 'DELETE admin/sanctions/:id', also: () => isImpartial('author', 'unsuspend') },
  decideAppeal: { door: 'POST admin/appeals/:id/decision', also: () => mayDecideAppeal('second', PARTIES) },
  decideOwnAppeal: { door: 'POST admin/appeals/:id/decision', also: () => mayDecideAppeal('first', PARTIES) },
  invite: { door: 'POST admin/conferences/:conference/invitations' },
  audit: { door: 'GET admin/conferences/:conference/audit' },
};

/**
 * Who may do what, by the rules of the guard and the verbs: for each act and role, whether the route and the verb
 * agree. `callerAt` returns the declared caller of `METHOD path`, and throws without one.
 */
export const powersTable = (callerAt: (door: string) => Caller): { name: string; may: boolean[] }[] =>
  Object.entries(POWERS).map(([name, { door, talkId = null, also = () => true }]) => ({
    name,
    may: FACES.map((face) => mayEnter(callerAt(door), ROLES[face], talkId) && also(ROLES[face] ?? NOTHING)),
  }));

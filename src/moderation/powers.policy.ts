import { maySanction, mayDecideAppeal } from './moderation.policy.ts';

export type Face = 'reader' | 'participant' | 'speaker' | 'talk-moderator' | 'moderator' | 'organizer';
export const FACES: readonly Face[] = ['reader', 'participant', 'speaker', 'talk-moderator', 'moderator', 'organizer'];

const atLeast = (least: Face) => (face: Face): boolean => FACES.indexOf(face) >= FACES.indexOf(least);
const power = (face: Face) => ({ organizer: face === 'organizer', moderator: face === 'moderator' });

/** Who may do what, asked of the rules that the verbs ask. `pages.powers.acts.<name>` says each in words. */
export const POWERS: Readonly<Record<string, (face: Face) => boolean>> = {
  read: () => true,
  report: () => true,
  write: atLeast('participant'),
  appeal: atLeast('participant'),
  answer: atLeast('speaker'),
  decideInTalk: atLeast('talk-moderator'),
  decide: atLeast('moderator'),
  sanction: (face) => atLeast('moderator')(face) && maySanction(power(face), { organizer: false, moderator: false }, false),
  sanctionModerator: (face) => atLeast('moderator')(face) && maySanction(power(face), { organizer: false, moderator: true }, false),
  decideAppeal: (face) => atLeast('moderator')(face) && mayDecideAppeal('second', { firstActorId: 'first', appellantId: 'author' }),
  decideOwnAppeal: (face) => atLeast('moderator')(face) && mayDecideAppeal('first', { firstActorId: 'first', appellantId: 'author' }),
  invite: atLeast('organizer'),
  audit: atLeast('organizer'),
};

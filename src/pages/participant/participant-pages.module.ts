import { AcceptedInvitation } from './accepted-invitation.ts';
import { ClaimPages } from './claim.page.ts';
import { EmailPages } from './email.page.ts';
import { FollowPages } from './follow.page.ts';
import { LeavingPages } from './leaving.page.ts';
import { MePageView } from './me-view.ts';
import { MePages } from './me.page.ts';
import { OwnAccount } from './own-account.ts';
import { OwnPersonasPages } from './own-personas.page.ts';
import { PersonalRecapPages } from './personal-recap.page.ts';
import { SaveRecapForm } from './save-recap-form.ts';
import { OwnQuestionsPages } from './own-questions.page.ts';
import { OwnRecaps } from './own-recaps.ts';
import { OwnSessionsPages } from './own-sessions.page.ts';
import { OwnTokensPages } from './own-tokens.page.ts';
import { ReplyDraftPages } from './reply-draft.page.ts';
import { SignInPages } from './sign-in.page.ts';
import { StatementPages } from './statement.page.ts';
import { UnsubscribePages } from './unsubscribe.page.ts';

/** The pages of a participant's own account, and the ways to it. */
export const PARTICIPANT_PAGES = [
  ClaimPages,
  UnsubscribePages,
  EmailPages,
  FollowPages,
  LeavingPages,
  MePages,
  OwnPersonasPages,
  OwnQuestionsPages,
  OwnSessionsPages,
  OwnTokensPages,
  PersonalRecapPages,
  ReplyDraftPages,
  SignInPages,
  StatementPages,
];

/** The queries and verbs of these pages. */
export const PARTICIPANT_VIEWS = [AcceptedInvitation, MePageView, OwnAccount, OwnRecaps, SaveRecapForm];

import { Injectable } from '@nestjs/common';
import { MePage } from '../../../web/pages/me-page.tsx';
import type { ProfileFieldValues } from '../../../web/pages/profile-fields.tsx';
import type { ProblemShape } from '../../../web/components/shapes.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import { StatementsQueries } from '../../moderation/statements.queries.ts';
import { PasskeysQueries } from '../../passkeys/passkeys.queries.ts';
import { SESSION_DAYS } from '../../sessions/session.policy.ts';
import { SessionsQueries } from '../../sessions/sessions.queries.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { GONE_WITHIN } from '../retention.ts';
import { OwnAccount } from './own-account.ts';
import { OwnRecaps } from './own-recaps.ts';

/** Settings and a profile as a form had them. */
interface ChosenSettings {
  locale?: 'fr' | 'en';
  /** Without an id: the one that was to be added. */
  profile?: ProfileFieldValues & { id?: string };
}

/** Draws the account page, with the refusal of the last form. */
@Injectable()
export class MePageView {
  // The page shows all that an account has.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly ownAccount: OwnAccount,
    private readonly ownRecaps: OwnRecaps,
    private readonly sessionsQueries: SessionsQueries,
    private readonly passkeysQueries: PasskeysQueries,
    private readonly statementsQueries: StatementsQueries,
    private readonly reportsQueries: ReportsQueries,
  ) {}

  /** `chosen` is what a refused form chose, which it shows again. */
  async show(page: ParticipantPage, refusal: ProblemShape | null, chosen: ChosenSettings = {}): Promise<void> {
    const { accountId } = page.actor;
    const { conference: slug } = page.request.query as Record<string, unknown>;
    const [account, recaps, sessions, passkeys, statements, reports] = await Promise.all([
      this.ownAccount.get(accountId, typeof slug === 'string' ? slug : null),
      this.ownRecaps.list(accountId),
      this.sessionsQueries.list(page.actor),
      this.passkeysQueries.list(accountId),
      this.statementsQueries.list(accountId, { limit: 20 }),
      this.reportsQueries.listOf(accountId, { limit: 20 }),
    ]);
    page.show(
      MePage,
      { titleKey: 'pages.me.title', kind: 'me', status: refusal?.status },
      {
        ...account,
        chosenLocale: chosen.locale ?? null,
        refusedProfile: chosen.profile ?? null,
        goneWithin: GONE_WITHIN,
        guestDays: SESSION_DAYS,
        recaps,
        sessions,
        passkeys,
        statements: statements.items,
        reports: reports.items,
        refusal,
      },
    );
  }
}

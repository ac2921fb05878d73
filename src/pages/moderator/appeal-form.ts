import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { DecideAppeal } from '../../moderation/decide-appeal.ts';
import { AppealOutcomeRequest } from '../../moderation/moderation.requests.ts';
import { ScopeRegistry, appealIn, type ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** Carries out the form of an appeal, by the API's verb. */
@Injectable()
export class AppealForm {
  constructor(
    private readonly decideAppeal: DecideAppeal,
    private readonly grantsQueries: GrantsQueries,
    private readonly scopeRegistry: ScopeRegistry,
  ) {}

  async decide(actor: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const appealId = typed(form, 'appealId');
    const [where, talkId] = await Promise.all([
      this.scopeRegistry.conferenceOf(appealIn('appealId'), appealId),
      this.scopeRegistry.talkOf(appealIn('appealId'), appealId),
    ]);
    if (where !== conferenceId) throw notFound();
    if (!moderates(await this.grantsQueries.rolesIn(actor.accountId, conferenceId), talkId)) throw notAllowed();
    const fields = { ...form, outcome: typed(form, 'act') };
    const { outcome, reason } = await readForm(AppealOutcomeRequest, fields, ['outcome', 'reason']);
    await this.decideAppeal.decide(actor.accountId, appealId, { outcome, reason });
  }
}

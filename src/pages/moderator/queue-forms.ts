import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { CommentsQueries, type OwnedRow } from '../../comments/comments.queries.ts';
import { Clock } from '../../kernel/clock.ts';
import { invalidRequest, notAllowed, notFound } from '../../kernel/common.problems.ts';
import { Problem } from '../../kernel/problem.ts';
import { DecideAppeal } from '../../moderation/decide-appeal.ts';
import { DecideOnComment } from '../../moderation/decide-on-comment.ts';
import { DismissReport } from '../../moderation/dismiss-report.ts';
import {
  AppealOutcomeRequest,
  ReasonRequest,
  SanctionRequest,
  WithholdRequest,
} from '../../moderation/moderation.requests.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import { SanctionPersona } from '../../moderation/sanction-persona.ts';
import { ScopeRegistry, appealIn, personaIn, sanctionIn, type ActorInSession } from '../../platform/http/access.ts';
import { Forms, typed, type Form } from '../forms.ts';

/** So many at once with one reason. */
const BULK = 50;

/** What the forms of the queue do, by the verbs the API calls. */
@Injectable()
export class AtTheQueue {
  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly forms: Forms,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly decideOnComment: DecideOnComment,
    private readonly reportsQueries: ReportsQueries,
    private readonly dismissReport: DismissReport,
    private readonly decideAppeal: DecideAppeal,
    private readonly sanctionPersona: SanctionPersona,
    private readonly scopeRegistry: ScopeRegistry,
    private readonly clock: Clock,
  ) {}

  async decide(actor: ActorInSession, conferenceId: string, form: Form): Promise<void> {
    const act = typed(form, 'act');
    if (act === 'upheld' || act === 'reversed')
      return this.decideOnAppeal(actor, conferenceId, { ...form, outcome: act });
    const chosen =
      form?.['ids'] === undefined
        ? [`${typed(form, 'commentId')}.${typed(form, 'revision')}`]
        : [form['ids']]
            .flat()
            .filter((id): id is string => typeof id === 'string')
            .slice(0, BULK);
    if (chosen.length === 0) throw invalidRequest([{ pointer: '#/ids', detail: 'Choose at least one.' }]);
    // One after another, each a decision of its own: what is refused keeps none of the others from being decided.
    const refusals: Problem[] = [];
    for (const each of chosen) {
      const [id = '', revision = ''] = each.split('.');
      await this.one(actor, conferenceId, { id, revision: Number(revision), act, form }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        refusals.push(error);
      });
    }
    if (refusals[0]) throw refusals[0];
  }

  async sanction(actor: ActorInSession, conferenceId: string, form: Form): Promise<void> {
    const personaId = typed(form, 'personaId');
    if ((await this.scopeRegistry.conferenceOf(personaIn('personaId'), personaId)) !== conferenceId) throw notFound();
    const days = Number(typed(form, 'days'));
    const { kind, rule, reason } = await this.forms.read(SanctionRequest, form, ['kind', 'rule', 'reason']);
    await this.sanctionPersona.sanction(actor.accountId, personaId, {
      kind,
      rule,
      reason,
      until: Number.isInteger(days) && days > 0 && days <= 366 ? this.clock.in({ days }) : null,
    });
  }

  async end(
    actor: ActorInSession,
    conferenceId: string,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    if ((await this.scopeRegistry.conferenceOf(sanctionIn('id'), id)) !== conferenceId) throw notFound();
    await this.sanctionPersona.end(actor.accountId, id, reason);
  }

  private async one(
    actor: ActorInSession,
    conferenceId: string,
    { id, revision, act, form }: { id: string; revision: number; act: string; form: Form },
  ): Promise<void> {
    const comment = await this.commentsQueries.get(id);
    await this.demand(actor, conferenceId, comment);
    if (act === 'withhold')
      await this.decideOnComment.withhold(
        actor.accountId,
        id,
        await this.forms.read(WithholdRequest, form, ['rule', 'reason']),
      );
    else if (act === 'release') await this.decideOnComment.release(actor.accountId, id, revision);
    else if (act === 'dismiss') {
      const { reason } = await this.forms.read(ReasonRequest, { reason: form?.['dismissal'] }, ['reason']);
      for (const reportId of await this.reportsQueries.openOn(id))
        await this.dismissReport.dismiss(actor.accountId, reportId, reason);
    }
  }

  private async decideOnAppeal(actor: ActorInSession, conferenceId: string, form: Form): Promise<void> {
    const appealId = typed(form, 'appealId');
    const [where, talkId] = await Promise.all([
      this.scopeRegistry.conferenceOf(appealIn('appealId'), appealId),
      this.scopeRegistry.talkOf(appealIn('appealId'), appealId),
    ]);
    if (where !== conferenceId) throw notFound();
    if (!moderates(await this.grantsQueries.rolesIn(actor.accountId, conferenceId), talkId)) throw notAllowed();
    const { outcome, reason } = await this.forms.read(AppealOutcomeRequest, form, ['outcome', 'reason']);
    await this.decideAppeal.decide(actor.accountId, appealId, { outcome, reason });
  }

  private async demand({ accountId }: ActorInSession, conferenceId: string, comment: OwnedRow): Promise<void> {
    if (comment.conferenceId !== conferenceId) throw notFound();
    if (!moderates(await this.grantsQueries.rolesIn(accountId, conferenceId), comment.talkId)) throw notAllowed();
  }
}

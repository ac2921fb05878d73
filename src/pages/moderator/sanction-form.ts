import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { SanctionRequest } from '../../moderation/moderation.requests.ts';
import { SanctionPersona } from '../../moderation/sanction-persona.ts';
import { ScopeRegistry, personaIn, sanctionIn, type ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** Carries out the forms about sanctions, by the API's verb. */
@Injectable()
export class SanctionForm {
  constructor(
    private readonly sanctionPersona: SanctionPersona,
    private readonly scopeRegistry: ScopeRegistry,
    private readonly clock: Clock,
  ) {}

  async impose(actor: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const personaId = typed(form, 'personaId');
    if ((await this.scopeRegistry.conferenceOf(personaIn('personaId'), personaId)) !== conferenceId) throw notFound();
    const days = Number(typed(form, 'days'));
    const { kind, rule, reason } = await readForm(SanctionRequest, form, ['kind', 'rule', 'reason']);
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
}

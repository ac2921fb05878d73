import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.ts';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import { SanctionRequest } from '../../moderation/moderation.requests.ts';
import { SanctionPersona } from '../../moderation/sanction-persona.ts';
import { ScopeRegistry, personaIn, sanctionIn, type ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** Longest time a form imposes, in days; the API takes any end that is still to come. */
const DAYS_AT_MOST = 366;

/** Carries out the forms about sanctions, by the API's verb. */
@Injectable()
export class SanctionForm {
  constructor(
    private readonly sanctionPersona: SanctionPersona,
    private readonly scopeRegistry: ScopeRegistry,
    private readonly clock: Clock,
  ) {}

  /** Throws `not-found`, `invalid-request` (days that are no number from 1 to 366), and what the verb throws. */
  async impose(actor: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const personaId = typed(form, 'personaId');
    if ((await this.scopeRegistry.conferenceOf(personaIn('personaId'), personaId)) !== conferenceId) throw notFound();
    const days = daysIn(form);
    const { kind, rule, reason } = await readForm(SanctionRequest, form, ['kind', 'rule', 'reason']);
    await this.sanctionPersona.sanction(actor.accountId, personaId, {
      kind,
      rule,
      reason,
      until: days === null ? null : this.clock.in({ days }),
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

/** Null where the field was left empty: for good. Anything else that is no number of days must not last for ever. */
function daysIn(form: FormFields): number | null {
  const days = form['days'];
  if (days === '') return null;
  if (typeof days === 'string' && /^[1-9]\d{0,2}$/.test(days) && Number(days) <= DAYS_AT_MOST) return Number(days);
  throw invalidRequest([{ pointer: '#/days', detail: `Choose 1 to ${DAYS_AT_MOST} days, or no end.` }]);
}

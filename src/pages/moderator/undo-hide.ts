import { Injectable } from '@nestjs/common';
import { words } from '../../../locales/catalogues.ts';
import { Clock } from '../../kernel/clock.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { isUuid } from '../../kernel/ids.ts';
import { RepeatedDecisions } from '../../moderation/repeated-decisions.queries.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { QueueForm } from './queue-form.ts';

/** Minutes for which a moderator takes back a hide by one press; later it is shown again with a reason. */
const UNDO_MINUTES = 10;

/** Takes back what a moderator has just hidden in a thread, by the API's verb and with a reason of its own. */
@Injectable()
export class UndoHide {
  constructor(
    private readonly repeatedDecisions: RepeatedDecisions,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly queueForm: QueueForm,
    private readonly clock: Clock,
  ) {}

  /** Whether this account has just hidden the comment, and nobody has decided on it since. */
  isOffered({ accountId }: ActorInSession, commentId: string): Promise<boolean> {
    return this.repeatedDecisions.isOwnHide(accountId, commentId, this.clock.ago({ minutes: UNDO_MINUTES }));
  }

  /**
   * Pressed twice, it is done once. Throws `not-found` for what is no comment, `not-allowed` for another's decision
   * and for an older one, and what the verb throws.
   */
  async undo(actor: ActorInSession, conferenceId: string, commentId: string): Promise<void> {
    if (!isUuid(commentId)) throw notFound();
    const { locale } = await this.programmeQueries.getConference(conferenceId);
    const form = { act: 'restore', commentId, reason: words(locale)('pages.ledger.undone') };
    const isRepeated = (): Promise<boolean> =>
      this.repeatedDecisions.isLastOnWords(
        actor.accountId,
        { kind: 'comment', id: commentId },
        { kind: 'restore', rule: null, reason: form.reason },
      );
    if (await this.isOffered(actor, commentId)) await this.queueForm.decide(actor, conferenceId, form);
    else if (!(await isRepeated())) throw notAllowed();
  }
}

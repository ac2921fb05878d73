import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { Problem } from '../../kernel/problem.ts';
import { DecideOnWords } from '../../moderation/decide-on-words.ts';
import { DismissReport } from '../../moderation/dismiss-report.ts';
import type { JudgedWords } from '../../moderation/judged-words.ts';
import { JudgedWordsQueries } from '../../moderation/judged-words.queries.ts';
import { ReasonRequest, WithholdRequest } from '../../moderation/moderation.requests.ts';
import { RepeatedDecisions } from '../../moderation/repeated-decisions.queries.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** The words that a form is about, and the revision of them that was shown. */
export interface ChosenWords {
  words: JudgedWords;
  revision: number;
}

/** Carries out the queue's forms about comments and recaps, by the API's verbs. */
@Injectable()
export class QueueForm {
  // Decisions and dismissals are made and found by verbs and queries of their own.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly judgedWordsQueries: JudgedWordsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly decideOnWords: DecideOnWords,
    private readonly repeatedDecisions: RepeatedDecisions,
    private readonly reportsQueries: ReportsQueries,
    private readonly dismissReport: DismissReport,
  ) {}

  /**
   * Decides on the words that the form belongs to. Sent twice, as by two presses of a button, it is done once. Throws
   * `not-found`, `not-allowed`, `invalid-request`, and what the verbs throw.
   */
  decide(actor: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    return this.decideOn(actor, conferenceId, chosenIn(form), form);
  }

  /** Whether the decision of the form is the last one on these words, made by the same moderator. */
  async isDone({ accountId }: ActorInSession, words: JudgedWords, form: FormFields): Promise<boolean> {
    const kind = typed(form, 'act') as 'withhold' | 'release';
    const sent = kind === 'withhold' ? await readForm(WithholdRequest, form, ['rule', 'reason']) : NO_REASON;
    return this.repeatedDecisions.isLastOnWords(accountId, words, { kind, ...sent });
  }

  /** As `decide`, on words of a list. */
  async decideOn(
    { accountId }: ActorInSession,
    conferenceId: string,
    { words, revision }: ChosenWords,
    form: FormFields,
  ): Promise<void> {
    const act = typed(form, 'act');
    const facts = await this.judgedWordsQueries.get(words);
    if (facts.conferenceId !== conferenceId) throw notFound();
    const roles = await this.grantsQueries.rolesIn(accountId, conferenceId);
    if (!moderates(roles, facts.talkId)) throw notAllowed();
    if (act === 'withhold') {
      const reasons = await readForm(WithholdRequest, form, ['rule', 'reason']);
      await this.once(accountId, words, { kind: act, ...reasons }, () =>
        this.decideOnWords.withhold(accountId, words, reasons),
      );
    } else if (act === 'release') {
      await this.once(accountId, words, { kind: act, ...NO_REASON }, () =>
        this.decideOnWords.release(accountId, words, revision),
      );
    } else if (act === 'restore') {
      const reasons = await readForm(ReasonRequest, form, ['reason']);
      await this.once(accountId, words, { kind: act, rule: null, ...reasons }, () =>
        this.decideOnWords.restore(accountId, words, reasons),
      );
    } else if (act === 'dismiss') {
      const { reason } = await readForm(ReasonRequest, { reason: form?.['dismissal'] }, ['reason']);
      for (const reportId of await this.reportsQueries.openOn(words))
        await this.dismissReport.dismiss(accountId, reportId, reason);
    }
  }

  /** Decides, unless the decision that stands in the way is this very one. Throws what `decision` throws. */
  private async once(
    actorId: string,
    words: JudgedWords,
    sent: Parameters<RepeatedDecisions['isLastOnWords']>[2],
    decision: () => Promise<void>,
  ): Promise<void> {
    try {
      await decision();
    } catch (error) {
      const isInTheWay = error instanceof Problem && error.kind.status === 409;
      if (!isInTheWay || !(await this.repeatedDecisions.isLastOnWords(actorId, words, sent))) throw error;
    }
  }
}

/** A release is recorded without a rule and a reason. */
const NO_REASON = { rule: null, reason: '' };

function chosenIn(form: FormFields | undefined): ChosenWords {
  const recapId = typed(form, 'recapId');
  return {
    words: recapId === '' ? { kind: 'comment', id: typed(form, 'commentId') } : { kind: 'recap', id: recapId },
    revision: Number(typed(form, 'revision')),
  };
}

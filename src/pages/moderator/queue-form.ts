import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { invalidRequest, notAllowed, notFound } from '../../kernel/common.problems.ts';
import { Problem } from '../../kernel/problem.ts';
import { DecideOnComment } from '../../moderation/decide-on-comment.ts';
import { DismissReport } from '../../moderation/dismiss-report.ts';
import { ReasonRequest, WithholdRequest } from '../../moderation/moderation.requests.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** Most items one bulk decision may take. */
const BULK = 50;

interface ChosenComment {
  id: string;
  revision: number;
  form: FormFields;
}

/** Carries out the queue's forms about comments, by the API's verbs. */
@Injectable()
export class QueueForm {
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly decideOnComment: DecideOnComment,
    private readonly reportsQueries: ReportsQueries,
    private readonly dismissReport: DismissReport,
  ) {}

  async decide(actor: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const chosen = chosenIn(form);
    if (chosen.length === 0) throw invalidRequest([{ pointer: '#/ids', detail: 'Choose at least one.' }]);
    // One decision after another, so that a refusal does not stop the others.
    const refusals: Problem[] = [];
    for (const each of chosen) {
      const [id = '', revision = ''] = each.split('.');
      await this.decideOne(actor, conferenceId, { id, revision: Number(revision), form }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        refusals.push(error);
      });
    }
    if (refusals[0]) throw refusals[0];
  }

  private async decideOne(
    { accountId }: ActorInSession,
    conferenceId: string,
    { id, revision, form }: ChosenComment,
  ): Promise<void> {
    const act = typed(form, 'act');
    const comment = await this.commentsQueries.get(id);
    if (comment.conferenceId !== conferenceId) throw notFound();
    const roles = await this.grantsQueries.rolesIn(accountId, conferenceId);
    if (!moderates(roles, comment.talkId)) throw notAllowed();
    if (act === 'withhold') {
      const reasons = await readForm(WithholdRequest, form, ['rule', 'reason']);
      await this.decideOnComment.withhold(accountId, id, reasons);
    } else if (act === 'release') {
      await this.decideOnComment.release(accountId, id, revision);
    } else if (act === 'dismiss') {
      const { reason } = await readForm(ReasonRequest, { reason: form?.['dismissal'] }, ['reason']);
      for (const reportId of await this.reportsQueries.openOn(id))
        await this.dismissReport.dismiss(accountId, reportId, reason);
    }
  }
}

/** The comments of a form, each as `id.revision`: the selected ones, or the one it belongs to. */
const chosenIn = (form: FormFields | undefined): string[] =>
  form?.['ids'] === undefined
    ? [`${typed(form, 'commentId')}.${typed(form, 'revision')}`]
    : [form['ids']]
        .flat()
        .filter((id): id is string => typeof id === 'string')
        .slice(0, BULK);

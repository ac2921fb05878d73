import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { invalidRequest, notAllowed, notFound } from '../../kernel/common.problems.ts';
import { Problem } from '../../kernel/problem.ts';
import { DecideOnWords } from '../../moderation/decide-on-words.ts';
import { DismissReport } from '../../moderation/dismiss-report.ts';
import type { JudgedWords } from '../../moderation/judged-words.ts';
import { JudgedWordsQueries } from '../../moderation/judged-words.queries.ts';
import { ReasonRequest, WithholdRequest } from '../../moderation/moderation.requests.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** Most items one bulk decision may take. */
const BULK = 50;

interface ChosenWords {
  words: JudgedWords;
  revision: number;
}

/** Carries out the queue's forms about comments and recaps, by the API's verbs. */
@Injectable()
export class QueueForm {
  constructor(
    private readonly judgedWordsQueries: JudgedWordsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly decideOnWords: DecideOnWords,
    private readonly reportsQueries: ReportsQueries,
    private readonly dismissReport: DismissReport,
  ) {}

  async decide(actor: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const chosen = chosenIn(form);
    if (chosen.length === 0) throw invalidRequest([{ pointer: '#/ids', detail: 'Choose at least one.' }]);
    // One decision after another, so that a refusal does not stop the others.
    const refusals: Problem[] = [];
    for (const each of chosen) {
      await this.decideOne(actor, conferenceId, each, form).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        refusals.push(error);
      });
    }
    if (refusals[0]) throw refusals[0];
  }

  private async decideOne(
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
      await this.decideOnWords.withhold(accountId, words, await readForm(WithholdRequest, form, ['rule', 'reason']));
    } else if (act === 'release') {
      await this.decideOnWords.release(accountId, words, revision);
    } else if (act === 'restore') {
      await this.decideOnWords.restore(accountId, words, await readForm(ReasonRequest, form, ['reason']));
    } else if (act === 'dismiss') {
      const { reason } = await readForm(ReasonRequest, { reason: form?.['dismissal'] }, ['reason']);
      for (const reportId of await this.reportsQueries.openOn(words))
        await this.dismissReport.dismiss(accountId, reportId, reason);
    }
  }
}

/** What a form selects, each as `id.revision` or `id.version.recap`; or the words it belongs to. */
const chosenIn = (form: FormFields | undefined): ChosenWords[] =>
  form?.['ids'] === undefined
    ? [ofForm(form)]
    : [form['ids']]
        .flat()
        .filter((id): id is string => typeof id === 'string')
        .slice(0, BULK)
        .map(selected);

function ofForm(form: FormFields | undefined): ChosenWords {
  const recapId = typed(form, 'recapId');
  return {
    words: recapId === '' ? { kind: 'comment', id: typed(form, 'commentId') } : { kind: 'recap', id: recapId },
    revision: Number(typed(form, 'revision')),
  };
}

function selected(each: string): ChosenWords {
  const [id = '', revision = '', kind] = each.split('.');
  return { words: { kind: kind === 'recap' ? 'recap' : 'comment', id }, revision: Number(revision) };
}

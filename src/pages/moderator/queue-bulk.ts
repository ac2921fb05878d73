import { Injectable } from '@nestjs/common';
import { invalidRequest, notFound } from '../../kernel/common.problems.ts';
import { Problem } from '../../kernel/problem.ts';
import type { JudgedWords } from '../../moderation/judged-words.ts';
import { JudgedWordsQueries } from '../../moderation/judged-words.queries.ts';
import type { QueueKind } from '../../moderation/queue-statement.ts';
import { ReportsQueries } from '../../moderation/reports.queries.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import type { FormFields } from '../forms.ts';
import { decidedMeanwhile } from '../pages.problems.ts';
import { QueueForm, type ChosenWords } from './queue-form.ts';

/** Most items one bulk decision may take. */
const BULK = 50;

interface PlaceOfQueue {
  conferenceId: string;
  kind: QueueKind;
}

/** Carries out the form of a queue that decides on several words at once. */
@Injectable()
export class QueueBulk {
  constructor(
    private readonly queueForm: QueueForm,
    private readonly judgedWordsQueries: JudgedWordsQueries,
    private readonly reportsQueries: ReportsQueries,
  ) {}

  /**
   * Decides on what still waits of what is ticked. Sent twice, as by two presses of a button, it is done once. Throws
   * `invalid-request` without a tick, what `QueueForm` throws, and `queue-decided-meanwhile` when the rest is done.
   */
  async decide(actor: ActorInSession, { conferenceId, kind }: PlaceOfQueue, form: FormFields): Promise<void> {
    const chosen = choicesIn(form).slice(0, BULK).map(selected);
    if (chosen.length === 0) throw invalidRequest([{ pointer: '#/ids', detail: 'Choose at least one.' }]);
    // One decision after another, so that a refusal does not stop the others.
    const refusals: Problem[] = [];
    let count = 0;
    for (const each of chosen) {
      try {
        if (await this.waits(each.words, { conferenceId, kind }))
          await this.queueForm.decideOn(actor, conferenceId, each, form);
        else if (!(await this.queueForm.isDone(actor, each.words, form))) count += 1;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        refusals.push(error);
      }
    }
    if (refusals[0]) throw refusals[0];
    const done = chosen.length - count;
    if (count > 0) throw decidedMeanwhile({ count, done }, done === 0 ? { about: 'all' } : {});
  }

  private async waits(words: JudgedWords, { conferenceId, kind }: PlaceOfQueue): Promise<boolean> {
    const facts = await this.judgedWordsQueries.get(words);
    if (facts.conferenceId !== conferenceId) throw notFound();
    return kind === 'held' ? facts.state === 'held' : (await this.reportsQueries.openOn(words)).length > 0;
  }
}

/** Ticked words as they are sent: each as `id.revision`, or `id.version.recap`. */
export const choicesIn = (form: FormFields | undefined): string[] =>
  [form?.['ids']].flat().filter((id): id is string => typeof id === 'string');

function selected(each: string): ChosenWords {
  const [id = '', revision = '', kind] = each.split('.');
  return { words: { kind: kind === 'recap' ? 'recap' : 'comment', id }, revision: Number(revision) };
}

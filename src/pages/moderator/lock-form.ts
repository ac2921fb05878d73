import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound, versionOutdated } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { ThreadChangeRequest } from '../../moderation/moderation.requests.ts';
import { RepeatedDecisions } from '../../moderation/repeated-decisions.queries.ts';
import { Problem } from '../../kernel/problem.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { readForm, typed, type FormFields } from '../forms.ts';

/** Carries out the form that locks a thread or opens it again, by the API's verb. */
@Injectable()
export class LockForm {
  constructor(
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly repeatedDecisions: RepeatedDecisions,
  ) {}

  /**
   * Sent twice, as by two presses of a button, it is done once. Throws `not-found`, `not-allowed`, and what the verb
   * throws.
   */
  async set({ accountId }: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const thread = await this.threadsQueries.get(typed(form, 'threadId'));
    if (thread.conferenceId !== conferenceId) throw notFound();
    if (!moderates(await this.grantsQueries.rolesIn(accountId, conferenceId), thread.talkId)) throw notAllowed();
    const change = await readForm(ThreadChangeRequest, form, ['state', 'reason']);
    try {
      await this.changeThreadSettings.change(accountId, thread.id, change, preconditionOfForm(form['version']));
    } catch (error) {
      const isOutdated = error instanceof Problem && error.kind === versionOutdated.kind;
      if (!isOutdated || !(await this.isDone(accountId, thread.id, change))) throw error;
    }
  }

  private isDone(actorId: string, threadId: string, { state, reason = '' }: ThreadChangeRequest): Promise<boolean> {
    const kind = state === 'locked' ? 'lock' : 'unlock';
    return this.repeatedDecisions.isLastOnThread(actorId, threadId, { kind, rule: null, reason });
  }
}

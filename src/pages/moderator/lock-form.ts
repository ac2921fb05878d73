import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { ThreadChangeRequest } from '../../moderation/moderation.requests.ts';
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
  ) {}

  /** Throws `not-found`, `not-allowed`, and what the verb throws. */
  async set({ accountId }: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const thread = await this.threadsQueries.get(typed(form, 'threadId'));
    if (thread.conferenceId !== conferenceId) throw notFound();
    if (!moderates(await this.grantsQueries.rolesIn(accountId, conferenceId), thread.talkId)) throw notAllowed();
    const change = await readForm(ThreadChangeRequest, form, ['state', 'reason']);
    await this.changeThreadSettings.change(accountId, thread.id, change, preconditionOfForm(form['version']));
  }
}

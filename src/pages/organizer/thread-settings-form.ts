import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { ThreadChangeRequest } from '../../moderation/moderation.requests.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { readFields, typed, type FormFields } from '../forms.ts';

/** Carries out the form that sets the screening, the slow mode and the title of a thread, by the API's verb. */
@Injectable()
export class ThreadSettingsForm {
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
    const change = await readFields(ThreadChangeRequest, {
      ...changed('screening', typed(form, 'screening'), thread.screening ?? thread.settings.screening),
      ...slowModeIn(form, thread.slowMode ?? thread.settings.slowMode),
      // A thread of a talk or a recap has the title of that.
      ...(thread.talkId === null && thread.recapId === null && form['title'] !== undefined
        ? changed('title', typed(form, 'title').trim(), thread.title)
        : {}),
    });
    if (Object.keys(change).length === 0) return;
    await this.changeThreadSettings.change(accountId, thread.id, change, preconditionOfForm(form['version']));
  }
}

/** Only what differs from what is set is a decision. */
const changed = (name: string, chosen: unknown, now: unknown): object => (chosen === now ? {} : { [name]: chosen });

/** The slow mode of the form: none, or its seconds with a reason. */
function slowModeIn(form: FormFields, now: { interval: number; reason: string; until: string | null } | null): object {
  if (form['interval'] === undefined) return {};
  const interval = Number(typed(form, 'interval'));
  if (interval === 0) return changed('slowMode', null, now);
  const reason = typed(form, 'slowReason').trim();
  const isSame = now !== null && now.interval === interval && (reason === '' || reason === now.reason);
  return isSame ? {} : { slowMode: { interval, reason: reason || (now?.reason ?? ''), until: now?.until ?? null } };
}

import { Injectable } from '@nestjs/common';
import { GrantsQueries, moderates } from '../../accounts/grants.queries.ts';
import { notAllowed, notFound } from '../../kernel/common.problems.ts';
import { ChangeThreadSettings } from '../../moderation/change-thread-settings.ts';
import { ThreadChangeRequest } from '../../moderation/moderation.requests.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { preconditionOfForm } from '../../platform/http/edit-tags.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import type { SlowMode } from '../../programme/conference.settings.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import { readFields, typed, type FormFields } from '../forms.ts';
import { instantOf, typedInstant, typedSlowMode } from '../typed-instant.ts';

/** Carries out the form that sets the screening, the slow mode and the title of a thread, by the API's verb. */
@Injectable()
export class ThreadSettingsForm {
  constructor(
    private readonly threadsQueries: ThreadsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly changeThreadSettings: ChangeThreadSettings,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  /** Throws `not-found`, `not-allowed`, and what the verb throws. */
  async set({ accountId }: ActorInSession, conferenceId: string, form: FormFields): Promise<void> {
    const thread = await this.threadsQueries.get(typed(form, 'threadId'));
    if (thread.conferenceId !== conferenceId) throw notFound();
    if (!moderates(await this.grantsQueries.rolesIn(accountId, conferenceId), thread.talkId)) throw notAllowed();
    const { timeZone } = await this.programmeQueries.getConference(conferenceId);
    const change = await readFields(ThreadChangeRequest, {
      ...changed('screening', typed(form, 'screening'), thread.screening ?? thread.settings.screening),
      ...slowModeIn(form, thread.slowMode ?? thread.settings.slowMode, timeZone),
      ...phasesIn(form, thread, timeZone),
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

/** The slow mode of the form, when it differs: none, or its seconds with a reason and an end. */
function slowModeIn(form: FormFields, now: SlowMode | null, timeZone: string): object {
  if (form['interval'] === undefined) return {};
  const chosen = typedSlowMode(form, now, timeZone);
  const isSame = (['interval', 'reason', 'until'] as const).every((field) => chosen?.[field] === now?.[field]);
  return isSame ? {} : { slowMode: chosen };
}

const PHASES = ['opensAt', 'readonlyAt', 'archivedAt'] as const;

/** The times of the form that differ, to the minute, from those that are set. */
function phasesIn(form: FormFields, now: Record<(typeof PHASES)[number], Date>, timeZone: string): object {
  const phases = PHASES.flatMap((name) => {
    const written = typed(form, name).trim();
    const isSame = written === '' || written === typedInstant(timeZone, now[name].toISOString());
    return isSame ? [] : [[name, instantOf(timeZone, written)] as const];
  });
  return phases.length === 0 ? {} : { phases: Object.fromEntries(phases) };
}

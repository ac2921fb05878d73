import { Injectable } from '@nestjs/common';
import { invalidRequest } from '../kernel/common.problems.ts';
import { Precondition } from '../kernel/precondition.ts';
import type { Tx } from '../platform/database/database.ts';
import { ChangeThread } from '../threads/change-thread.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { phasesOf } from '../threads/phases.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { threadVersion, toThreadView, type ThreadView } from '../threads/thread.view.ts';
import type { ThreadContext } from '../threads/thread-write.ts';
import type { DecisionKind } from './decision.entity.ts';
import type { ThreadChangeRequest } from './moderation.requests.ts';
import { RecordDecision } from './record-decision.ts';

const versionOfLocked = ({ thread, head, conference }: ThreadContext): string =>
  threadVersion(toThreadView({ ...thread, ...head, settings: conference.settings }));

/** Changes a thread's settings for moderators: lock, slow mode, screening, phases, title. */
@Injectable()
export class ChangeThreadSettings {
  constructor(
    private readonly changeThread: ChangeThread,
    private readonly threadsQueries: ThreadsQueries,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly recordDecision: RecordDecision,
  ) {}

  /**
   * Throws `not-found`, `version-outdated`, `invalid-request` (a lock without a reason, another title for a recap's
   * discussion, phases out of order).
   */
  async change(
    actorId: string,
    threadId: string,
    asked: ThreadChangeRequest,
    precondition = Precondition.none,
  ): Promise<ThreadView> {
    if (asked.state !== undefined && asked.reason === undefined)
      throw invalidRequest([{ pointer: '#/reason', detail: 'Say why; the reason is published.' }]);
    const { conferenceId, talkId, recapId, phaseOverrides } = await this.threadsQueries.get(threadId);
    if (asked.title !== undefined && recapId !== null)
      throw invalidRequest([
        { pointer: '#/title', detail: 'Leave this out: a discussion below a recap has its title.' },
      ]);
    const overrides = { ...phaseOverrides, ...asked.phases };
    const conference = await this.programmeQueries.getConference(conferenceId);
    const talk = talkId === null ? null : await this.programmeQueries.findTalk(talkId);
    await this.changeThread.change(threadId, {
      event: 'thread.changed',
      changesOf: (context) => {
        precondition.demand(versionOfLocked(context));
        return {
          ...(asked.state === undefined ? {} : { locked: asked.state === 'locked' && { reason: asked.reason ?? '' } }),
          ...(asked.screening === undefined ? {} : { screening: asked.screening }),
          ...(asked.slowMode === undefined
            ? {}
            : {
                slowMode: asked.slowMode && {
                  interval: asked.slowMode.interval,
                  reason: asked.slowMode.reason,
                  until: asked.slowMode.until ?? null,
                },
              }),
          ...(asked.phases === undefined
            ? {}
            : { phaseOverrides: overrides, phases: phasesOf(conference, talk, overrides) }),
          ...(asked.title === undefined ? {} : { title: asked.title }),
        };
      },
      also: (tx, context) => this.recordAll(tx, context, actorId, asked),
    });
    return toThreadView(await this.threadsQueries.get(threadId));
  }

  private async recordAll(
    tx: Tx,
    { thread }: ThreadContext,
    actorId: string,
    { state, slowMode, screening, reason = '' }: ThreadChangeRequest,
  ): Promise<void> {
    const decisions: { kind: DecisionKind; reason: string; until?: Date | null }[] = [
      ...(state === undefined ? [] : [{ kind: state === 'locked' ? ('lock' as const) : ('unlock' as const), reason }]),
      ...(slowMode
        ? [{ kind: 'slow' as const, reason: slowMode.reason, until: slowMode.until ? new Date(slowMode.until) : null }]
        : []),
      ...(screening === undefined ? [] : [{ kind: 'screen' as const, reason }]),
    ];
    for (const decision of decisions) {
      await this.recordDecision.record(tx, {
        actorId,
        conferenceId: thread.conferenceId,
        threadId: thread.id,
        rule: null,
        isPublic: decision.kind !== 'screen',
        ...decision,
      });
    }
  }
}

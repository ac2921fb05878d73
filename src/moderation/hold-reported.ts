import { Injectable } from '@nestjs/common';
import { GrantsQueries, holdsAny } from '../accounts/grants.queries.ts';
import { stateOf } from '../comments/comment.policy.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { Clock } from '../kernel/clock.ts';
import { Database } from '../platform/database/database.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { automaticHold, REPORTS_THAT_HOLD } from './moderation.policy.ts';
import { ReportersQueries } from './reporters.queries.ts';
import { NotifyHoldsStopped } from './notify-holds-stopped.ts';

interface ReportedAuthor {
  accountId: string | null;
  conferenceId: string;
  authorRoles: readonly string[];
}

/**
 * Hides a comment that several people reported until a moderator has looked. Never one by a person with a role here.
 */
@Injectable()
export class HoldReported {
  private turn: Promise<void> = Promise.resolve();

  // Whether reports hold a comment depends on its author's grants, on its reporters and on their earlier holds.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly decideOnComment: DecideOnComment,
    private readonly commentsQueries: CommentsQueries,
    private readonly grantsQueries: GrantsQueries,
    private readonly reportersQueries: ReportersQueries,
    private readonly notifyHoldsStopped: NotifyHoldsStopped,
    private readonly clock: Clock,
  ) {}

  /** After a report was written. Of simultaneous reports the last sees all, and holding is idempotent. */
  hold(commentId: string): Promise<void> {
    // One after another, so that each sees earlier holds and many at once stay within the limit.
    const looked = this.turn.then(() => this.look(commentId));
    this.turn = looked.catch(() => undefined);
    return looked;
  }

  private async look(commentId: string): Promise<void> {
    const reporters = await this.reportersQueries.of(commentId);
    const outcome = automaticHold(reporters);
    if (outcome === 'wait') return;
    const comment = await this.commentsQueries.get(commentId);
    if (stateOf(comment) !== 'visible' || (await this.isOfARole(comment))) return;
    if (outcome === 'stopped') await this.notifyHoldsStopped.notify(comment.conferenceId);
    else await this.decideOnComment.hold(commentId, new Set(reporters.map(({ mailbox }) => mailbox)).size);
  }

  /** Completes what a crash interrupted between a report and its hold, for reports of the last hour. */
  async catchUp(): Promise<void> {
    const due = await this.database.ask<{ id: string }>(
      `select r.comment_id id from reports r
       join comments m on m.id = r.comment_id
       where r.status = 'open'
         and r.confirmed_at is not null
         and m.held_at is null
         and m.withheld_at is null
         and m.withdrawn_at is null
       group by r.comment_id
       having count(distinct r.account_id) >= $1 and max(r.confirmed_at) > $2
       order by max(r.confirmed_at) desc limit 50`,
      [REPORTS_THAT_HOLD, this.clock.ago({ hours: 1 })],
    );
    for (const { id } of due) await this.hold(id);
  }

  private async isOfARole({ accountId, conferenceId, authorRoles }: ReportedAuthor): Promise<boolean> {
    return (
      authorRoles.length > 0 ||
      (accountId !== null && holdsAny(await this.grantsQueries.rolesIn(accountId, conferenceId)))
    );
  }
}

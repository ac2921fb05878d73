import { Injectable } from '@nestjs/common';
import type { CommentView } from '../comments/comment.view.ts';
import { CommentsQueries } from '../comments/comments.queries.ts';
import { WithholdComment } from '../comments/withhold-comment.ts';
import type { Tx } from '../platform/database/database.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import type { DecisionKind } from './decision.entity.ts';
import { ruleUnknown } from './moderation.problems.ts';
import { RecordDecision } from './record-decision.ts';

/** A moderator's acts on one comment. Each writes its decision together with the act. */
@Injectable()
export class DecideOnComment {
  constructor(private readonly comments: CommentsQueries, private readonly act: WithholdComment, private readonly record: RecordDecision, private readonly programme: ProgrammeQueries) {}

  /** Throws rule-unknown, not-found, comment-wrong-state. */
  async withhold(actorId: string, commentId: string, { rule, reason }: { rule: string; reason: string }): Promise<CommentView> {
    const { conferenceId } = await this.comments.get(commentId);
    const { rules } = (await this.programme.getConference(conferenceId)).settings;
    if (!rules.some(({ key }) => key === rule)) throw ruleUnknown({ rules: rules.map(({ key }) => key).join(', ') });
    return this.act.withhold(commentId, this.recording(actorId, conferenceId, { kind: 'withhold', rule, reason }));
  }

  /** Throws not-found, comment-wrong-state. */
  async restore(actorId: string, commentId: string, reason: string): Promise<CommentView> {
    const { conferenceId } = await this.comments.get(commentId);
    return this.act.restore(commentId, this.recording(actorId, conferenceId, { kind: 'restore', rule: null, reason }));
  }

  /** Throws not-found, comment-wrong-state, comment-edited-since. */
  async release(actorId: string, commentId: string, revision: number): Promise<CommentView> {
    const { conferenceId } = await this.comments.get(commentId);
    return this.act.release(commentId, revision, this.recording(actorId, conferenceId, { kind: 'release', rule: null, reason: '' }));
  }

  private recording(actorId: string, conferenceId: string, decision: { kind: DecisionKind; rule: string | null; reason: string }) {
    return (tx: Tx, { id, threadId, seq }: { id: string; threadId: string; seq: number | null }): Promise<void> =>
      // A release is no news to readers; what was never public must not become known by being decided about.
      this.record.run(tx, { actorId, conferenceId, threadId, commentId: id, ...decision, isPublic: seq !== null && decision.kind !== 'release' });
  }
}

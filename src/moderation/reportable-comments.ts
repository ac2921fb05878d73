import { Injectable } from '@nestjs/common';
import { stateOf } from '../comments/comment.policy.ts';
import { commentGone } from '../comments/comments.problems.ts';
import { CommentsQueries, type OwnedRow } from '../comments/comments.queries.ts';
import { notFound } from '../kernel/common.problems.ts';
import { PublishedRules } from './published-rules.ts';

/** What a report is about. */
export interface ReportInput {
  commentId: string;
  rule: string;
  reason: string;
}

/** Finds the comment of a report, which has to be public and to break a published rule. */
@Injectable()
export class ReportableComments {
  constructor(
    private readonly commentsQueries: CommentsQueries,
    private readonly publishedRules: PublishedRules,
  ) {}

  /** Throws `not-found`, `comment-gone`, `rule-unknown`. */
  async get({ commentId, rule }: ReportInput): Promise<OwnedRow> {
    const comment = await this.commentsQueries.get(commentId);
    if (comment.seq === null) throw notFound();
    if (['withheld', 'withdrawn'].includes(stateOf(comment))) throw commentGone();
    await this.publishedRules.demand(comment.conferenceId, rule);
    return comment;
  }
}

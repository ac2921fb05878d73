import { Injectable } from '@nestjs/common';
import { DecideOnComment } from './decide-on-comment.ts';
import { DecideOnRecap } from './decide-on-recap.ts';
import type { JudgedWords } from './judged-words.ts';
import type { ActOnWords, DecisionCompanion } from './record-act.ts';

type Reasons = { reason: string } & Partial<ActOnWords>;

/** The acts on words for those who decide about comments and recaps alike; each throws as the act it is. */
@Injectable()
export class DecideOnWords {
  constructor(
    private readonly decideOnComment: DecideOnComment,
    private readonly decideOnRecap: DecideOnRecap,
  ) {}

  async withhold(
    actorId: string,
    { kind, id }: JudgedWords,
    reasons: Reasons & { rule: string },
    besides?: DecisionCompanion,
  ): Promise<void> {
    if (kind === 'comment') await this.decideOnComment.withhold(actorId, id, reasons, besides);
    else await this.decideOnRecap.withhold(actorId, id, reasons, besides);
  }

  async restore(
    actorId: string,
    { kind, id }: JudgedWords,
    { reason, ...appeal }: Reasons,
    besides?: DecisionCompanion,
  ): Promise<void> {
    if (kind === 'comment') await this.decideOnComment.restore(actorId, id, reason, appeal, besides);
    else await this.decideOnRecap.restore(actorId, id, { reason, ...appeal }, besides);
  }

  /** `revision` is that of the comment, or the version of the recap, which was read. */
  async release(actorId: string, { kind, id }: JudgedWords, revision: number, reason = ''): Promise<void> {
    if (kind === 'comment') await this.decideOnComment.release(actorId, id, revision, reason);
    else await this.decideOnRecap.release(actorId, id, revision, reason);
  }

  hold({ kind, id }: JudgedWords, reporters: number): Promise<void> {
    return (kind === 'comment' ? this.decideOnComment : this.decideOnRecap).hold(id, reporters);
  }
}

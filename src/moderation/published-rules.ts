import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ruleUnknown } from './moderation.problems.ts';

/** Checks the rule of a decision or report against those the conference publishes. */
@Injectable()
export class PublishedRules {
  constructor(private readonly programmeQueries: ProgrammeQueries) {}

  /** Throws `not-found`, `rule-unknown`. */
  async demand(conferenceId: string, rule: string): Promise<void> {
    const { rules } = (await this.programmeQueries.getConference(conferenceId)).settings;
    if (!rules.some(({ key }) => key === rule)) throw ruleUnknown({ rules: rules.map(({ key }) => key).join(', ') });
  }
}

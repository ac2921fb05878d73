import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { ruleUnknown } from './moderation.problems.ts';

/** Decisions and reports name one of the rules a conference publishes, by its key. */
@Injectable()
export class PublishedRules {
  constructor(private readonly programmeQueries: ProgrammeQueries) {}

  /** Throws rule-unknown, not-found. */
  async demand(conferenceId: string, rule: string): Promise<void> {
    const { rules } = (await this.programmeQueries.getConference(conferenceId)).settings;
    if (!rules.some(({ key }) => key === rule)) throw ruleUnknown({ rules: rules.map(({ key }) => key).join(', ') });
  }
}

import { Injectable } from '@nestjs/common';
import { WriteConference } from '../programme/write-conference.ts';
import { FollowProgramme } from './follow-programme.ts';

/**
 * Writes down what the clock has reached, for conferences and threads, and what changes have still to reach. Safe to
 * run at any time and on any node.
 */
@Injectable()
export class PhaseKeeper {
  constructor(
    private readonly conferences: WriteConference,
    private readonly threads: FollowProgramme,
  ) {}

  async run(): Promise<void> {
    await this.conferences.keepPhases();
    await this.threads.clockwork();
    await this.threads.catchUp();
  }
}

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
    private readonly writeConference: WriteConference,
    private readonly followProgramme: FollowProgramme,
  ) {}

  async keepPhases(): Promise<void> {
    await this.writeConference.keepPhases();
    await this.followProgramme.clockwork();
    await this.followProgramme.catchUp();
  }
}

import { Injectable } from '@nestjs/common';
import { WriteConference } from '../programme/write-conference.ts';
import { FollowProgramme } from './follow-programme.ts';

/**
 * Writes the phases that the clock has reached, for conferences and threads, and due updates. Safe at any time and on
 * any node.
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

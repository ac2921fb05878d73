import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { ProgrammeListing } from './programme-listing.ts';
import { ReadingController } from './reading.controller.ts';
import { Snapshot } from './snapshot.ts';
import { Transcript } from './transcript.ts';

/**
 * The public view: what every reader sees, page by page and change by change, and the programme around it.
 * Owns no table. Every answer about a thread is read in one snapshot and carries that snapshot's number.
 */
@Module({
  imports: [ProgrammeModule, ThreadsModule],
  controllers: [ReadingController],
  providers: [ProgrammeListing, Snapshot, Transcript],
  exports: [ProgrammeListing, Transcript],
})
export class TranscriptModule {}

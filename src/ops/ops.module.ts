import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { ArrivalController } from './arrival.controller.ts';
import { Doctor } from './doctor.ts';
import { FirstStart } from './first-start.ts';
import { FurnishDemo } from './furnish-demo.ts';
import { HealthController } from './health.controller.ts';

/**
 * For the operator: health, the first start, the doctor, backup and restore. A backup needs the database alone, so that
 * it is no provider of this module.
 *
 * Owns no table.
 * Appends nothing itself: a restore calls threads, which lifts the numbers.
 * Knows nothing of pages, and of the commands in `src/start/commands/`.
 */
@Module({
  imports: [
    TerminusModule.forRoot({ logger: false }),
    AccountsModule,
    ExportsModule,
    ImportsModule,
    ModerationModule,
    ProgrammeModule,
    RecapModule,
    ThreadsModule,
  ],
  controllers: [ArrivalController, HealthController],
  providers: [Doctor, FirstStart, FurnishDemo],
  exports: [Doctor, FirstStart],
})
export class OpsModule {}

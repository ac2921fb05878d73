import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ExportsModule } from '../exports/exports.module.ts';
import { ImportsModule } from '../imports/imports.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { FirstStart } from './first-start.ts';
import { HealthController } from './health.controller.ts';
import { OperatorCommands } from './operator-commands.ts';

/**
 * For whoever runs the server: health, the first start, and the commands of a terminal. Owns no table. Backups stand
 * beside it (`backup/`): they need the database alone, and no room at work in it.
 */
@Module({
  imports: [
    TerminusModule.forRoot({ logger: false }),
    AccountsModule,
    ExportsModule,
    ImportsModule,
    ModerationModule,
    ProgrammeModule,
    ThreadsModule,
  ],
  controllers: [HealthController],
  providers: [FirstStart, OperatorCommands],
  exports: [FirstStart, OperatorCommands],
})
export class OpsModule {}

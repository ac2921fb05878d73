import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { DeskController } from './desk.controller.ts';
import { DeskQueries } from './desk.queries.ts';
import { OpenQuestions } from './open-questions.queries.ts';

/** The speaker's view of the questions. Owns nothing; its messages are bells of `live`, answered by asking here. */
@Module({
  imports: [AccountsModule, ThreadsModule],
  controllers: [DeskController],
  providers: [DeskQueries, OpenQuestions],
  exports: [DeskQueries, OpenQuestions],
})
export class DeskModule {}

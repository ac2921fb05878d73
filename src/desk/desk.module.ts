import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { DeskController } from './desk.controller.ts';
import { DeskQueries } from './desk.queries.ts';
import { OpenQuestions } from './open-questions.queries.ts';

/** The speaker's view of the questions. Owns nothing; clients read it again after a signal of `live`. */
@Module({
  imports: [AccountsModule, ThreadsModule],
  controllers: [DeskController],
  providers: [DeskQueries, OpenQuestions],
  exports: [DeskQueries, OpenQuestions],
})
export class DeskModule {}

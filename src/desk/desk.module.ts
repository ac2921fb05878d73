import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { DeskController } from './desk.controller.ts';
import { DeskQueries } from './desk.queries.ts';
import { OpenQuestions } from './open-questions.queries.ts';

/**
 * The speakers' view of the questions, which clients read again after a signal of `live`.
 *
 * Owns no table.
 * Appends nothing: questions are answered and settled by verbs of the module of that name.
 * Knows nothing of sockets.
 */
@Module({
  imports: [AccountsModule, ThreadsModule],
  controllers: [DeskController],
  providers: [DeskQueries, OpenQuestions],
  exports: [DeskQueries, OpenQuestions],
})
export class DeskModule {}

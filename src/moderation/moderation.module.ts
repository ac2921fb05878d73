import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { ChangeThreadSettings } from './change-thread-settings.ts';
import { DecideOnComment } from './decide-on-comment.ts';
import { Decision } from './decision.entity.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { ModerationController } from './moderation.controller.ts';
import { QueueQueries } from './queue.queries.ts';
import { RecordDecision } from './record-decision.ts';

/**
 * What people with power do, each with a reason, and the public list of it.
 * Owns: decisions. Appends nothing itself: it calls the verbs of comments and threads and writes its decision in the
 * transaction of the act.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Decision]), AccountsModule, CommentsModule, ProgrammeModule, ThreadsModule],
  controllers: [ModerationController],
  providers: [ChangeThreadSettings, DecideOnComment, LedgerQueries, QueueQueries, RecordDecision],
  exports: [ChangeThreadSettings, DecideOnComment, LedgerQueries, QueueQueries],
})
export class ModerationModule {}

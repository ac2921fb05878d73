import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { PostAnnouncement } from './post-announcement.ts';
import { AnswerQuestion } from './answer-question.ts';
import { ChangeKind } from './change-kind.ts';
import { ExpireQuestions } from './expire-questions.ts';
import { FreeQuestions } from './free-questions.ts';
import { LiveHour } from './live-hour.ts';
import { QuestionTaker } from './question-taker.entity.ts';
import { QuestionsController } from './questions.controller.ts';
import { SettleQuestion } from './settle-question.ts';
import { SimilarQuestions } from './similar-questions.queries.ts';

/**
 * The acts of speakers on questions until each has ended, and the live hour.
 *
 * Owns: question_takers.
 * Appends: question.taken, question.reopened, question.answered, question.declined, question.merged, question.expired,
 * comment.kind-changed, comment.unvoted, thread.live-began, thread.live-ended, thread.announced,
 * thread.announcement-ended.
 * Knows nothing of e-mails: it notifies askers through accounts' Notices, in the transaction that ends their question.
 *
 * Comments posts the question itself; questions writes its kind and status in the row of comments.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([QuestionTaker]),
    AccountsModule,
    CommentsModule,
    ProgrammeModule,
    SessionsModule,
    ThreadsModule,
  ],
  controllers: [QuestionsController],
  providers: [
    PostAnnouncement,
    AnswerQuestion,
    ChangeKind,
    ExpireQuestions,
    FreeQuestions,
    LiveHour,
    SettleQuestion,
    SimilarQuestions,
  ],
  exports: [PostAnnouncement, AnswerQuestion, ChangeKind, LiveHour, SettleQuestion, SimilarQuestions],
})
export class QuestionsModule {
  constructor(expireQuestions: ExpireQuestions, recurringTasks: RecurringTasks) {
    recurringTasks.add({
      name: 'questions/expire',
      does: 'Ends questions that nobody answered in time.',
      everyMs: EXPIRE_EVERY_MS,
      run: () => expireQuestions.expire(),
    });
  }
}

/** Interval at which questions of closed threads expire, in milliseconds; nobody waits for it. */
const EXPIRE_EVERY_MS = 2_000;

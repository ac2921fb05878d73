import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { FiguresModule } from '../figures/figures.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { ClosingEmail } from './closing-email.entity.ts';
import { ClosingEmails } from './closing-emails.ts';
import { CollectNotices } from './collect-notices.ts';
import { DeclareEmails } from './declare-emails.ts';
import { EmailLinesQueries } from './email-lines.queries.ts';
import { EmailNotice, SentEmail, ThreadFollow } from './email-notice.entity.ts';
import { EmailRounds } from './email-rounds.ts';
import { EmailsAboutDecisions } from './emails-about-decisions.ts';
import { EmailsAboutPasskeys } from './emails-about-passkeys.ts';
import { FollowThread } from './follow-thread.ts';
import { ForgetNotices } from './forget-notices.ts';
import { NoteLinks } from './note-links.ts';
import { NoteQueues } from './note-queues.ts';
import { NoticesQueries } from './notices.queries.ts';
import { EmailsAboutQueue } from './emails-about-queue.ts';
import { QueueEmail } from './queue-email.entity.ts';
import { NotificationsController } from './notifications.controller.ts';
import { PlanEmails } from './plan-emails.ts';
import { SendEmails } from './send-emails.ts';
import { SettleSeen } from './settle-seen.ts';
import { WeeklyHeads } from './weekly-heads.ts';

/**
 * E-mails about threads, decisions and passkeys, the latter from the notices of moderation and of accounts.
 *
 * Owns: email_notices, queue_emails, emails, thread_follows, closing_letters.
 * Appends nothing: it reads the logs, and what the programme adds to talks.
 * Knows nothing of replies: inbound gives the addresses to which they go.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([ClosingEmail, EmailNotice, QueueEmail, SentEmail, ThreadFollow]),
    AccountsModule,
    CommentsModule,
    FiguresModule,
    ModerationModule,
    ProgrammeModule,
    ThreadsModule,
  ],
  controllers: [NotificationsController],
  providers: [
    ClosingEmails,
    CollectNotices,
    DeclareEmails,
    EmailLinesQueries,
    EmailRounds,
    EmailsAboutDecisions,
    EmailsAboutPasskeys,
    EmailsAboutQueue,
    FollowThread,
    ForgetNotices,
    NoteLinks,
    NoteQueues,
    NoticesQueries,
    PlanEmails,
    SendEmails,
    SettleSeen,
    WeeklyHeads,
  ],
  exports: [ClosingEmails, FollowThread, NoticesQueries, WeeklyHeads],
})
export class NotificationsModule {}

import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { QuestionsModule } from '../questions/questions.module.ts';
import { EmailReader } from './email-reader.ts';
import { EmailReplier } from './email-replier.entity.ts';
import { ForgetReplies } from './forget-replies.ts';
import { GiveAddresses } from './give-addresses.ts';
import { InboundRules } from './inbound-rules.ts';
import { InboundServer } from './inbound-server.ts';
import { PostReply } from './post-reply.ts';
import { ReadMailbox } from './read-mailbox.ts';
import { ReplyTarget } from './reply-target.entity.ts';
import { ReplyDrafts } from './reply-drafts.ts';
import { SentEnvelope } from './sent-envelope.entity.ts';
import { TakeEmail } from './take-email.ts';
import { TakeReply } from './take-reply.ts';
import { TakeReturn } from './take-return.ts';
import { TakenReply } from './taken-reply.entity.ts';
import { NotifyRepliers } from './notify-repliers.ts';
import { TakeFromMailbox } from './take-from-mailbox.ts';
import { MailboxReading, PostponedEmail } from './mailbox-reading.entity.ts';
import { MailboxReadings } from './mailbox-readings.ts';

/**
 * E-mails that come in: replies become comments and answers, or drafts; returned e-mails count for their address.
 *
 * Owns: reply_addresses, sent_envelopes, taken_replies, email_repliers, mailbox_readings, postponed_emails.
 * Appends nothing itself: it calls verbs of comments and questions.
 * Knows nothing of who sends which e-mails: each names the subject of its replies.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([EmailReplier, MailboxReading, PostponedEmail, ReplyTarget, SentEnvelope, TakenReply]),
    AccountsModule,
    CommentsModule,
    QuestionsModule,
  ],
  providers: [
    EmailReader,
    ForgetReplies,
    GiveAddresses,
    InboundRules,
    InboundServer,
    MailboxReadings,
    PostReply,
    ReadMailbox,
    ReplyDrafts,
    TakeEmail,
    TakeFromMailbox,
    TakeReply,
    TakeReturn,
    NotifyRepliers,
  ],
  exports: [InboundServer, ReplyDrafts],
})
export class InboundModule {}

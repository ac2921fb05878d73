import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ClosingEmail } from './closing-email.entity.ts';
import { ClosingEmails } from './closing-emails.ts';
import { EmailRounds } from './email-rounds.ts';
import { EmailsAboutPasskeys } from './emails-about-passkeys.ts';
import { EmailsAboutAnswers } from './emails-about-answers.ts';
import { EmailsAboutDecisions } from './emails-about-decisions.ts';
import { NotificationsController } from './notifications.controller.ts';
import { WeeklyHeads } from './weekly-heads.ts';

/**
 * E-mails about threads, decisions and passkeys. Owns: closing_letters; other e-mails come from the notices of accounts
 * and the letters of moderation.
 */
@Module({
  imports: [TypeOrmModule.forFeature([ClosingEmail]), AccountsModule, ModerationModule, ProgrammeModule],
  controllers: [NotificationsController],
  providers: [ClosingEmails, EmailRounds, EmailsAboutPasskeys, EmailsAboutAnswers, EmailsAboutDecisions, WeeklyHeads],
  exports: [ClosingEmails, WeeklyHeads],
})
export class NotificationsModule {}

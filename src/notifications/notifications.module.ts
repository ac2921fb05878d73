import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ClosingLetter } from './closing-letter.entity.ts';
import { ClosingLetters } from './closing-letters.ts';
import { EmailRounds } from './email-rounds.ts';
import { EmailsAboutPasskeys } from './emails-about-passkeys.ts';
import { LettersAboutAnswers } from './letters-about-answers.ts';
import { LettersAboutDecisions } from './letters-about-decisions.ts';
import { NotificationsController } from './notifications.controller.ts';
import { WeeklyHeads } from './weekly-heads.ts';

/**
 * E-mails about threads, decisions and passkeys. Owns: closing_letters; other e-mails come from the notices of accounts
 * and the letters of moderation.
 */
@Module({
  imports: [TypeOrmModule.forFeature([ClosingLetter]), AccountsModule, ModerationModule, ProgrammeModule],
  controllers: [NotificationsController],
  providers: [
    ClosingLetters,
    EmailRounds,
    EmailsAboutPasskeys,
    LettersAboutAnswers,
    LettersAboutDecisions,
    WeeklyHeads,
  ],
  exports: [ClosingLetters, WeeklyHeads],
})
export class NotificationsModule {}

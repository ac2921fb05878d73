import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ClosingLetter } from './closing-letter.entity.ts';
import { ClosingLetters } from './closing-letters.ts';
import { LettersAboutAnswers } from './letters-about-answers.ts';
import { NotificationsController } from './notifications.controller.ts';

/** Letters about what happened. Owns: closing_letters; that an answer is due to be told stands in the notices of accounts. */
@Module({
  imports: [TypeOrmModule.forFeature([ClosingLetter]), AccountsModule, ProgrammeModule],
  controllers: [NotificationsController],
  providers: [ClosingLetters, LettersAboutAnswers],
  exports: [ClosingLetters],
})
export class NotificationsModule {}

import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { LettersAboutAnswers } from './letters-about-answers.ts';

/** Letters about what happened in threads. Owns no table: what is due stands in the notices of accounts. */
@Module({ imports: [AccountsModule], providers: [LettersAboutAnswers] })
export class NotificationsModule {}

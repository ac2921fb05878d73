import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { TalkSections } from './participant/talk-sections.ts';
import { RecapArticleView } from './reader/recap-article-view.ts';
import { RecapFilesToTake } from './reader/recap-files-to-take.ts';
import { RecapPageView } from './reader/recap-view.ts';
import { RecapsBeside } from './reader/recaps-beside.ts';

const VIEWS = [RecapArticleView, RecapFilesToTake, RecapPageView, RecapsBeside, TalkSections];

/** Reads recaps as pages show them. Owns nothing. */
@Module({
  imports: [AccountsModule, ProgrammeModule, RecapModule, ThreadsModule, TranscriptModule],
  providers: VIEWS,
  exports: VIEWS,
})
export class RecapViewsModule {}

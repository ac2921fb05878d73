import { Module } from '@nestjs/common';
import { LedgerFeedController } from './ledger-feed.controller.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { RecapsFeedController } from './recaps-feed.controller.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsQueries } from './feeds.queries.ts';
import { CachedFiles } from './cached-files.ts';
import { MachinesController } from './machines.controller.ts';
import { ScheduleQueries } from './schedule.queries.ts';
import { SitemapQueries } from './sitemap.queries.ts';

/**
 * Feeds of comments, recaps and decisions, the programme for calendars and schedule apps, sitemaps.
 *
 * Owns no table.
 * Appends nothing.
 * Knows nothing of accounts and sessions: all readers get the same bytes.
 */
@Module({
  imports: [ModerationModule, ProgrammeModule, RecapModule, ThreadsModule, TranscriptModule],
  controllers: [FeedsController, LedgerFeedController, RecapsFeedController, MachinesController],
  providers: [FeedsQueries, CachedFiles, ScheduleQueries, SitemapQueries],
})
export class FeedsModule {}

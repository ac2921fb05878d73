import { Module } from '@nestjs/common';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { FeedsController } from './feeds.controller.ts';
import { FeedsQueries } from './feeds.queries.ts';

/** What was said, for feed readers. Owns no table. */
@Module({ imports: [ProgrammeModule, ThreadsModule], controllers: [FeedsController], providers: [FeedsQueries] })
export class FeedsModule {}

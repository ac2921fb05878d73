import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScopeRegistry } from '../platform/http/access.ts';
import { BrandImage } from './brand-image.entity.ts';
import { BrandImagesQueries } from './brand-images.queries.ts';
import { ChangeBrand } from './change-brand.ts';
import { Conference, RuleVersion } from './conference.entity.ts';
import { ProgrammeQueries } from './programme.queries.ts';
import { PastRoom } from './past-room.entity.ts';
import { RoomsQueries } from './rooms.queries.ts';
import { SlotsQueries } from './slots.queries.ts';
import { Speaker, Talk, TalkSlot, TalkSpeaker } from './talk.entity.ts';
import { WriteConference } from './write-conference.ts';
import { WriteTalks } from './write-talks.ts';

/**
 * The programme of a conference: its dates and looks, its talks with times, places and speakers.
 *
 * Owns: conferences, rule_versions, brand_images, talks, talk_slots, past_rooms, speakers, talk_speakers.
 * Appends nothing: threads appends what readers see of it.
 * Knows nothing of accounts and their rights.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([BrandImage, Conference, PastRoom, RuleVersion, Talk, TalkSlot, Speaker, TalkSpeaker]),
  ],
  providers: [
    BrandImagesQueries,
    ChangeBrand,
    ProgrammeQueries,
    RoomsQueries,
    SlotsQueries,
    WriteConference,
    WriteTalks,
  ],
  exports: [BrandImagesQueries, ChangeBrand, ProgrammeQueries, RoomsQueries, SlotsQueries, WriteConference, WriteTalks],
})
export class ProgrammeModule implements OnModuleInit {
  constructor(
    private readonly scopeRegistry: ScopeRegistry,
    private readonly programmeQueries: ProgrammeQueries,
  ) {}

  onModuleInit(): void {
    this.scopeRegistry.register(
      'conference',
      async (key) => (await this.programmeQueries.findConference(key))?.id ?? null,
    );
    this.scopeRegistry.register('talk', (key) => this.programmeQueries.conferenceOfTalk(key));
  }
}

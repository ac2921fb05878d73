import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { CommentsModule } from '../comments/comments.module.ts';
import { ScopeRegistry } from '../platform/http/access.ts';
import { RepeatedAnswers } from '../platform/http/repeated-answers.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { AuthorsController } from './authors.controller.ts';
import { AuthorsQueries } from './authors.queries.ts';
import { ConferenceRecaps } from './conference-recaps.ts';
import { OwnedRecaps } from './owned-recaps.queries.ts';
import { CreateRecap } from './create-recap.ts';
import { EditRecap } from './edit-recap.ts';
import { FurnishRecap } from './furnish-recap.ts';
import { OpenDiscussion } from './open-discussion.ts';
import { OpenOlderDiscussions } from './open-older-discussions.ts';
import { PartRecaps } from './part-recaps.ts';
import { RecapController } from './recap.controller.ts';
import { Recap } from './recap.entity.ts';
import { RecapQueries } from './recap.queries.ts';
import { RecapVersion } from './recap-version.entity.ts';
import { RecapAuthors } from './recap-authors.ts';
import { RecapTexts } from './recap-texts.ts';
import { RecapsController } from './recaps.controller.ts';
import { Recaps } from './recaps.ts';
import { StampRecaps } from './stamp-recaps.ts';
import { TalkCards } from './talk-cards.ts';
import { WithdrawRecap } from './withdraw-recap.ts';
import { WithholdRecap } from './withhold-recap.ts';
import { WriteRecap } from './write-recap.ts';

/**
 * Recaps: an author's words around quotations of the transcript, and the authors: what a persona shows of itself where
 * its recaps stand.
 *
 * Owns: recaps, recap_versions.
 * Appends: recap.published, recap.edited, recap.held, recap.released, recap.withheld, recap.restored, recap.withdrawn,
 * persona.changed.
 * Knows nothing of the words of comments: it keeps their ids, so that withdrawn and withheld words disappear from every
 * recap.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Recap, RecapVersion]),
    AccountsModule,
    CommentsModule,
    ProgrammeModule,
    ThreadsModule,
    TranscriptModule,
  ],
  controllers: [AuthorsController, RecapController, RecapsController],
  providers: [
    AuthorsQueries,
    ConferenceRecaps,
    CreateRecap,
    EditRecap,
    FurnishRecap,
    OpenDiscussion,
    OpenOlderDiscussions,
    OwnedRecaps,
    PartRecaps,
    RecapAuthors,
    RecapQueries,
    RecapTexts,
    Recaps,
    StampRecaps,
    TalkCards,
    WithdrawRecap,
    WithholdRecap,
    WriteRecap,
  ],
  exports: [
    AuthorsQueries,
    ConferenceRecaps,
    CreateRecap,
    EditRecap,
    FurnishRecap,
    OwnedRecaps,
    RecapQueries,
    RecapTexts,
    Recaps,
    WithdrawRecap,
    WithholdRecap,
    WriteRecap,
  ],
})
export class RecapModule {
  constructor(
    repeatedAnswers: RepeatedAnswers,
    scopeRegistry: ScopeRegistry,
    recaps: Recaps,
    recapQueries: RecapQueries,
    conferenceRecaps: ConferenceRecaps,
  ) {
    repeatedAnswers.register('recap', ({ accountId, made, params }) =>
      conferenceRecaps.readBy(accountId, params['id'] ?? made ?? ''),
    );
    repeatedAnswers.register('thread-recap', async ({ accountId, params }) =>
      recaps.readBy(accountId, await recaps.ofThread(params['id']!)),
    );
    repeatedAnswers.register('conference-recap', async ({ accountId, params }) =>
      recaps.readBy(accountId, await recaps.ofConference(params['conference']!)),
    );
    scopeRegistry.register('recap', async (key) => (await recapQueries.byId(key))?.conferenceId ?? null, {
      isHidden: async (key) => (await recapQueries.byId(key))?.publishedAt == null,
    });
  }
}

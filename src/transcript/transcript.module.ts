import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { CachedAnswers } from '../platform/http/cached-answers.ts';
import { AnswerStore } from '../platform/http/answer-store.ts';
import { CommentWords } from './comment-words.entity.ts';
import { ConferenceDocuments } from './conference-documents.ts';
import { ConferenceVersions } from './conference-versions.ts';
import { AcrossThreads } from './across-threads.queries.ts';
import { CachedLists } from './cached-lists.ts';
import { ResponseCache } from './response-cache.ts';
import { ThreadVersions } from './thread-versions.ts';
import { ProgrammeByRoom } from './programme-by-room.ts';
import { ProgrammeListing } from './programme-listing.ts';
import { ProgrammeOutline } from './programme-outline.ts';
import { jsonKey } from './public-answer.ts';
import { ProgrammeReadingController } from './programme-reading.controller.ts';
import { ReadingController } from './reading.controller.ts';
import { SearchController } from './search.controller.ts';
import { SearchQueries } from './search.queries.ts';
import { Snapshot } from './snapshot.ts';
import { TalkWords } from './talk-words.ts';
import { Transcript } from './transcript.ts';

/** Most bytes of public answers on a node, compressed forms included, shared by threads and conferences. */
const KEPT_BYTES = 56 * 1024 * 1024;

/**
 * The public view: threads, and the programme around them, as every reader sees them. Every answer about a thread is
 * read in one snapshot and carries its number.
 *
 * Owns: comment_words.
 * Appends nothing.
 * Knows nothing of its readers: it never reads a session.
 */
@Module({
  imports: [AccountsModule, TypeOrmModule.forFeature([CommentWords]), ProgrammeModule, SessionsModule, ThreadsModule],
  controllers: [ReadingController, ProgrammeReadingController, SearchController],
  providers: [
    { provide: AnswerStore, useFactory: () => new AnswerStore(KEPT_BYTES) },
    AcrossThreads,
    ConferenceDocuments,
    ConferenceVersions,
    CachedLists,
    ResponseCache,
    ThreadVersions,
    ProgrammeByRoom,
    ProgrammeListing,
    ProgrammeOutline,
    SearchQueries,
    Snapshot,
    TalkWords,
    Transcript,
  ],
  exports: [
    AcrossThreads,
    CachedLists,
    ConferenceDocuments,
    ConferenceVersions,
    ResponseCache,
    ThreadVersions,
    ProgrammeByRoom,
    ProgrammeListing,
    ProgrammeOutline,
    SearchQueries,
    Transcript,
  ],
})
export class TranscriptModule implements OnModuleInit {
  constructor(
    private readonly cachedAnswers: CachedAnswers,
    private readonly responseCache: ResponseCache,
  ) {}

  onModuleInit(): void {
    this.cachedAnswers.register((request) =>
      request.url.startsWith('/api/v1/threads/') ? this.responseCache.find(jsonKey(request)) : null,
    );
  }
}

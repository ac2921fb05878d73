import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { FiguresModule } from '../figures/figures.module.ts';
import { ModerationModule } from '../moderation/moderation.module.ts';
import { RecurringTasks } from '../platform/recurring-tasks.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { RecapModule } from '../recap/recap.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { ArchiveContents } from './archive-contents.ts';
import { ArchiveKey } from './archive-key.ts';
import { ArchiveRenderer } from './archive-renderer.ts';
import { ArchiveController } from './archive.controller.ts';
import { ArchiveQueries } from './archive.queries.ts';
import { ArchivedCommentsQueries } from './archived-comments.queries.ts';
import { ArchivedLedger } from './archived-ledger.ts';
import { ArchivedDecision, ArchivedPersona, ThreadOfArchive } from './archived.entity.ts';
import { ConferenceFiles } from './conference-files.ts';
import { EraseAccount } from './erase-account.ts';
import { Erasure } from './erasure.entity.ts';
import { ExportArchive } from './export-archive.ts';
import { ExportsController } from './exports.controller.ts';
import { FigureFiles } from './figure-files.ts';
import { ForgetIdleGuests } from './forget-idle-guests.ts';
import { ImportArchive } from './import-archive.ts';
import { MyDataQueries } from './my-data.queries.ts';
import { MyEmailsQueries } from './my-emails.queries.ts';
import { MyRecapsQueries } from './my-recaps.queries.ts';
import { MyRepliesQueries } from './my-replies.queries.ts';
import { RecapFiles } from './recap-files.ts';
import { Redirects } from './redirects.ts';
import { ThreadFiles } from './thread-files.ts';
import { WholeLedger } from './whole-ledger.ts';
import { ZipArchive } from './zip-archive.ts';

/**
 * Archives of conferences as files that need no server, their import, and a person's own data and its erasure. An
 * archive holds public data only.
 *
 * Owns: archived_faces, archived_threads, archived_decisions, erasures. Outside of the database the ledger of erasures.
 * Appends: comment.posted, comment.edited, thread.changed, with the numbers that an imported archive gives them.
 * Knows nothing of components: pages draw an archive through ArchiveRenderer.
 *
 * Each lower module deletes its own rows (`forget-…`, `schedule-departures`); a test fails when a table that names an
 * account is missing.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([ArchivedPersona, ArchivedDecision, ThreadOfArchive, Erasure]),
    AccountsModule,
    SessionsModule,
    FiguresModule,
    ModerationModule,
    ProgrammeModule,
    RecapModule,
    ThreadsModule,
    TranscriptModule,
  ],
  controllers: [ArchiveController, ExportsController],
  providers: [
    ArchiveContents,
    ArchivedCommentsQueries,
    ArchivedLedger,
    ArchiveKey,
    ArchiveQueries,
    ArchiveRenderer,
    ConferenceFiles,
    EraseAccount,
    ExportArchive,
    FigureFiles,
    ForgetIdleGuests,
    ImportArchive,
    MyDataQueries,
    MyEmailsQueries,
    MyRecapsQueries,
    MyRepliesQueries,
    RecapFiles,
    Redirects,
    ThreadFiles,
    WholeLedger,
    ZipArchive,
  ],
  exports: [ArchivedLedger, ArchiveRenderer, EraseAccount, ExportArchive, ImportArchive, MyDataQueries],
})
export class ExportsModule {
  constructor(eraseAccount: EraseAccount, recurringTasks: RecurringTasks) {
    recurringTasks.add({
      name: 'exports/go-on-erasing',
      does: 'Goes on with erasures that a crash interrupted.',
      everyMs: GO_ON_EVERY_MS,
      isAtStart: true,
      run: () => eraseAccount.goOn(),
    });
  }
}

/**
 * Longest wait of an interrupted erasure, and most delay with which another node notes one outside the database, in
 * milliseconds.
 */
const GO_ON_EVERY_MS = 5_000;

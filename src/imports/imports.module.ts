import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.ts';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { AnswerImportQuestion } from './answer-import-question.ts';
import { ChangeTalkLinks } from './change-talk-links.ts';
import { TalkLinksController } from './talk-links.controller.ts';
import { BrandController } from './brand.controller.ts';
import { ImportQuestionRow } from './import-question.entity.ts';
import { ImportQuestions } from './import-questions.ts';
import { ImportRow, ImportTalkRow } from './import.entity.ts';
import { ImportsController } from './imports.controller.ts';
import { ImportsQueries } from './imports.queries.ts';
import { RecordImport } from './record-import.ts';
import { RemoveConference } from './remove-conference.ts';
import { UndoImport } from './undo-import.ts';
import { ImportSchedule } from './import-schedule.ts';
import { KnownProgramme } from './known-programme.ts';
import { ManageProgramme } from './manage-programme.ts';
import { ProgrammeAdminController } from './programme-admin.controller.ts';
import { ProgrammeUploads } from './programme-upload.ts';
import { KeepSheet } from './keep-sheet.ts';
import { ReadForConference } from './read-for-conference.ts';
import { SheetAnswerRow } from './sheet-answer.entity.ts';
import { StoredSheetAnswers } from './stored-sheet-answers.ts';
import { ProgrammeReader } from './programme-reader.ts';
import { WaitingFileRow } from './waiting-file.entity.ts';
import { WaitingFiles } from './waiting-files.ts';
import { WriteProgramme } from './write-programme.ts';

/**
 * Programmes typed by organizers or read from files.
 *
 * Owns: imports, import_talks, import_questions, sheet_answers, waiting_files.
 * Appends nothing itself: it calls verbs of programme and threads.
 * Knows nothing of sessions and decisions.
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([ImportQuestionRow, ImportRow, ImportTalkRow, SheetAnswerRow, WaitingFileRow]),
    AccountsModule,
    ProgrammeModule,
    ThreadsModule,
    TranscriptModule,
  ],
  controllers: [BrandController, ImportsController, ProgrammeAdminController, TalkLinksController],
  providers: [
    AnswerImportQuestion,
    ChangeTalkLinks,
    ImportQuestions,
    ImportSchedule,
    ImportsQueries,
    KeepSheet,
    KnownProgramme,
    ManageProgramme,
    ProgrammeReader,
    ProgrammeUploads,
    ReadForConference,
    RecordImport,
    RemoveConference,
    StoredSheetAnswers,
    UndoImport,
    WaitingFiles,
    WriteProgramme,
  ],
  exports: [
    AnswerImportQuestion,
    ChangeTalkLinks,
    ImportQuestions,
    ImportSchedule,
    ImportsQueries,
    ManageProgramme,
    RemoveConference,
    UndoImport,
    WaitingFiles,
  ],
})
export class ImportsModule {}

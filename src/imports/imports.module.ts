import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProgrammeModule } from '../programme/programme.module.ts';
import { ThreadsModule } from '../threads/threads.module.ts';
import { TranscriptModule } from '../transcript/transcript.module.ts';
import { AnswerImportQuestion } from './answer-import-question.ts';
import { BrandController } from './brand.controller.ts';
import { ImportQuestionRow } from './import-question.entity.ts';
import { ImportQuestions } from './import-questions.ts';
import { ImportSchedule } from './import-schedule.ts';
import { KnownProgramme } from './known-programme.ts';
import { ManageProgramme } from './manage-programme.ts';
import { ProgrammeAdminController } from './programme-admin.controller.ts';
import { ProgrammeUploads } from './programme-upload.ts';
import { ProgrammeReader } from './programme-reader.ts';
import { WriteProgramme } from './write-programme.ts';

/** Programmes typed by organizers or read from files. Owns: import_questions. Calls the verbs of the modules below. */
@Module({
  imports: [TypeOrmModule.forFeature([ImportQuestionRow]), ProgrammeModule, ThreadsModule, TranscriptModule],
  controllers: [BrandController, ProgrammeAdminController],
  providers: [
    AnswerImportQuestion,
    ImportQuestions,
    ImportSchedule,
    KnownProgramme,
    ManageProgramme,
    ProgrammeReader,
    ProgrammeUploads,
    WriteProgramme,
  ],
  exports: [AnswerImportQuestion, ImportQuestions, ImportSchedule, ManageProgramme],
})
export class ImportsModule {}

import { Injectable } from '@nestjs/common';
import type { Conference } from '../programme/conference.entity.ts';
import { refusedAnswer } from './asked-question.ts';
import { dateQuestionId, NEW_CONFERENCE } from './question-ids.ts';
import { ScheduleAsks, type DateQuestion } from './parsing/parsed-schedule.ts';
import { NO_ANSWERS, type SheetAnswers } from './parsing/sheets/sheet-answers.ts';
import { KeepSheet, type KeptSheet } from './keep-sheet.ts';
import type { ImportDecisions } from './programme-upload.ts';
import { ProgrammeReader } from './programme-reader.ts';
import type { ReadProgramme } from './read-programme.ts';
import { StoredSheetAnswers } from './stored-sheet-answers.ts';

/** A file read with the answers of its organizers, or the question that keeps it from being read. */
export type ReadFile =
  | { programme: ReadProgramme; kept: KeptSheet; question: null }
  | { programme: null; question: DateQuestion };

/** The settings of the conference with which a file is read. */
interface ReadingPlace {
  timeZone: string | null;
  locale: string;
  startsOn?: string;
  endsOn?: string;
}

/** Answers of the organizers to questions about this file, and about earlier sheets. */
interface FileAnswers {
  answers: Readonly<Record<string, string>>;
  columns: SheetAnswers['columns'];
  stored: SheetAnswers;
}

/** Most columns of dates about which one file asks. */
const QUESTIONS = 5;

/** Reads a file as the organizers of its conference have said that its sheets are to be read. */
@Injectable()
export class ReadForConference {
  constructor(
    private readonly programmeReader: ProgrammeReader,
    private readonly storedSheetAnswers: StoredSheetAnswers,
    private readonly keepSheet: KeepSheet,
  ) {}

  /** A file for a new conference, of whose sheets nothing is known yet. Throws what `read` throws. */
  readNew(file: Buffer, place: ReadingPlace, { answers = {} }: ImportDecisions): Promise<ReadFile> {
    return this.ask(file, { ...place, id: NEW_CONFERENCE }, { answers, stored: NO_ANSWERS, columns: {} });
  }

  /**
   * With what is said anew with this file; its questions are those of a new conference where it was sent for one, by
   * `askedFor`. Throws `unavailable`, `schedule-refused`, `schedule-too-heavy`,
   * `invalid-request` for an answer that is no choice.
   */
  async read(
    file: Buffer,
    conference: Conference,
    { answers = {}, columns = {} }: ImportDecisions,
    askedFor: string = conference.id,
  ): Promise<ReadFile> {
    const stored = await this.storedSheetAnswers.of(conference.id);
    return this.ask(file, { ...conference, id: askedFor }, { answers, columns, stored });
  }

  /** Reads the file, and again with each answer to the question that it raises. */
  private async ask(
    file: Buffer,
    place: ReadingPlace & { id: string },
    { answers, columns, stored }: FileAnswers,
  ): Promise<ReadFile> {
    const given: { columns: SheetAnswers['columns']; dates: Record<string, SheetAnswers['dates'][string]> } = {
      columns,
      dates: {},
    };
    for (let asked = 0; ; asked += 1) {
      const said = { columns: { ...stored.columns, ...columns }, dates: { ...stored.dates, ...given.dates } };
      try {
        const { addresses, ...programme } = await this.programmeReader.read(file, { ...place, said });
        const emails = this.keepSheet.sealed(addresses);
        return { programme: { ...programme, addresses: [] }, kept: { emails, given }, question: null };
      } catch (error) {
        if (!(error instanceof ScheduleAsks)) throw error;
        const { question } = error;
        const id = dateQuestionId(place.id, question.key);
        const answer = answers[id];
        if (answer === undefined || asked === QUESTIONS) return { programme: null, question };
        const choice = question.choices.find(({ day }) => day === answer);
        if (!choice) throw refusedAnswer(id);
        given.dates[question.key] = choice.order;
      }
    }
  }
}

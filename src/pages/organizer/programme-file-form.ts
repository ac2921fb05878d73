import { Injectable } from '@nestjs/common';
import type { KeptFile } from '../../../web/pages/programme-file.tsx';
import { mappingOf, type ImportDecisions } from '../../imports/programme-upload.ts';
import { WaitingFiles, type NamedFile, type WaitingPlace } from '../../imports/waiting-files.ts';
import { invalidRequest } from '../../kernel/common.problems.ts';
import { typed, type FormFields } from '../forms.ts';
import type { ParticipantPage } from '../requested-page.ts';
import { UploadedForms } from './uploaded-form.ts';

/** A form with the file of a programme: one that was chosen with it, rows that were pasted, or one that waits here. */
export interface SentProgramme {
  fields: FormFields;
  /** The account that sent the form, and the conference in whose address it did. */
  place: WaitingPlace;
  /** Null when none was chosen, or the one that waited is gone. */
  sent: (NamedFile & { reference: string | null }) | null;
}

/** Reads forms with the file of a programme, which waits on the server while questions about it are answered. */
@Injectable()
export class ProgrammeFileForm {
  constructor(
    private readonly uploadedForms: UploadedForms,
    private readonly waitingFiles: WaitingFiles,
  ) {}

  /** Of a form for a conference; null for one that makes a conference. Throws `body-malformed`. */
  async read({ request, actor }: ParticipantPage, conferenceId: string | null): Promise<SentProgramme> {
    const place = { accountId: actor.accountId, conferenceId };
    const { fields, files, fileNames } = this.uploadedForms.read(request);
    const file = files['file'];
    if (file) return { fields, place, sent: { file, fileName: fileNames['file'] ?? '', reference: null } };
    const pasted = pastedIn(fields);
    if (pasted.trim() !== '')
      return { fields, place, sent: { file: Buffer.from(pasted), fileName: '', reference: null } };
    const reference = typed(fields, 'kept');
    const waiting = await this.waitingFiles.open(place, reference);
    return { fields, place, sent: waiting && { ...waiting, reference } };
  }

  /** Keeps the file for the next answer; null for one that cannot wait. */
  async keep({ place, sent }: SentProgramme): Promise<KeptFile | null> {
    if (sent === null) return null;
    const reference = sent.reference ?? (await this.waitingFiles.keep(place, sent));
    return reference === null ? null : { reference, name: sent.fileName };
  }

  /** Once the file is imported. */
  async forget({ place, sent }: SentProgramme): Promise<void> {
    if (sent?.reference) await this.waitingFiles.forget(place, sent.reference);
  }
}

/** The rows of a sheet that were pasted instead of a file. */
export const pastedIn = (fields: FormFields): string => typed(fields, 'pasted');

/** The pasted text, for the field, unless it waits here as a file. */
export const pastedOf = ({ fields }: SentProgramme, kept: KeptFile | null): { pasted?: string } =>
  kept === null ? { pasted: pastedIn(fields) } : {};

/** The file of the form. Throws `invalid-request` without one. */
export function fileIn({ fields, sent }: SentProgramme): NamedFile {
  if (sent !== null) return sent;
  const detail = fields['kept']
    ? 'Choose the file again: it was kept for an hour only.'
    : 'Choose the file of the programme, or paste its rows.';
  throw invalidRequest([{ pointer: '#/file', detail }]);
}

/** The answers of a form so far, which the next form has again. */
export interface GivenAnswers {
  /** By the ids of their questions. */
  answers: Record<string, string>;
  /** Whether the file belongs to this conference, also if it seems to be another's. */
  isHere: boolean;
}

export const answersIn = (fields: FormFields): GivenAnswers => ({
  answers: Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const [, id] = /^answer-(.+)$/.exec(name) ?? [];
      return id === undefined ? [] : [[id, typed(fields, name)] as const];
    }),
  ),
  isHere: fields['conference'] === 'this',
});

/** The decisions of the form: whose file it is, the answers to questions, and what the columns hold. */
export function decisionsIn(fields: FormFields): ImportDecisions {
  const { answers, isHere } = answersIn(fields);
  const columns = Object.keys(fields).flatMap((name) => {
    const [, number] = /^heading-(\d+)$/.exec(name) ?? [];
    return number === undefined ? [] : [[typed(fields, name), typed(fields, `column-${number}`)] as const];
  });
  return {
    ...(isHere ? { conference: 'this' as const } : {}),
    answers,
    columns: mappingOf(Object.fromEntries(columns)),
  };
}

/** Refusals after which the same file is of use: of what was typed with it, not of what it holds. */
const OF_THE_FORM: readonly string[] = ['invalid-request', 'import-foreign', 'import-into-demo', 'programme-changed'];

/** Whether the file of a refused form is sent again with another answer. */
export const isWorthKeeping = ({ type }: { type: string }): boolean =>
  OF_THE_FORM.some((slug) => type === `/problems/${slug}`);

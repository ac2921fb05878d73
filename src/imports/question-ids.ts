import { namedId } from '../kernel/ids.ts';
import type { ImportQuestionKind } from './import-answer.ts';

/** Stands for the id of a conference that a file is to make. */
export const NEW_CONFERENCE = 'new';

/** The id of a question, the same in a trial and in every import, so that it can be answered at any of them. */
export const questionId = (conferenceId: string, kind: ImportQuestionKind, key: string): string =>
  namedId('import-question', conferenceId, kind, key);

export const dateQuestionId = (conferenceId: string, heading: string): string =>
  namedId('import-question', conferenceId, 'dates', heading);

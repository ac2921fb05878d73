import { invalidRequest } from '../kernel/common.problems.ts';
import type { Problem } from '../kernel/problem.ts';
import type { AnswerTo, ImportQuestion } from './compare-programme.ts';
import type { ImportDecisions } from './programme-upload.ts';
import type { DateQuestion } from './parsing/parsed-schedule.ts';
import { dateQuestionId, questionId } from './question-ids.ts';

/** A question of an import to its organizer, answered by its id with one of its choices. */
export interface AskedQuestion {
  /**
   * The id by which it is answered.
   *
   * @format uuid
   */
  id: string;
  /** Whether two talks are one (`same-talk`), whether a title says `cancelled`, or which day a date is (`dates`). */
  kind: ImportQuestion['kind'] | 'dates';
  /** The question in a sentence. */
  about: string;
  /** The answers it takes. */
  choices: string[];
  /** The stored talk; null when there is none yet, and for dates. */
  talkId: string | null;
  /** The stored title; for dates the place in the file. */
  title: string;
  /** The title in the file; for dates what is written there. */
  foundTitle: string;
}

/** The answers that a question about a talk takes. */
export const CHOICES = { 'same-talk': ['same', 'new'], cancelled: ['cancelled', 'takes-place'] } as const;

export function askedQuestion(conferenceId: string, { kind, key, old, talk }: ImportQuestion): AskedQuestion {
  const title = old?.title ?? talk.title;
  return {
    id: questionId(conferenceId, kind, key),
    kind,
    about: kind === 'cancelled' ? `Is "${talk.title}" cancelled?` : `Is "${talk.title}" the same talk as "${title}"?`,
    choices: [...CHOICES[kind]],
    talkId: old?.id ?? null,
    title,
    foundTitle: talk.title,
  };
}

export const askedDate = (conferenceId: string, { key, place, written, choices }: DateQuestion): AskedQuestion => ({
  id: dateQuestionId(conferenceId, key),
  kind: 'dates',
  about: `Which day is "${written}" in ${place}?`,
  choices: choices.map(({ day }) => day),
  talkId: null,
  title: place,
  foundTitle: written,
});

/**
 * The organizer's answers that came with a file, by the ids of its questions. Throws `invalid-request` for what is no
 * choice.
 */
export const answersOf =
  (conferenceId: string, { answers = {} }: ImportDecisions): AnswerTo =>
  (kind, key) => {
    const id = questionId(conferenceId, kind, key);
    const answer = answers[id];
    if (answer === undefined) return undefined;
    const found = CHOICES[kind].find((choice) => choice === answer);
    if (found === undefined) throw refusedAnswer(id);
    return found;
  };

/** For an answer that is none of the choices of its question. */
export const refusedAnswer = (id: string): Problem =>
  invalidRequest([{ pointer: `#/decisions/${id}`, detail: 'Choose one of the choices of this question.' }]);

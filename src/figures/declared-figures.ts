import { COMMENTS_BY_PHASE } from './comments-by-phase.figure.ts';
import { DECISIONS_ABOUT_WORDS } from './decisions-about-words.figure.ts';
import { FATE_OF_QUESTIONS } from './fate-of-questions.figure.ts';
import type { Figure, FigureName } from './figure.ts';
import { RECAPS } from './recaps.figure.ts';
import { SPREAD_OF_SPEAKING } from './spread-of-speaking.figure.ts';
import { TALKS_WITH_A_QUESTION } from './talks-with-a-question.figure.ts';
import { TIME_TO_AN_ANSWER } from './time-to-an-answer.figure.ts';
import { VOTES } from './votes.figure.ts';

const BY_NAME: Readonly<Record<FigureName, Figure>> = {
  'fate-of-questions': FATE_OF_QUESTIONS,
  'time-to-an-answer': TIME_TO_AN_ANSWER,
  'talks-with-a-question': TALKS_WITH_A_QUESTION,
  'comments-by-phase': COMMENTS_BY_PHASE,
  'spread-of-speaking': SPREAD_OF_SPEAKING,
  'decisions-about-words': DECISIONS_ABOUT_WORDS,
  votes: VOTES,
  recaps: RECAPS,
};

/** All figures, in the order in which they are shown. */
export const DECLARED_FIGURES: readonly Figure[] = Object.values(BY_NAME);

/** The figure with this name; null where there is none. */
export const figureNamed = (name: string): Figure | null =>
  Object.hasOwn(BY_NAME, name) ? BY_NAME[name as FigureName] : null;

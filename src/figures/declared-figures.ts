import { Injectable } from '@nestjs/common';
import { COMMENTS_BY_PHASE } from './comments-by-phase.figure.ts';
import { DECISIONS_ABOUT_WORDS } from './decisions-about-words.figure.ts';
import { FATE_OF_QUESTIONS } from './fate-of-questions.figure.ts';
import type { Figure } from './figure.ts';
import { READERS_AT_ONCE } from './readers-at-once.figure.ts';
import { RECAPS } from './recaps.figure.ts';
import { REFUSED_VOTES } from './refused-votes.figure.ts';
import { SPREAD_OF_SPEAKING } from './spread-of-speaking.figure.ts';
import { TALKS_WITH_A_QUESTION } from './talks-with-a-question.figure.ts';
import { TIME_TO_AN_ANSWER } from './time-to-an-answer.figure.ts';
import { VOTES } from './votes.figure.ts';

/** Figures of what this module and those below it write, in the order in which they are shown. */
const OF_THREADS: readonly Figure[] = [
  FATE_OF_QUESTIONS,
  TIME_TO_AN_ANSWER,
  TALKS_WITH_A_QUESTION,
  COMMENTS_BY_PHASE,
  SPREAD_OF_SPEAKING,
  DECISIONS_ABOUT_WORDS,
  VOTES,
  REFUSED_VOTES,
  RECAPS,
  READERS_AT_ONCE,
];

/** The one list of figures. A module above declares those of its own tables, and adds them. */
@Injectable()
export class DeclaredFigures {
  private readonly figures = [...OF_THREADS];

  /** To be called in a constructor. */
  add(figure: Figure): void {
    if (this.named(figure.name)) throw new Error(`two figures are called ${figure.name}`);
    this.figures.push(figure);
  }

  /** All figures, in the order in which they are shown. */
  list(): readonly Figure[] {
    return this.figures;
  }

  /** The figure with this name; null where there is none. */
  named(name: string): Figure | null {
    return this.figures.find((figure) => figure.name === name) ?? null;
  }
}

import { Injectable } from '@nestjs/common';
import type { HighlightsShape, PlacedAnswerShape } from '../../../web/pages/programme-props.ts';
import type { CommentShape, ThreadShape } from '../../../web/components/shapes.ts';
import { AcrossThreads, type QuestionOutcome } from '../../transcript/across-threads.queries.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';

/** Most questions and threads of a list. */
const QUESTIONS_SHOWN = 50;
const THREADS_SHOWN = 50;
/** Most answers, threads and open questions of the highlights. */
const ANSWERS_KEPT = 10;
const THREADS_KEPT = 5;
const OPEN_KEPT = 5;

/** Reads what was said and asked in all discussions of a conference, as its page shows it. */
@Injectable()
export class ConferenceSections {
  constructor(
    private readonly acrossThreads: AcrossThreads,
    private readonly programmeListing: ProgrammeListing,
  ) {}

  /** The threads with recent contributions, each with its last one. */
  async discussions(conferenceId: string): Promise<{ thread: ThreadShape; latest: CommentShape | null }[]> {
    const threads = await this.programmeListing.busy(conferenceId, 'active', THREADS_SHOWN);
    const latest = await this.acrossThreads.latest(threads.map(({ id }) => id));
    return threads.map((thread) => ({ thread, latest: latest.get(thread.id) ?? null }));
  }

  questions(conferenceId: string, outcome: QuestionOutcome): Promise<PlacedAnswerShape[]> {
    return this.acrossThreads.questions(conferenceId, outcome, QUESTIONS_SHOWN);
  }

  /** What a conference leaves behind, by itself: answers, discussions, what is open. */
  async highlights(conferenceId: string): Promise<HighlightsShape> {
    const [answers, open, figures, threads] = await Promise.all([
      this.acrossThreads.questions(conferenceId, 'answered', ANSWERS_KEPT),
      this.acrossThreads.questions(conferenceId, 'waiting', OPEN_KEPT),
      this.acrossThreads.figures(conferenceId),
      this.programmeListing.busy(conferenceId, 'discussed', THREADS_KEPT),
    ]);
    return { answers, open, threads, ...figures };
  }
}

import { Injectable } from '@nestjs/common';
import type { HighlightsShape, PlacedQuestionShape } from '../../../web/pages/programme-props.ts';
import { plainText } from '../../../web/components/plain-text.ts';
import type { CommentShape, ThreadShape } from '../../../web/components/shapes.ts';
import { CommentsQueries } from '../../comments/comments.queries.ts';
import { byKey } from '../../kernel/by-key.ts';
import type { Page } from '../../kernel/cursor.ts';
import type { ActorInSession } from '../../platform/http/access.ts';
import { mayGuest } from '../../programme/guests.policy.ts';
import {
  AcrossThreads,
  type QuestionOutcome,
  type QuestionWithAnswer,
} from '../../transcript/across-threads.queries.ts';
import { Recaps } from '../../recap/recaps.ts';
import { RecapTexts } from '../../recap/recap-texts.ts';
import { RecapsBeside } from './recaps-beside.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';

/** Most questions and threads of a list. */
const QUESTIONS_SHOWN = 50;
const THREADS_SHOWN = 50;
/** Most answers, threads and open questions of the highlights. */
const ANSWERS_KEPT = 10;
const THREADS_KEPT = 5;
const OPEN_KEPT = 5;
/** Most characters of the recap's beginning. */
const RECAP_EXCERPT = 400;

/** The reader of a page; null without a session. */
type Reader = ActorInSession | null;

/** Reads what was said and asked in all discussions of a conference, as its page shows it. */
@Injectable()
export class ConferenceSections {
  // The sections show comments, questions, talks and recaps of a whole conference.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly acrossThreads: AcrossThreads,
    private readonly programmeListing: ProgrammeListing,
    private readonly commentsQueries: CommentsQueries,
    private readonly recaps: Recaps,
    private readonly recapTexts: RecapTexts,
    private readonly recapsBeside: RecapsBeside,
  ) {}

  /** The discussions by their last contribution, each with it; open ones without any come last. */
  async discussions(
    conferenceId: string,
    cursor?: string,
  ): Promise<Page<{ thread: ThreadShape; latest: CommentShape | null }>> {
    const { items, next } = await this.programmeListing.listDiscussions(conferenceId, { limit: THREADS_SHOWN, cursor });
    const latest = await this.acrossThreads.latest(items.map(({ id }) => id));
    return { items: items.map((thread) => ({ thread, latest: latest.get(thread.id) ?? null })), next };
  }

  async questions(conferenceId: string, outcome: QuestionOutcome, reader: Reader): Promise<PlacedQuestionShape[]> {
    return this.placed(await this.acrossThreads.questions(conferenceId, outcome, QUESTIONS_SHOWN), reader);
  }

  /** The highlights of a conference, made without anybody's work: recap, answers, discussions, open questions. */
  async highlights(conference: { id: string; slug: string }, reader: Reader): Promise<HighlightsShape> {
    const { id: conferenceId } = conference;
    const [recap, recaps, answers, open, figures, threads] = await Promise.all([
      this.recapBeginning(conferenceId),
      this.recapsBeside.ofConference(conference),
      this.acrossThreads.questions(conferenceId, 'answered', ANSWERS_KEPT),
      this.acrossThreads.questions(conferenceId, 'waiting', OPEN_KEPT),
      this.acrossThreads.figures(conferenceId),
      this.programmeListing.discussed(conferenceId, THREADS_KEPT),
    ]);
    const placed = await this.placed([...answers, ...open], reader);
    return {
      recap,
      recaps: recaps.first,
      recapCount: recaps.count,
      answers: placed.slice(0, answers.length),
      open: placed.slice(answers.length),
      threads,
      ...figures,
    };
  }

  /** The first words of the conference's own recap; null where none is published. */
  private async recapBeginning(conferenceId: string): Promise<string | null> {
    const recap = await this.recaps.published({ conferenceId, threadId: null });
    if (!recap) return null;
    const [first] = (await this.recapTexts.partsOf(recap)).flatMap((part) => ('html' in part ? [part.html] : []));
    return plainText(first ?? '', RECAP_EXCERPT);
  }

  /** Adds their threads, and what the reader did about each. */
  private async placed(questions: readonly QuestionWithAnswer[], reader: Reader): Promise<PlacedQuestionShape[]> {
    const ids = questions.map(({ comment }) => comment.id);
    const [threads, own] = await Promise.all([
      this.programmeListing.threadsByIds([...new Set(questions.map(({ comment }) => comment.threadId))]),
      reader && this.commentsQueries.ownAmong(reader.accountId, ids),
    ]);
    const threadOf = byKey(threads, ({ id }) => id);
    return questions.flatMap((question) => {
      const thread = threadOf.get(question.comment.threadId);
      if (!thread) return [];
      const mine = reader && {
        votes: own!.votes,
        guest: reader.isGuest,
        may: { vote: mayGuest('vote', thread.guests, thread.live), withdraw: own!.written },
      };
      return [{ ...question, thread, mine }];
    });
  }
}

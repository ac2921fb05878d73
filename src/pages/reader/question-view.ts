import { Injectable } from '@nestjs/common';
import type { Comment, Conference, Thread } from '../../../web/components/shapes.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { sameLabel, type Label } from '../../transcript/label.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Transcript, type Answered } from '../../transcript/transcript.ts';
import { absent } from '../above-thread.ts';
import { ThreadPlaces, type ThreadPath } from '../thread-places.ts';

/** A question with its answer and its thread; without a label when its parts are not of one version. */
export interface QuestionShown {
  conference: Conference;
  thread: Thread;
  label: Label | null;
  question: Comment;
  answer: Comment | null;
}

/** Reads what the pages of questions and answers show. */
@Injectable()
export class QuestionPageView {
  constructor(
    private readonly threadPlaces: ThreadPlaces,
    private readonly programmeListing: ProgrammeListing,
    private readonly transcript: Transcript,
    private readonly threadVersions: ThreadVersions,
  ) {}

  /** A public question. Throws `not-found`. */
  async question(path: ThreadPath, id: string): Promise<QuestionShown> {
    const { threadId, conferenceId } = await this.threadPlaces.find(path);
    const { thread, label } = await this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 });
    const [conference, question] = await Promise.all([
      this.programmeListing.conference(conferenceId) as Promise<Conference>,
      this.transcript.comment(id),
    ]);
    if (question.threadId !== threadId || question.kind !== 'question' || question.state !== 'visible')
      throw notFound();
    const answer = question.question?.answerId
      ? await this.transcript.comment(question.question.answerId).catch(absent)
      : null;
    const isOneVersion = sameLabel(label, await this.threadVersions.fresh(threadId));
    return {
      conference,
      thread,
      label: isOneVersion ? label : null,
      question,
      answer: answer?.state === 'visible' ? answer : null,
    };
  }

  /** The answered questions of a thread, page by page. Throws `not-found`. */
  async answered(path: ThreadPath, cursor: string | undefined): Promise<Answered & { conference: Conference }> {
    const { threadId, conferenceId } = await this.threadPlaces.find(path);
    const [conference, answered] = await Promise.all([
      this.programmeListing.conference(conferenceId) as Promise<Conference>,
      this.transcript.answered(threadId, { limit: 50, cursor }),
    ]);
    return { ...answered, conference };
  }
}

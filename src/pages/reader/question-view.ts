import { Injectable } from '@nestjs/common';
import type { CommentShape, ConferenceShape, ThreadShape } from '../../../web/components/shapes.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { isSameVersion, type VersionLabel } from '../../transcript/version-label.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { Transcript, type AnsweredPage } from '../../transcript/transcript.ts';
import { absent } from '../above-thread.ts';
import { ThreadPlaces, type ThreadPath } from '../thread-places.ts';

/** A question with its answer and its thread; without a label when its parts are not of one version. */
export interface QuestionPageContent {
  conference: ConferenceShape;
  thread: ThreadShape;
  versionLabel: VersionLabel | null;
  question: CommentShape;
  answer: CommentShape | null;
}

/** A page of the answered questions of a thread; without a label when its parts are not of one version. */
export interface AnsweredPageContent extends Omit<AnsweredPage, 'label'> {
  conference: ConferenceShape;
  versionLabel: VersionLabel | null;
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
  async question(path: ThreadPath, id: string): Promise<QuestionPageContent> {
    const { threadId, conferenceId } = await this.threadPlaces.find(path);
    const { thread, label: versionLabel } = await this.transcript.page(threadId, {
      sort: 'oldest',
      kind: null,
      limit: 1,
    });
    const [conference, question] = await Promise.all([
      this.programmeListing.conference(conferenceId) as Promise<ConferenceShape>,
      this.transcript.comment(id),
    ]);
    if (question.threadId !== threadId || question.kind !== 'question' || question.state !== 'visible')
      throw notFound();
    const answer = question.question?.answerId
      ? await this.transcript.comment(question.question.answerId).catch(absent)
      : null;
    const isOneVersion = isSameVersion(versionLabel, await this.threadVersions.fresh(threadId));
    return {
      conference,
      thread,
      versionLabel: isOneVersion ? versionLabel : null,
      question,
      answer: answer?.state === 'visible' ? answer : null,
    };
  }

  /** The answered questions of a thread, page by page. Throws `not-found`. */
  async answered(path: ThreadPath, cursor: string | undefined): Promise<AnsweredPageContent> {
    const { threadId, conferenceId } = await this.threadPlaces.find(path);
    const { label, ...answered } = await this.transcript.answered(threadId, { limit: 50, cursor });
    const conference = (await this.programmeListing.conference(conferenceId)) as ConferenceShape;
    const isOneVersion = isSameVersion(label, await this.threadVersions.fresh(threadId));
    return { ...answered, conference, versionLabel: isOneVersion ? label : null };
  }
}

import { Injectable } from '@nestjs/common';
import type { RecapPartShape } from '../../../web/pages/recap-parts.tsx';
import type { CommentShape } from '../../../web/components/shapes.ts';
import { isUuid } from '../../kernel/ids.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { ProgrammeQueries } from '../../programme/programme.queries.ts';
import type { RecapOwner } from '../../recap/recap.queries.ts';
import { Recaps, type RecapPlace } from '../../recap/recaps.ts';
import { RecapTexts, type RecapText } from '../../recap/recap-texts.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { Transcript } from '../../transcript/transcript.ts';
import { added, type RecapDraft } from '../speaker/recap-draft.ts';

/** A conference, or one of its threads, by the path. */
export interface RecapPath {
  conference: string;
  thread?: string | undefined;
}

/** Most comments offered for quotation; any other can be named by its link. */
const OFFERED = 50;

/** Longest text that is drawn, in UTF-16 units: 30,000 characters of two each. */
const DRAWN_AT_MOST = 60_000;

/** Reads what the pages of a recap show. */
@Injectable()
export class RecapPageView {
  constructor(
    private readonly recaps: Recaps,
    private readonly recapTexts: RecapTexts,
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly transcript: Transcript,
  ) {}

  /** Throws `not-found`. */
  async find({ conference, thread }: RecapPath): Promise<RecapPlace> {
    if (thread === undefined) return this.recaps.ofConference(conference);
    const { id } = await this.programmeQueries.getConference(conference);
    return this.recaps.ofThread((await this.threadsQueries.getBySlug(id, thread)).id);
  }

  /**
   * The parts of a text as they are drawn. None of one that is too long to be saved: the form keeps it, and drawing a
   * megabyte would hold up everybody.
   */
  async partsOf(text: RecapText): Promise<RecapPartShape[]> {
    if (text.markdown.length > DRAWN_AT_MOST) return [];
    return (await this.recapTexts.partsOf(text)) as RecapPartShape[];
  }

  /** The comments of a draft in its order; unknown ids are dropped. */
  async quoted({ items }: RecapDraft): Promise<CommentShape[]> {
    const found = new Map(
      (await this.transcript.comments(items)).map((comment) => [comment.id, comment as CommentShape]),
    );
    return items.flatMap((id) => found.get(id) ?? []);
  }

  /** Adds a comment, and for an answered question its answer. Throws `not-found` for one of another place. */
  async withAnswer(place: RecapOwner, draft: RecapDraft, id: string): Promise<RecapDraft> {
    const [comment] = isUuid(id) ? await this.transcript.comments([id]) : [];
    const thread = comment && (await this.threadsQueries.get(comment.threadId));
    if (
      !comment ||
      thread?.conferenceId !== place.conferenceId ||
      (place.threadId !== null && thread.id !== place.threadId)
    )
      throw notFound();
    return added(draft, [id, ...(comment.question?.answerId ? [comment.question.answerId] : [])]);
  }

  /** The comments offered from a thread: answered questions with their answers, then the most wanted ones. */
  async candidates(threadId: string, { items }: RecapDraft): Promise<CommentShape[]> {
    const [questions, wanted] = await Promise.all(
      (['question', null] as const).map(
        async (kind) => (await this.transcript.page(threadId, { sort: 'top', kind, limit: OFFERED })).page.items,
      ),
    );
    const answered = questions!.filter(({ question }) => question?.status === 'answered');
    const answers = new Map(
      (await this.transcript.comments(answered.flatMap(({ question }) => question?.answerId ?? []))).map((answer) => [
        answer.id,
        answer,
      ]),
    );
    const offered = [
      ...answered.flatMap((question) => [question, answers.get(question.question?.answerId ?? '') ?? []].flat()),
      ...wanted!,
    ];
    const chosen = new Set(items);
    return [
      ...new Map(
        offered
          .filter(({ id, state }) => state === 'visible' && !chosen.has(id))
          .map((comment) => [comment.id, comment as CommentShape]),
      ).values(),
    ];
  }

  async threadsOf({ conferenceId, threadId }: RecapOwner): Promise<{ id: string; slug: string; title: string }[]> {
    if (threadId !== null) return [];
    return this.threadsQueries.listByProgramme(conferenceId, 1_000, null);
  }
}

import { Injectable } from '@nestjs/common';
import { catalogueOf } from '../../locales/catalogues.ts';
import type { Locale } from '../../locales/words.ts';
import type {
  Comment,
  CommentsPage,
  Conference,
  Mine,
  Persona,
  Sort,
  Talk,
  Thread,
} from '../../web/components/shapes.ts';
import { PersonasQueries } from '../accounts/personas.queries.ts';
import { MineQueries } from '../comments/mine.queries.ts';
import { InFlight } from '../kernel/in-flight.ts';
import { notFound } from '../kernel/common.problems.ts';
import { Problem } from '../kernel/problem.ts';
import type { ActorInSession } from '../platform/http/access.ts';
import { ProgrammeQueries } from '../programme/programme.queries.ts';
import { Recaps } from '../recap/recaps.ts';
import { ThreadsQueries } from '../threads/threads.queries.ts';
import { sameLabel, type Label } from '../transcript/label.ts';
import { Numbers } from '../transcript/numbers.ts';
import { ProgrammeListing } from '../transcript/programme-listing.ts';
import { Sharing } from '../transcript/sharing.ts';
import { Transcript, type Answered, type ThreadPageOf } from '../transcript/transcript.ts';

/** So many answered questions stand above a thread; the others have a page of their own. */
export const ANSWERED_SHOWN = 5;

/** What is not there, or not to be read. */
function absent(error: unknown): null {
  if (error instanceof Problem && error.kind.status === 404) return null;
  throw error;
}

export interface Wanted {
  sort: Sort;
  cursor?: string | undefined;
  comment?: string | undefined;
}

export interface Personal {
  mine: Mine;
  personas: Persona[];
}

interface Place {
  threadId: string;
  talkId: string | null;
  conferenceId: string;
  comments: number;
}

/** A thread's page as everybody sees it; when its parts are not of one version, no label may name it. */
export interface ThreadVersion extends ThreadPageOf {
  conference: Conference;
  talk: Talk | null;
  questions: Comment[];
  hasRecap: boolean;
  isOneVersion: boolean;
}

/** All that a thread's page is made of: what everybody sees, and what is this reader's own. */
@Injectable()
export class ThreadPageView {
  private readonly finding = new InFlight<Place>();
  private readonly reading: Sharing<ThreadVersion>;

  // oxlint-disable-next-line max-params -- collaborators, not arguments
  constructor(
    private readonly programmeQueries: ProgrammeQueries,
    private readonly threadsQueries: ThreadsQueries,
    private readonly programmeListing: ProgrammeListing,
    private readonly transcript: Transcript,
    private readonly mineQueries: MineQueries,
    private readonly personasQueries: PersonasQueries,
    private readonly numbers: Numbers,
    private readonly recaps: Recaps,
  ) {
    this.reading = new Sharing(numbers, () => null);
  }

  /** Which thread the path names. Throws not-found. */
  find(conference: string, slug: string): Promise<Place> {
    return this.finding.ask(JSON.stringify([conference, slug]), async () => {
      const { id } = await this.programmeQueries.getConference(conference);
      const thread = await this.threadsQueries.getBySlug(id, slug);
      return { threadId: thread.id, talkId: thread.talkId, conferenceId: id, comments: thread.comments };
    });
  }

  /** What a thread is about, without a word of it. Throws not-found. */
  async around(
    conference: string,
    slug: string,
  ): Promise<{ conference: Conference; talk: Talk | null; thread: Thread }> {
    const { threadId, conferenceId, talkId } = await this.find(conference, slug);
    const [{ conference: around, talk }, thread] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      this.programmeListing.thread(threadId),
    ]);
    return { conference: around as Conference, talk, thread };
  }

  /** Many who come at once are answered by one reading. */
  async read(conference: string, slug: string, wanted: Wanted): Promise<ThreadVersion> {
    const place = await this.find(conference, slug);
    return (
      await this.reading.ask(place.threadId, JSON.stringify([wanted.sort, wanted.cursor, wanted.comment]), async () => {
        const value = await this.atRest(place, wanted);
        return { value, label: value.label };
      })
    ).value;
  }

  /** Read in several questions, and again when something has changed between the first and the last. */
  private async atRest(place: Place, wanted: Wanted, tries = 3): Promise<ThreadVersion> {
    const { threadId, conferenceId, talkId } = place;
    const before = await this.numbers.fresh(threadId);
    const [around, shown, top, announcement, answered, recap] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      wanted.comment
        ? this.branch(threadId, wanted.comment)
        : this.transcript.page(threadId, {
            sort: wanted.sort,
            kind: null,
            limit: 50,
            cursor: wanted.cursor || undefined,
          }),
      this.topQuestions(threadId),
      this.announcement(threadId),
      wanted.comment || wanted.cursor ? null : this.transcript.answered(threadId, { limit: ANSWERED_SHOWN }),
      this.recaps.published({ conferenceId, threadId }),
    ]);
    const label = await this.numbers.fresh(threadId);
    const isOneVersion = [
      before,
      shown.label,
      top.label,
      ...(answered ? [answered.label] : []),
      { ...label, ...editionsOf(around) },
    ].every((each) => sameLabel(each, label));
    if (!isOneVersion && tries > 1) return this.atRest(place, wanted, tries - 1);
    return {
      ...shown,
      label,
      isOneVersion,
      conference: around.conference as Conference,
      talk: around.talk,
      questions: asideOf(waitingOf(top.page), announcement, answered),
      hasRecap: recap !== null,
    };
  }

  /** The most wanted questions that wait or are answered now: they stand above the thread, wherever they are in it. */
  async questions(threadId: string): Promise<Comment[]> {
    return waitingOf((await this.topQuestions(threadId)).page);
  }

  private topQuestions(threadId: string): Promise<ThreadPageOf> {
    return this.transcript.page(threadId, { sort: 'top', kind: 'question', limit: 100 });
  }

  /** What was said to everyone, while it may be read. */
  async announcement(threadId: string): Promise<Comment | null> {
    const { announcementId } = await this.threadsQueries.get(threadId);
    const said = announcementId === null ? null : await this.transcript.comment(announcementId).catch(absent);
    return said?.state === 'visible' ? said : null;
  }

  /**
   * A comment of this thread that everybody may read; null when there is none. Throws not-found without such a thread.
   */
  async said(conference: string, slug: string, id: string): Promise<Comment | null> {
    const [{ threadId }, comment] = await Promise.all([
      this.find(conference, slug),
      this.transcript.comment(id).catch(absent),
    ]);
    return comment?.threadId === threadId && comment.state === 'visible' ? comment : null;
  }

  /**
   * A question that everybody may read, with its answer, and the thread it was asked in; no label when its parts are
   * not of one version. Throws not-found.
   */
  async question(
    conference: string,
    slug: string,
    id: string,
  ): Promise<{
    conference: Conference;
    thread: Thread;
    label: Label | null;
    question: Comment;
    answer: Comment | null;
  }> {
    const { threadId, conferenceId } = await this.find(conference, slug);
    const { thread, label } = await this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 });
    const [around, question] = await Promise.all([
      this.programmeListing.conference(conferenceId) as Promise<Conference>,
      this.transcript.comment(id),
    ]);
    if (question.threadId !== threadId || question.kind !== 'question' || question.state !== 'visible')
      throw notFound();
    const answer = question.question?.answerId
      ? await this.transcript.comment(question.question.answerId).catch(absent)
      : null;
    const isOneVersion = sameLabel(label, await this.numbers.fresh(threadId));
    return {
      conference: around,
      thread,
      label: isOneVersion ? label : null,
      question,
      answer: answer?.state === 'visible' ? answer : null,
    };
  }

  /** Everything that was answered in a thread, page by page. Throws not-found. */
  async answered(
    conference: string,
    slug: string,
    cursor: string | undefined,
  ): Promise<Answered & { conference: Conference }> {
    const { threadId, conferenceId } = await this.find(conference, slug);
    const [around, answered] = await Promise.all([
      this.programmeListing.conference(conferenceId) as Promise<Conference>,
      this.transcript.answered(threadId, { limit: 50, cursor }),
    ]);
    return { ...answered, conference: around };
  }

  /** What a wall or a desk stands on: the thread as everybody sees it. Throws not-found. */
  async stage(
    conference: string,
    slug: string,
  ): Promise<{ conference: Conference; thread: Thread; questions: Comment[]; announcement: Comment | null }> {
    const { threadId, conferenceId } = await this.find(conference, slug);
    const [around, { thread }, questions, announcement] = await Promise.all([
      this.programmeListing.conference(conferenceId) as Promise<Conference>,
      this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 }),
      this.questions(threadId),
      this.announcement(threadId),
    ]);
    return { conference: around, thread, questions, announcement };
  }

  async personal(actor: ActorInSession, { id, conferenceId }: Thread): Promise<Personal> {
    const [mine, faces] = await Promise.all([
      this.mineQueries.get(actor.accountId, id),
      this.personasQueries.listOf(actor.accountId, conferenceId),
    ]);
    return { mine, personas: faces.map((face) => ({ id: face.id, name: face.name })) };
  }

  /** One comment with all its replies, for readers without a script. */
  private async branch(threadId: string, commentId: string): Promise<ThreadPageOf> {
    // The number first: what is read after it may be newer than its label, never older.
    const { page, ...rest } = await this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 });
    const found = await this.transcript.comment(commentId);
    const root = found.rootId === null ? found : await this.transcript.comment(found.rootId);
    if (root.threadId !== threadId) throw notFound();
    const replies = await this.transcript.replies(root.id, { limit: 100 });
    return { ...rest, page: { items: [{ ...root, replies: replies.items }], next: null, seq: page.seq } };
  }
}

/**
 * What stands above a thread, wherever it is in it: what waits or is answered now, the line to everyone, and what was
 * answered.
 */
const asideOf = (waiting: Comment[], announcement: Comment | null, answered: Answered | null): Comment[] => [
  ...waiting,
  ...(announcement ? [announcement] : []),
  ...(answered?.items ?? []).flatMap(({ question, answer }) => (answer ? [question, answer] : [question])),
];

const editionsOf = ({
  conferenceEdition,
  talkEdition,
}: {
  conferenceEdition: number;
  talkEdition: number;
}): Pick<Label, 'conferenceEdition' | 'talkEdition'> => ({ conferenceEdition, talkEdition });

const waitingOf = (page: ThreadPageOf['page']): Comment[] =>
  (page.items as Comment[])
    .filter(
      ({ question, state }) => state === 'visible' && (question?.status === 'open' || question?.status === 'taken'),
    )
    .map((question) => ({ ...question, replies: [] }));

/** The texts the script shows by itself. */
export const wordsForScript = (locale: Locale): Record<string, string> => ({
  ...catalogueOf(locale, 'pages.thread.'),
  ...catalogueOf(locale, 'pages.form.'),
  ...catalogueOf(locale, 'pages.reading.'),
  ...catalogueOf(locale, 'pages.role.'),
  ...catalogueOf(locale, 'pages.signIn.code'),
  ...catalogueOf(locale, 'pages.privacy.link'),
  ...catalogueOf(locale, 'pages.ending.archive'),
  ...catalogueOf(locale, 'pages.report.link'),
  ...catalogueOf(locale, 'pages.rules.link'),
});

/** What the script takes the page over with; made of nothing but what the page shows. */
export const islandOf = (facts: {
  page: CommentsPage;
  thread: Thread;
  here: string;
  sort: Sort;
  timeZone: string;
  locale: Locale;
  mine: Mine | null;
  personas: Persona[];
  questions: Comment[];
  conferenceId: string;
  archiveUrl: string | null;
}): object => ({ ...facts, words: wordsForScript(facts.locale) });

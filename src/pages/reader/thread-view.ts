import { Injectable } from '@nestjs/common';
import type { CommentShape, ConferenceShape, TalkShape } from '../../../web/components/shapes.ts';
import type { FollowingTalkShape } from '../../../web/pages/following-beside.tsx';
import type { TalkRecapsShape } from '../../../web/pages/recaps-beside.tsx';
import type { CommentView } from '../../comments/comment.view.ts';
import { notFound } from '../../kernel/common.problems.ts';
import { Recaps } from '../../recap/recaps.ts';
import { BesideTalk } from './beside-talk.ts';
import { isSameVersion, type VersionLabel } from '../../transcript/version-label.ts';
import { ThreadVersions } from '../../transcript/thread-versions.ts';
import { ProgrammeListing } from '../../transcript/programme-listing.ts';
import { CoalescedReads } from '../../transcript/coalesced-reads.ts';
import { Transcript, type AnsweredPage, type ThreadPageSnapshot } from '../../transcript/transcript.ts';
import { AboveThread, waitingOf } from '../above-thread.ts';
import type { ThreadPlace } from '../thread-places.ts';
import { inUsualOrder, type ThreadPart } from './thread-part.ts';

/** Answered questions above a thread; the others have a page of their own. */
export const ANSWERED_SHOWN = 5;

/** Most replies on the page of one comment. */
const REPLIES_AT_MOST = 1_000;
/** Characters of HTML of these after which no more are read; each of the others has a page of its own. */
const REPLIES_HTML = 500_000;

/** A thread's public page; without a label when its parts are not of one version. */
export interface PublicThreadPage extends ThreadPageSnapshot {
  /** The requested part, in the usual order of this version where none was named. */
  part: ThreadPart;
  conference: ConferenceShape;
  talk: TalkShape | null;
  questions: CommentShape[];
  answeredBy: 'speaker' | 'organizers' | null;
  hasRecap: boolean;
  /** The recaps that speak of the talk. */
  recapsOfTalk: TalkRecapsShape;
  /** The talks that follow in its rooms that day. */
  following: FollowingTalkShape[];
  /** Replies that are folded on the screen, for paper. */
  folded: CommentShape[];
  isOneVersion: boolean;
}

/** Reads a thread's page as all readers see it. */
@Injectable()
export class ThreadPageView {
  private readonly reading: CoalescedReads<PublicThreadPage>;

  // A page joins the talk, the discussion, what is asked, and what was written about it.
  // oxlint-disable-next-line max-params
  constructor(
    private readonly programmeListing: ProgrammeListing,
    private readonly transcript: Transcript,
    private readonly threadVersions: ThreadVersions,
    private readonly recaps: Recaps,
    private readonly besideTalk: BesideTalk,
    private readonly aboveThread: AboveThread,
  ) {
    this.reading = new CoalescedReads(threadVersions, () => null);
  }

  versionLabel(threadId: string): Promise<VersionLabel> {
    return this.transcript.versionLabel(threadId);
  }

  /** Simultaneous readers share one reading. */
  async read(place: ThreadPlace, wanted: ThreadPart): Promise<PublicThreadPage> {
    return (
      await this.reading.ask(place.threadId, partKeyOf(wanted), async () => {
        const value = await this.atRest(place, wanted);
        return { value, versionLabel: value.label };
      })
    ).value;
  }

  /** Takes several queries, and repeats them when something changed in between. */
  private async atRest(place: ThreadPlace, wanted: ThreadPart, tries = 3): Promise<PublicThreadPage> {
    const { threadId, conferenceId, talkId } = place;
    const before = await this.threadVersions.fresh(threadId);
    const [around, shown, top, announcement, answered, recap, beside] = await Promise.all([
      this.programmeListing.around(conferenceId, talkId),
      wanted.comment
        ? this.branch(threadId, wanted.comment)
        : this.transcript.page(threadId, {
            sort: wanted.sort,
            kind: null,
            limit: 50,
            cursor: wanted.cursor || undefined,
          }),
      this.aboveThread.topQuestions(threadId),
      this.aboveThread.announcement(threadId),
      wanted.comment || wanted.cursor ? null : this.transcript.answered(threadId, { limit: ANSWERED_SHOWN }),
      this.recaps.published({ conferenceId, threadId }),
      this.besideTalk.get(place),
    ]);
    const folded = wanted.comment ? [] : await this.transcript.foldedReplies(shown.page.items);
    const versionLabel = await this.threadVersions.fresh(threadId);
    // The order was chosen by a count that may be older than this version.
    const part = inUsualOrder(wanted, contributionsOf(shown.thread));
    const isOneVersion =
      part.sort === wanted.sort &&
      [
        before,
        shown.label,
        top.label,
        ...(answered ? [answered.label] : []),
        { ...versionLabel, ...editionsOf(around) },
      ].every((each) => isSameVersion(each, versionLabel));
    if (!isOneVersion && tries > 1) return this.atRest(place, part, tries - 1);
    return {
      ...shown,
      part: wanted,
      label: versionLabel,
      isOneVersion,
      conference: around.conference as ConferenceShape,
      talk: around.talk,
      // Nobody is asked under a recap.
      answeredBy: place.recap === null ? around.answeredBy : null,
      questions: asideOf(waitingOf(top.page), announcement, answered),
      hasRecap: recap !== null,
      ...beside,
      folded,
    };
  }

  /** One comment with its first replies and the requested one. */
  private async branch(threadId: string, commentId: string): Promise<ThreadPageSnapshot> {
    // The label first, so that what is read after it may be newer, never older.
    const { page, ...rest } = await this.transcript.page(threadId, { sort: 'oldest', kind: null, limit: 1 });
    const found = await this.transcript.comment(commentId);
    const root = found.rootId === null ? found : await this.transcript.comment(found.rootId);
    if (root.threadId !== threadId) throw notFound();
    const items = await this.repliesUnder(root.id);
    const isThere = found.id === root.id || items.some(({ id }) => id === found.id);
    const replies = isThere ? items : [...items, found];
    return { ...rest, page: { items: [{ ...root, replies }], next: null, seq: page.seq } };
  }

  /** The replies under a comment, as many as a page may hold: its own page is where they are read without a script. */
  private async repliesUnder(rootId: string): Promise<CommentView[]> {
    const replies: CommentView[] = [];
    let cursor: string | undefined;
    let characters = 0;
    do {
      const { items, next } = await this.transcript.replies(rootId, { limit: 100, cursor });
      replies.push(...items);
      characters += items.reduce((sum, { html }) => sum + html.length, 0);
      cursor = next ?? undefined;
    } while (cursor !== undefined && replies.length < REPLIES_AT_MOST && characters < REPLIES_HTML);
    return replies;
  }
}

const partKeyOf = ({ sort, isSortNamed, cursor, comment }: ThreadPart): string =>
  JSON.stringify([sort, isSortNamed, cursor, comment]);

const contributionsOf = ({ counts }: ThreadPageSnapshot['thread']): number => counts.comments + counts.questions;

/** The comments above a thread: waiting and taken questions, the announcement, answered questions. */
const asideOf = (
  waiting: CommentShape[],
  announcement: CommentShape | null,
  answered: AnsweredPage | null,
): CommentShape[] => [
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
}): Pick<VersionLabel, 'conferenceEdition' | 'talkEdition'> => ({ conferenceEdition, talkEdition });

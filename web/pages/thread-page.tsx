import { Page, type PageContext } from './page.tsx';
import { CommentList } from '../components/comment-list.ts';
import type {
  CommentShape,
  CommentsPageShape,
  ConferenceShape,
  DoneModeration,
  TalkShape,
} from '../components/shapes.ts';
import { PageOfForm } from '../components/own-comments.tsx';
import { formsOf, type Draft, type ThreadProps } from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import { Toast } from '../components/toast.tsx';
import { TranscriptClient } from '../components/transcript-client.ts';
import { foldedUnder } from './folded-replies.tsx';
import { JumpLinks } from './jump-links.tsx';
import { RecapArticle, type RecapArticleShape } from './recap-article.tsx';
import { RecapAside } from './recap-aside.tsx';
import { TalkHead } from './talk-head.tsx';
import { ThreadAside } from './thread-aside.tsx';
import type { FollowingTalkShape } from './following-beside.tsx';
import type { TalkRecapsShape } from './recaps-beside.tsx';

export interface ThreadPageProps {
  context: PageContext;
  conference: ConferenceShape;
  talk: TalkShape | null;
  page: CommentsPageShape;
  props: ThreadProps;
  draft: Draft;
  isWhole: boolean;
  hasRecap: boolean;
  /** The recaps that speak of the talk. */
  recaps?: TalkRecapsShape;
  /** The talks that follow in its rooms. */
  following?: FollowingTalkShape[];
  /** Whether the reader follows it; null for readers who have no address yet. */
  isFollowing: boolean | null;
  /** The recap that is answered here, where there is one. */
  recap?: RecapArticleShape | null;
  /** The act that this moderator has just done. */
  done?: DoneModeration | undefined;
  /** Replies that are folded on the screen, for paper. */
  folded: CommentShape[];
}

/** A comment list without a connection: what the server renders from, and what the script begins with. */
export function readingOf(
  page: CommentsPageShape,
  props: ThreadProps,
  client = new TranscriptClient(
    { load: async () => [], changes: () => Promise.reject(new Error('nothing is asked here')) },
    { changed: () => undefined, reloaded: () => undefined },
    async () => undefined,
  ),
): CommentList {
  client.begin(page, props.thread);
  client.mergeQuietly(props.questions ?? []);
  const reading = new CommentList(client, props.sort, props.branch);
  reading.begin([page]);
  return reading;
}

/**
 * `/c/{conference}/t/{thread}`: the talk, its questions and its discussion; beside them what is around it.
 * `/c/{conference}/recaps/{recap}`: a recap and its discussion.
 */
export function ThreadPage({ props: given, folded, ...shown }: ThreadPageProps) {
  const { context, conference, talk, page, draft, isWhole, recap, done } = shown;
  const { say } = context;
  const props = { ...given, folded: foldedUnder(page, folded, say) };
  return (
    <Page {...context} width="page">
      {done && (
        <div id="said">
          <Toast also={<AfterModeration done={done} conference={conference} props={props} say={say} />}>
            {say(`pages.moderation.${done.act}.done`)}
          </Toast>
        </div>
      )}
      <div class="beside">
        <div>
          {recap ? (
            <RecapArticle recap={recap} conference={conference} props={props} />
          ) : (
            <TalkHead talk={talk} conference={conference} props={props} say={say} />
          )}
          {!isWhole && (
            <p>
              <a href={props.here}>{say('pages.thread.whole')}</a>
            </p>
          )}
          <JumpLinks thread={props.thread} say={say} />
          <section id="thread" aria-label={say('pages.thread.label')}>
            <ThreadView props={props} commentList={readingOf(page, props)} draft={draft} actions={null} />
          </section>
        </div>
        <Beside {...shown} props={props} />
      </div>
    </Page>
  );
}

interface AfterModerationProps {
  done: DoneModeration;
  conference: ConferenceShape;
  props: ThreadProps;
  say: PageContext['say'];
}

/** The way back from a hide, and to where the decision stands. */
const AfterModeration = ({ done: { hid }, conference, props, say }: AfterModerationProps) => (
  <>
    {hid !== null && (
      <form method="post" action={`${formsOf(props)}/moderation/undo`}>
        <input type="hidden" name="commentId" value={hid} />
        <PageOfForm at={props.at} />
        <button>{say('pages.undo')}</button>
      </form>
    )}
    <a href={`/c/${conference.slug}/ledger`}>{say('pages.ledger.link')}</a>
  </>
);

type BesideProps = Omit<ThreadPageProps, 'folded'>;

/** The conference or the talk around a discussion. */
function Beside({ context: { say }, recap, props, ...shown }: BesideProps) {
  const { conference, isFollowing } = shown;
  return (
    <aside aria-label={say('pages.thread.around')}>
      {recap ? (
        <RecapAside conference={conference} talks={recap.talks} props={props} isFollowing={isFollowing} />
      ) : (
        <ThreadAside {...shown} props={props} />
      )}
    </aside>
  );
}

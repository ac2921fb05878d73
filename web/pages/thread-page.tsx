import { Names } from '../components/name.tsx';
import { SearchField } from './search-page.tsx';
import { TalkExtras } from '../components/talk-extras.tsx';
import { Page, type PageContext } from './page.tsx';
import { CommentList } from '../components/comment-list.ts';
import type { CommentShape, CommentsPageShape, ConferenceShape, TalkShape } from '../components/shapes.ts';
import type { Draft, ThreadProps } from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import { TranscriptClient } from '../components/transcript-client.ts';
import { foldedUnder } from './folded-replies.tsx';
import { TalkTimes } from './talk-times.tsx';

export interface ThreadPageProps {
  context: PageContext;
  conference: ConferenceShape;
  talk: TalkShape | null;
  page: CommentsPageShape;
  props: ThreadProps;
  draft: Draft;
  isWhole: boolean;
  hasRecap: boolean;
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

/** `/c/{conference}/t/{thread}`: the talk, and its discussion. */
export function ThreadPage({
  context,
  conference,
  talk,
  page,
  props: given,
  draft,
  isWhole,
  hasRecap,
  folded,
}: ThreadPageProps) {
  const { say } = context;
  const props = { ...given, folded: foldedUnder(page, folded, say) };
  return (
    <Page {...context}>
      <article class="talk">
        <h1 lang={talk?.language || conference.locale}>{props.thread.title}</h1>
        {talk && <TalkFacts talk={talk} say={say} />}
        {talk?.abstractHtml && (
          <div
            class="abstract"
            lang={talk.language || undefined}
            dangerouslySetInnerHTML={{ __html: talk.abstractHtml }}
          />
        )}
        {talk && <TalkExtras talk={talk} say={say} />}
      </article>
      {hasRecap && (
        <p>
          <a href={`${props.here}/recap`}>{say('pages.recap.link')}</a>
        </p>
      )}
      {!isWhole && (
        <p>
          <a href={props.here}>{say('pages.thread.whole')}</a>
        </p>
      )}
      <section id="thread" aria-label={say('pages.thread.label')}>
        <ThreadView props={props} commentList={readingOf(page, props)} draft={draft} actions={null} />
      </section>
      <SearchField here={`/c/${conference.slug}/search`} />
      <p>
        <a href={`${props.here}/feed.atom`} rel="alternate" type="application/atom+xml">
          {say('pages.feed')}
        </a>
      </p>
    </Page>
  );
}

function TalkFacts({ talk, say }: { talk: TalkShape; say: PageContext['say'] }) {
  return (
    <>
      {talk.subtitle && <p class="subtitle">{talk.subtitle}</p>}
      <p class="facts">
        {talk.speakers.length > 0 && (
          <span class="speakers">
            <Names of={talk.speakers} />
          </span>
        )}
        <TalkTimes talk={talk} />
        {talk.status === 'cancelled' && <span class="badge">{say('pages.conference.cancelled')}</span>}
      </p>
    </>
  );
}

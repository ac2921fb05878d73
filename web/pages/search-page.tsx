import { useContext } from 'preact/hooks';
import { authorName } from '../components/author-name.ts';
import { Page, type PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { DateTime } from '../components/date-time.tsx';
import type { CommentShape, ConferenceShape } from '../components/shapes.ts';
import { TalkLine, type ListedTalk } from './talk-line.tsx';
import { Button } from '../components/button.tsx';

export interface SearchHitShape {
  comment: CommentShape;
  threadTitle: string;
  excerptHtml: string;
  path: string;
}

interface SearchPageProps {
  context: PageContext;
  conference: ConferenceShape;
  asked: string;
  isQuestion: boolean;
  onlyCommonWords: boolean;
  /** Talks whose title or speakers have the words; on the first page only. */
  talks: ListedTalk[];
  /** Whether more talks have them. */
  hasMoreTalks: boolean;
  hits: SearchHitShape[];
  next: string | null;
}

/** `/c/{conference}/search`: talks and speakers, then comments with the sought words, newest first. */
export function SearchPage(props: SearchPageProps) {
  const { context, conference, asked, isQuestion, onlyCommonWords, talks, hits, next } = props;
  const { say } = context;
  const here = `/c/${conference.slug}/search`;
  return (
    <Page {...context}>
      <h1>{say('pages.search.title')}</h1>
      <SearchField here={here} asked={asked} />
      {asked !== '' && !isQuestion && <EmptyState>{say('pages.search.short')}</EmptyState>}
      {isQuestion && hits.length === 0 && talks.length === 0 && (
        <EmptyState action={<a href={`/c/${conference.slug}?show=programme`}>{say('pages.sections.programme')}</a>}>
          {say(onlyCommonWords ? 'pages.search.common' : 'pages.search.nothing', { words: asked })}
        </EmptyState>
      )}
      {talks.length > 0 && <FoundTalks {...props} />}
      {hits.length > 0 && <h2>{say('pages.search.comments')}</h2>}
      <Hits hits={hits} locale={conference.locale} say={say} />
      {next && (
        <p>
          <a class="more" rel="next" href={`${here}?${new URLSearchParams({ q: asked, cursor: next }).toString()}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </Page>
  );
}

/** The search field, from a programme or a thread. */
export function SearchField({ here, asked = '' }: { here: string; asked?: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <form class="search" method="get" action={here} role="search">
      <input
        type="search"
        name="q"
        aria-label={say('pages.search.field')}
        value={asked}
        minlength={2}
        maxlength={200}
        required
      />
      <Button kind="primary">{say('pages.search.go')}</Button>
    </form>
  );
}

const FoundTalks = ({ context: { say }, conference, asked, talks, hasMoreTalks }: SearchPageProps) => (
  <section class="found-talks">
    <h2>{say('pages.search.talks')}</h2>
    <ul class="talks">
      {talks.map((talk) => (
        <TalkLine key={talk.id} talk={talk} here={`/c/${conference.slug}`} hasRecap={false} isAnyDay />
      ))}
    </ul>
    {hasMoreTalks && (
      <p>
        <a
          class="more"
          rel="nofollow"
          href={`/c/${conference.slug}?${new URLSearchParams({ q: asked, day: 'all' }).toString()}`}
        >
          {say('pages.search.allTalks')}
        </a>
      </p>
    )}
  </section>
);

interface HitsProps {
  hits: SearchHitShape[];
  locale: string;
  say: PageContext['say'];
}

const Hits = ({ hits, locale, say }: HitsProps) => (
  <ul class={hits.length > 0 ? 'cards card hits' : 'cards hits'}>
    {hits.map(({ comment, threadTitle, excerptHtml, path }) => (
      <li key={comment.id}>
        <h3 lang={locale}>
          <a href={path}>{threadTitle}</a>
        </h3>
        {/* Escaped where it is made; nothing but <mark> is in it. */}
        <p lang={locale} dangerouslySetInnerHTML={{ __html: excerptHtml }} />
        <p class="meta">
          {authorName(comment, say)} · <DateTime at={comment.createdAt} />
        </p>
      </li>
    ))}
  </ul>
);

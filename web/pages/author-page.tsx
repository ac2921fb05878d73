import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { CommentShape, ConferenceShape } from '../components/shapes.ts';
import { Persona } from './about-author.tsx';
import { Page, type PageContext } from './page.tsx';
import type { RecapAuthorShape, RecapLineShape } from './recap-shapes.ts';
import { RecapsList } from './recaps-list.tsx';

interface AuthorPageProps {
  context: PageContext;
  conference: ConferenceShape;
  author: RecapAuthorShape;
  recaps: readonly RecapLineShape[];
  /** Null where the author does not list them. */
  comments: readonly { comment: CommentShape; path: string; threadTitle: string }[] | null;
  /** The address of older comments. */
  next: string | null;
}

/** `/c/{conference}/by/{persona}`: who writes here, their recaps, and their comments if they want. */
export function AuthorPage({ context, conference, author, recaps, comments, next }: AuthorPageProps) {
  const { say } = context;
  return (
    <Page {...context}>
      <p>
        <a href={`/c/${conference.slug}`} lang={conference.locale}>
          {conference.title}
        </a>
      </p>
      <h1 dir="auto">{author.name}</h1>
      <Persona author={author} />
      <section>
        <h2>{say('pages.recaps.title')}</h2>
        {recaps.length === 0 && <EmptyState>{say('pages.recaps.noneBy')}</EmptyState>}
        <RecapsList recaps={recaps} />
      </section>
      {comments !== null && <AuthorComments comments={comments} next={next} say={say} />}
    </Page>
  );
}

interface AuthorCommentsProps {
  comments: NonNullable<AuthorPageProps['comments']>;
  next: string | null;
  say: PageContext['say'];
}

const AuthorComments = ({ comments, next, say }: AuthorCommentsProps) => (
  <section>
    <h2>{say('pages.recaps.comments')}</h2>
    <ul class="cards">
      {comments.map(({ comment, path, threadTitle }) => (
        <li key={comment.id}>
          <div class="words" dir="auto" dangerouslySetInnerHTML={{ __html: comment.html }} />
          <p class="meta dots">
            <a href={path}>{threadTitle}</a>
            <span>
              <DateTime at={comment.createdAt} />
            </span>
          </p>
        </li>
      ))}
    </ul>
    {next && (
      <p>
        <a class="more" rel="next" href={next}>
          {say('pages.more')}
        </a>
      </p>
    )}
  </section>
);

import { DataList } from './data-list.tsx';
import { MyCommentItem, type MyCommentShape } from './my-comment-item.tsx';
import { MyRecapItem, type MyRecapShape } from './my-recap-item.tsx';
import type { PageContext } from './page.tsx';

/** The personas of an account, and what each has written and voted for. */
export interface MyWritingsShape {
  personas: {
    id: string;
    conference: string;
    name: string;
    tagline: string;
    biography: string;
    withdrawnAt: string | null;
  }[];
  comments: MyCommentShape[];
  recaps: MyRecapShape[];
  votes: { commentId: string; conference: string; thread: string }[];
}

interface MyWritingsProps {
  data: MyWritingsShape;
  context: PageContext;
}

export function MyWritings({ data: { personas, comments, recaps, votes }, context }: MyWritingsProps) {
  const { say } = context;
  return (
    <>
      <DataList
        title={say('pages.me.personas')}
        items={personas}
        show={(persona) => <MyPersona {...persona} say={say} />}
      />
      <DataList
        title={say('pages.export.comments', { count: comments.length })}
        items={comments}
        show={(comment) => <MyCommentItem comment={comment} context={context} />}
      />
      <DataList
        title={say('pages.export.recaps', { count: recaps.length })}
        items={recaps}
        show={(recap) => <MyRecapItem recap={recap} context={context} />}
      />
      <DataList
        title={say('pages.export.votes', { count: votes.length })}
        items={votes}
        show={({ conference, thread }) => (
          <>
            {thread} · {conference}
          </>
        )}
      />
    </>
  );
}

type MyPersonaProps = MyWritingsShape['personas'][number] & Pick<PageContext, 'say'>;

const MyPersona = ({ name, tagline, biography, conference, withdrawnAt, say }: MyPersonaProps) => (
  <>
    <b dir="auto">{withdrawnAt === null ? name : say('pages.export.withdrawn')}</b>{' '}
    {tagline && <span dir="auto">{tagline}</span>} · {conference}
    {biography && (
      <pre class="said" dir="auto">
        {biography}
      </pre>
    )}
  </>
);

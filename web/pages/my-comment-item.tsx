import { DateTime } from '../components/date-time.tsx';
import type { PageContext } from './page.tsx';

export interface MyCommentShape {
  id: string;
  url: string;
  conference: string;
  thread: string;
  kind: string;
  state: string;
  persona: string | null;
  isAnonymous: boolean;
  source: string;
  votes: number;
  postedAt: string;
  earlier: { revision: number; source: string; writtenAt: string }[];
}

export function MyCommentItem({ comment, context: { say } }: { comment: MyCommentShape; context: PageContext }) {
  const { url, conference, thread, kind, state, persona, isAnonymous, source, votes, postedAt, earlier } = comment;
  return (
    <>
      <p class="help">
        <a href={url}>{thread}</a> · {conference} · <DateTime at={postedAt} />
      </p>
      <p class="help">
        {say(`pages.export.kind.${kind}`)} · {isAnonymous ? say('pages.export.anonymous') : (persona ?? '')} ·{' '}
        {say(`pages.export.state.${state}`)} · {say('pages.export.voted', { count: votes })}
      </p>
      <pre class="said" dir="auto">
        {source}
      </pre>
      {earlier.map((each) => (
        <details key={each.revision}>
          <summary>
            {say('pages.export.earlier')} <DateTime at={each.writtenAt} />
          </summary>
          <pre class="said" dir="auto">
            {each.source}
          </pre>
        </details>
      ))}
    </>
  );
}

import { useContext } from 'preact/hooks';
import { authorName } from '../components/author-name.ts';
import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import { plainText } from '../components/plain-text.ts';
import type { CommentShape } from '../components/shapes.ts';
import type { ProgrammeShape } from './programme-props.ts';
import { TalkCounts } from './talk-counts.tsx';

/** Most characters of a last contribution; its style shows two lines. */
const EXCERPT = 220;

interface RecentDiscussionsProps {
  discussions: NonNullable<ProgrammeShape['discussions']>;
  here: string;
}

/** Discussions by their last contribution: who said what last, and how much there is. */
export function RecentDiscussions({ discussions, here }: RecentDiscussionsProps) {
  const { say } = useContext(LocaleContext);
  const { items, next } = discussions;
  return (
    <>
      {items.every(({ latest }) => latest === null) && (
        <EmptyState action={<a href={`${here}?show=programme`}>{say('pages.sections.programme')}</a>}>
          {say('pages.conference.ways.none.active')}
        </EmptyState>
      )}
      <ul class="cards busy">
        {items.map(({ thread, latest }) => (
          <li key={thread.id}>
            <h2>
              <a href={`${here}/t/${thread.slug}`}>{thread.title}</a>
            </h2>
            {latest && <Latest latest={latest} path={`${here}/t/${thread.slug}`} />}
            <TalkCounts thread={thread} />
          </li>
        ))}
      </ul>
      {next && (
        <p>
          <a
            class="more button"
            rel="next"
            href={`${here}?${new URLSearchParams({ show: 'active', cursor: next }).toString()}`}
          >
            {say('pages.more')}
          </a>
        </p>
      )}
    </>
  );
}

/** The last contribution to a discussion. */
function Latest({ latest, path }: { latest: CommentShape; path: string }) {
  const { say } = useContext(LocaleContext);
  return (
    <>
      <p class="latest" dir="auto">
        {plainText(latest.html, EXCERPT)}
      </p>
      <p class="meta dots">
        <span>{authorName(latest, say)}</span>
        <a href={`${path}?comment=${latest.rootId ?? latest.id}#c-${latest.id}`}>
          <DateTime at={latest.createdAt} />
        </a>
      </p>
    </>
  );
}

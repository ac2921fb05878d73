import { contributionsIn } from '../components/contributions.ts';
import { Shell, type PageContext } from './page.tsx';
import type { CommentsPageShape } from '../components/shapes.ts';
import { emptyDraft, type ThreadProps } from '../components/thread-props.ts';
import { ThreadView } from '../components/thread-view.tsx';
import { readingOf } from './thread-page.tsx';

export type EmbedMode = 'thread' | 'questions' | 'link';

export const EMBED_MODES: readonly EmbedMode[] = ['thread', 'questions', 'link'];

export interface EmbedProps {
  context: PageContext;
  page: CommentsPageShape;
  props: ThreadProps;
  mode: EmbedMode;
  theme: string | null;
}

/**
 * `/embed/{threadId}`: a thread, its questions, or a link with its counts, in a page of another site. Links and forms
 * open a window of their own where the script does not handle them.
 */
export function EmbedPage({ context, page, props, mode, theme }: EmbedProps) {
  const { say } = context;
  const { thread, here } = props;
  return (
    <Shell {...context} theme={theme} also={<base target="_blank" />}>
      <main>
        <h1 class="unseen">{thread.title}</h1>
        {mode === 'link' ? (
          <ThreadLink thread={thread} here={here} say={say} />
        ) : (
          <>
            <section id="thread" aria-label={thread.title}>
              <ThreadView
                props={props}
                commentList={readingOf(page, props)}
                draft={{ ...emptyDraft(), kind: mode === 'questions' ? 'question' : 'comment' }}
                actions={null}
              />
            </section>
            <p class="help facts">
              <span>
                <a href={here}>{say('pages.embed.open')}</a>
              </span>
              <span>
                <a href={`/sign-in?next=${encodeURIComponent(here)}`}>{say('pages.signIn.link')}</a>
              </span>
            </p>
            <p class="help">{say('pages.promise')}</p>
          </>
        )}
      </main>
    </Shell>
  );
}

interface ThreadLinkProps {
  thread: ThreadProps['thread'];
  here: string;
  say: PageContext['say'];
}

/** A link to the discussion, with its counts. */
const ThreadLink = ({ thread, here, say }: ThreadLinkProps) => (
  <p class="facts">
    <span>
      <a href={here}>{say('pages.embed.discuss')}</a>
    </span>
    <span>{say('pages.thread.count', { count: contributionsIn(thread) })}</span>
    {thread.counts.questions > 0 && <span>{say('pages.embed.questions', { count: thread.counts.questions })}</span>}
  </p>
);

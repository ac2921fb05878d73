import { EmptyState } from '../components/empty-state.tsx';
import { ListFilter, ListPages, ListRange, needsFilter, pageField, queryOf } from './list-part.tsx';
import type { OrganizedThread, OrganizeProps } from './organize-props.ts';
import type { PageContext } from './page.tsx';

interface SectionProps {
  threads: OrganizeProps['threads'];
  /** The conference's slug; `here` is the path of the organizers' page. */
  slug: string;
  here: string;
  say: PageContext['say'];
}

/** The threads of a conference, with a filter, their number, and the form that locks each. */
export function OrganizedThreadsSection({ threads, slug, here, say }: SectionProps) {
  return (
    <section id="threads">
      <h2>{say('pages.organize.threads', { total: threads.total })}</h2>
      <ThreadFilter threads={threads} here={here} say={say} />
      <ul class="cards">
        {threads.items.map((thread) => (
          <li key={thread.id}>
            <a href={`/c/${slug}/t/${thread.slug}`}>{thread.title}</a>{' '}
            <span class="badge">{say(`pages.threadState.${thread.state}`)}</span>
            <LockForm thread={thread} action={`${here}/threads${threadsAt(threads, threads.page)}`} say={say} />
          </li>
        ))}
      </ul>
      <ListPages part={threads} at={(page) => `${here}${threadsAt(threads, page)}#threads`} say={say} />
    </section>
  );
}

/** The filter of threads by title and state, and which of them are shown. */
export function ThreadFilter({ threads, here, say }: Omit<SectionProps, 'slug'>) {
  const { chosen, states, found } = threads;
  return (
    <>
      {needsFilter(threads) && (
        <ListFilter
          action={`${here}#threads`}
          words={{ name: 'q', label: say('pages.organize.titleHas'), value: chosen.q }}
          choice={{
            name: 'state',
            label: say('pages.organize.state'),
            value: chosen.state,
            options: states.map((state) => ({ ...state, label: say(`pages.threadState.${state.value}`) })),
          }}
          say={say}
        />
      )}
      {found === 0 && <EmptyState>{say('pages.organize.noThreads')}</EmptyState>}
      <ListRange part={threads} say={say} />
    </>
  );
}

/** The query of a page of the chosen threads. */
export const threadsAt = ({ chosen }: OrganizeProps['threads'], page: number): string =>
  queryOf({ ...chosen, page: pageField(page) });

interface LockFormProps {
  thread: OrganizedThread;
  action: string;
  say: PageContext['say'];
}

function LockForm({ thread, action, say }: LockFormProps) {
  if (!['open', 'questions', 'locked'].includes(thread.state)) return null;
  const isLocked = thread.state === 'locked';
  return (
    <form method="post" action={action} class="inline">
      <input type="hidden" name="threadId" value={thread.id} />
      <input type="hidden" name="version" value={thread.version} />
      <input type="hidden" name="state" value={isLocked ? 'open' : 'locked'} />
      <label>
        {say('pages.organize.reason')} <input name="reason" required minlength={2} maxlength={1000} />
      </label>
      <button>{say(isLocked ? 'pages.organize.unlock' : 'pages.organize.lock')}</button>
    </form>
  );
}

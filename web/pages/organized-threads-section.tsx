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
  const { items, total, found, first, page, pages, chosen, states } = threads;
  const at = (number: number): string => queryOf(chosen, number);
  return (
    <section id="threads">
      <h2>{say('pages.organize.threads', { total })}</h2>
      {(total > items.length || found < total) && (
        <form class="filters" method="get" action={`${here}#threads`}>
          <label>
            {say('pages.organize.titleHas')} <input name="q" maxlength={200} defaultValue={chosen.q} />
          </label>
          <label>
            {say('pages.organize.state')}
            <select name="state">
              <option value="">{say('pages.conference.filter.all')}</option>
              {states.map(({ state, count }) => (
                <option key={state} value={state} selected={state === chosen.state}>
                  {say(`pages.threadState.${state}`)} ({count})
                </option>
              ))}
            </select>
          </label>
          <button>{say('pages.conference.filter.apply')}</button>
          {(chosen.q !== '' || chosen.state !== '') && (
            <a href={`${here}#threads`}>{say('pages.conference.filter.none')}</a>
          )}
        </form>
      )}
      {found === 0 && <p class="empty">{say('pages.organize.noThreads')}</p>}
      {(found > items.length || (found > 0 && found < total)) && (
        <p class="help">{say('pages.organize.shown', { first, last: first + items.length - 1, found })}</p>
      )}
      <ul class="cards">
        {items.map((thread) => (
          <li key={thread.id}>
            <a href={`/c/${slug}/t/${thread.slug}`}>{thread.title}</a>{' '}
            <span class="badge">{say(`pages.threadState.${thread.state}`)}</span>
            <LockForm thread={thread} action={`${here}/threads${at(page)}`} say={say} />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav class="sorts" aria-label={say('pages.organize.pages')}>
          {page > 1 && (
            <a rel="prev" href={`${here}${at(page - 1)}#threads`}>
              {say('pages.organize.previous')}
            </a>
          )}
          {page < pages && (
            <a rel="next" href={`${here}${at(page + 1)}#threads`}>
              {say('pages.organize.next')}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

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

function queryOf({ q, state }: { q: string; state: string }, page: number): string {
  const filled = Object.entries({ q, state, page: page > 1 ? String(page) : '' }).filter(([, value]) => value !== '');
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled).toString()}`;
}

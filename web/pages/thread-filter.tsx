import { EmptyState } from '../components/empty-state.tsx';
import { ListFilter, ListRange, needsFilter, pageField, queryOf } from './list-part.tsx';
import type { ThreadChoice } from './organize-props.ts';
import type { PageContext } from './page.tsx';

interface SectionProps {
  threads: ThreadChoice;
  /** The path of the page with the list. */
  here: string;
  say: PageContext['say'];
}

/** The filter of threads by title and state, and which of them are shown. */
export function ThreadFilter({ threads, here, say }: SectionProps) {
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
export const threadsAt = ({ chosen }: ThreadChoice, page: number): string =>
  queryOf({ ...chosen, page: pageField(page) });

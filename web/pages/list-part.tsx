import type { PageContext } from './page.tsx';

/** A page of what a filter found in a list. */
export interface ListPart<T> {
  items: T[];
  /** Number of rows in all. */
  total: number;
  /** Number of rows that the filter found. */
  found: number;
  /** The number of the first item among those found. */
  first: number;
  page: number;
  pages: number;
}

interface ListFilterProps {
  /** The path of the page, with the fragment of the list. */
  action: string;
  words: { name: string; label: string; value: string };
  choice: { name: string; label: string; value: string; options: { value: string; label: string; count: number }[] };
  say: PageContext['say'];
}

/** The filter of an organizers' list: words, and one of a few values with their counts. */
export function ListFilter({ action, words, choice, say }: ListFilterProps) {
  return (
    <form class="filters" method="get" action={action}>
      <label>
        {words.label} <input name={words.name} maxlength={200} defaultValue={words.value} />
      </label>
      <label>
        {choice.label}
        <select name={choice.name}>
          <option value="">{say(`pages.conference.filter.all.${choice.name}`)}</option>
          {choice.options.map(({ value, label, count }) => (
            <option key={value} value={value} selected={value === choice.value}>
              {label} ({count})
            </option>
          ))}
        </select>
      </label>
      <button>{say('pages.conference.filter.apply')}</button>
      {(words.value !== '' || choice.value !== '') && <a href={action}>{say('pages.conference.filter.none')}</a>}
    </form>
  );
}

/** Whether a list needs a filter: it has further pages, or is filtered. */
export const needsFilter = ({ items, total, found }: ListPart<unknown>): boolean =>
  total > items.length || found < total;

/** Draws the range of the found rows that are shown; nothing where all are. */
export function ListRange({ part, say }: { part: ListPart<unknown>; say: PageContext['say'] }) {
  const { items, total, found, first } = part;
  if (found === 0 || (found === items.length && found === total)) return null;
  return <p class="help">{say('pages.organize.shown', { first, last: first + items.length - 1, found })}</p>;
}

interface ListPagesProps {
  part: ListPart<unknown>;
  /** The address of the page with a number. */
  at: (page: number) => string;
  say: PageContext['say'];
}

/** The links to the page before and after. */
export function ListPages({ part: { page, pages }, at, say }: ListPagesProps) {
  if (pages === 1) return null;
  return (
    <nav class="sorts" aria-label={say('pages.organize.pages')}>
      {page > 1 && (
        <a rel="prev" href={at(page - 1)}>
          {say('pages.organize.previous')}
        </a>
      )}
      {page < pages && (
        <a rel="next" href={at(page + 1)}>
          {say('pages.organize.next')}
        </a>
      )}
    </nav>
  );
}

/** A query of the fields that are filled, with its question mark; empty without any. */
export function queryOf(fields: Readonly<Record<string, string>>): string {
  const filled = Object.entries(fields).filter(([, value]) => value !== '');
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled).toString()}`;
}

/** The number of a page as a query field; empty for the first. */
export const pageField = (page: number): string => (page > 1 ? String(page) : '');

import { DateTime } from '../components/date-time.tsx';
import type { PageContext } from './page.tsx';

const KINDS = ['added', 'changed', 'moved', 'cancelled'] as const;

/** An import that changed the programme. */
export interface ImportShape extends Record<(typeof KINDS)[number], number> {
  id: string;
  at: string;
  by: string | null;
  fileName: string | null;
  undoneAt: string | null;
}

interface LastImportsProps {
  imports: ImportShape[];
  slug: string;
  say: PageContext['say'];
}

/** The last imports of a conference, each with a link that undoes it. */
export function LastImports({ imports, slug, say }: LastImportsProps) {
  if (imports.length === 0) return null;
  return (
    <section id="imports">
      <h2>{say('pages.import.last')}</h2>
      <ul class="cards">
        {imports.map((each) => (
          <li key={each.id}>
            <p>
              <ImportLine {...each} say={say} />
            </p>
            <p>
              {each.undoneAt === null ? (
                <a href={`/organize/${slug}/imports/${each.id}/undo`}>{say('pages.import.undo')}</a>
              ) : (
                <span class="badge">
                  {say('pages.import.undone')} <DateTime at={each.undoneAt} />
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Draws the time of an import, its maker, its file, and its effect. */
export const ImportLine = ({ at, by, fileName, say, ...counts }: ImportShape & { say: PageContext['say'] }) => (
  <>
    <DateTime at={at} />
    {fileName !== null && (
      <>
        {' '}
        · <b dir="auto">{fileName}</b>
      </>
    )}
    {by !== null && (
      <>
        {' '}
        · <span dir="auto">{by}</span>
      </>
    )}{' '}
    ·{' '}
    {KINDS.filter((kind) => counts[kind] > 0)
      .map((kind) => say(`pages.import.counted.${kind}`, { count: counts[kind] }))
      .join(', ')}
  </>
);

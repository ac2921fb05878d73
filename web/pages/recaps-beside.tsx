import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { Name } from '../components/name.tsx';
import type { ConferenceShape } from '../components/shapes.ts';

export interface TalkRecapsShape {
  count: number;
  first: { path: string; title: string; author: string | null }[];
}

/** Draws the recaps of the talk. */
export function RecapsBeside({ recaps, conference }: { recaps: TalkRecapsShape; conference: ConferenceShape }) {
  const { say } = useContext(LocaleContext);
  return (
    <div class="card brief">
      <h2>{say('pages.recaps.count', { count: recaps.count })}</h2>
      <ul class="rows">
        {recaps.first.map(({ path, title, author }) => (
          <li key={path} class="stacked">
            <a href={path} dir="auto">
              {title}
            </a>
            {author !== null && (
              <span class="meta">
                <Name name={author} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {recaps.count > recaps.first.length && (
        <p>
          <a href={`/c/${conference.slug}/recaps`}>{say('pages.recaps.all')}</a>
        </p>
      )}
    </div>
  );
}

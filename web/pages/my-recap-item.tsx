import { DateTime } from '../components/date-time.tsx';
import type { PageContext } from './page.tsx';

export interface MyRecapShape {
  url: string;
  conference: string;
  persona: string;
  state: string;
  versions: { version: number; title: string; markdown: string; savedAt: string }[];
}

/** A recap of the reader's own in the words of its latest version, above the earlier ones. */
export function MyRecapItem({ recap, context: { say } }: { recap: MyRecapShape; context: PageContext }) {
  const { url, conference, persona, state, versions } = recap;
  const [newest, ...earlier] = versions;
  if (!newest) return null;
  return (
    <>
      <p class="help">
        <a href={url} dir="auto">
          {newest.title}
        </a>{' '}
        · {conference} · <DateTime at={newest.savedAt} />
      </p>
      <p class="help">
        {persona} · {say(`pages.recaps.state.${state}`)}
      </p>
      <pre class="said" dir="auto">
        {newest.markdown}
      </pre>
      {earlier.map(({ version, title, markdown, savedAt }) => (
        <details key={version}>
          <summary>
            {say('pages.export.earlier')} <DateTime at={savedAt} />
          </summary>
          <p dir="auto">{title}</p>
          <pre class="said" dir="auto">
            {markdown}
          </pre>
        </details>
      ))}
    </>
  );
}

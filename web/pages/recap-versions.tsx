import { useContext } from 'preact/hooks';
import { Chip } from '../components/chip.tsx';
import { DateTime } from '../components/date-time.tsx';
import { LocaleContext } from '../components/locale-context.ts';
import type { RecapVersionLine } from './recap-editor-props.ts';

/** The saved versions of a recap, each to be opened again. */
export function RecapVersions({ versions, action }: { versions: readonly RecapVersionLine[]; action: string }) {
  const { say } = useContext(LocaleContext);
  if (versions.length === 0) return null;
  return (
    <details>
      <summary>{say('pages.recap.versions', { count: versions.length })}</summary>
      <ul class="cards">
        {versions.map(({ version, published, savedAt }) => (
          <li key={version}>
            <a href={`${action}?version=${version}`}>{say('pages.recap.version', { version })}</a> ·{' '}
            <DateTime at={savedAt} /> {published && <Chip>{say('pages.recap.published')}</Chip>}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { Chip } from '../components/chip.tsx';
import type { PageContext } from './page.tsx';
import { MeSection } from './me-section.tsx';
import type { EditedRecapState } from './recap-editor-props.ts';

/** A recap of the reader's own. */
export interface OwnRecapLine {
  path: string;
  title: string;
  conferenceTitle: string;
  state: Exclude<EditedRecapState, 'new'>;
}

/** The reader's recaps and drafts. */
export function RecapsSection({ context: { say }, recaps }: { context: PageContext; recaps: readonly OwnRecapLine[] }) {
  if (recaps.length === 0) return null;
  return (
    <MeSection id="recaps" title={say('pages.recaps.mine')}>
      <ul class="cards">
        {recaps.map(({ path, title, conferenceTitle, state }) => (
          <li key={path}>
            <a href={path} dir="auto">
              {title}
            </a>{' '}
            <Chip>{say(`pages.recaps.state.${state}`)}</Chip>{' '}
            <span class="help" dir="auto">
              {conferenceTitle}
            </span>
          </li>
        ))}
      </ul>
    </MeSection>
  );
}

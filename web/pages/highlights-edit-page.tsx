import type { ConferenceShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

interface HighlightsEditProps {
  context: PageContext;
  conference: ConferenceShape;
  /** Whether the conference's own recap can be read by all. */
  isPublished: boolean;
}

/** `/organize/{conference}/highlights`: the page that makes itself, and the recap that an organizer writes. */
export function HighlightsEditPage({ context, conference, isPublished }: HighlightsEditProps) {
  const { say } = context;
  const place = `/c/${conference.slug}`;
  return (
    <OrganizeShell context={context} part="highlights" lead={say('pages.highlightsOf.lead')}>
      <p class="inline">
        <a class="button" href={`${place}?show=highlights`}>
          {say('pages.highlightsOf.see')}
        </a>
      </p>
      <section class="card">
        <h2>{say('pages.recap.link')}</h2>
        <p>{say(`pages.highlightsOf.${isPublished ? 'published' : 'unwritten'}`)}</p>
        <p class="inline">
          <a class={isPublished ? 'button' : 'primary'} href={`${place}/recap/edit`}>
            {say(isPublished ? 'pages.recap.edit' : 'pages.recap.write')}
          </a>
          {isPublished && <a href={`${place}/recap`}>{say('pages.conference.readRecap')}</a>}
        </p>
      </section>
    </OrganizeShell>
  );
}

import { ButtonLink } from '../components/button.tsx';
import type { PageContext } from './page-context.ts';

/** From a page that leads nowhere: to the programme and the search of its conference, or to all conferences. */
export const WayOn = ({ conference, say }: PageContext) => (
  <p class="inline way-on">
    {conference ? (
      <>
        <ButtonLink href={`/c/${conference.slug}?show=programme`}>{say('pages.sections.programme')}</ButtonLink>
        <ButtonLink href={`/c/${conference.slug}/search`}>{say('pages.search.go')}</ButtonLink>
      </>
    ) : (
      <ButtonLink href="/">{say('pages.home.link')}</ButtonLink>
    )}
  </p>
);

import { ButtonLink } from '../components/button.tsx';
import { Page, type PageContext } from './page.tsx';

interface AcceptedRoleProps {
  context: PageContext;
  role: 'moderator' | 'organizer';
  /** Null for a role in all conferences. */
  conference: { slug: string; title: string } | null;
  /** For moderators of some talks alone. */
  talks: { title: string; path: string }[];
}

/** `/claim?as=…`: that an accepted invitation made its reader a moderator or an organizer, and where to go. */
export function AcceptedRolePage({ context, role, conference, talks }: AcceptedRoleProps) {
  const { say } = context;
  const isOfTalks = talks.length > 0;
  const title = conference?.title ?? '';
  const path = conference === null ? '/organize' : `/organize/${conference.slug}`;
  return (
    <Page {...context}>
      <h1>{say(conference === null ? 'pages.claim.isOrganizerOfAll' : `pages.claim.is.${role}`, { title })}</h1>
      <p class="lead">{say(`pages.claim.leads.${isOfTalks ? 'moderator-of-talks' : role}`)}</p>
      {isOfTalks && (
        <ul>
          {talks.map((talk) => (
            <li key={talk.path}>
              <a href={talk.path}>{talk.title}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="inline">
        <ButtonLink kind="primary" href={role === 'moderator' ? `${path}/queue` : path}>
          {say(`pages.claim.to.${role}`)}
        </ButtonLink>
        {conference && <ButtonLink href={`/c/${conference.slug}`}>{say('pages.claim.toConference')}</ButtonLink>}
      </p>
    </Page>
  );
}

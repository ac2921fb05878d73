import type { PageContext } from './page.tsx';
import type { OrganizeProps, ThreadChoice } from './organize-props.ts';

/** The grants of a conference, each with the button that revokes it. */
export function GrantsSection({
  grants,
  talks,
  here,
  say,
}: Pick<OrganizeProps, 'grants'> & Pick<ThreadChoice, 'talks'> & { here: string; say: PageContext['say'] }) {
  const titles = new Map(talks.map(({ talkId, title }) => [talkId, title]));
  return (
    <section id="grants">
      <h2>{say('pages.organize.grants')}</h2>
      <p class="help">{say('pages.organize.grantsHelp')}</p>
      {grants.length === 0 && <p class="empty">{say('pages.organize.noGrants')}</p>}
      <ul class="cards">
        {grants.map(({ id, role, talkId, name }) => (
          <li key={id}>
            <form method="post" action={`${here}/grants`}>
              <input type="hidden" name="grantId" value={id} />
              <b dir="auto">{name ?? say('pages.organize.noName')}</b>{' '}
              <span class="badge">{say(`pages.role.${role}`)}</span>{' '}
              {talkId !== null && <span>{titles.get(talkId) ?? ''}</span>}{' '}
              <button class="link">{say('pages.organize.takeBack')}</button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

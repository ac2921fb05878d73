import { EmptyState } from '../components/empty-state.tsx';
import { ListFilter, ListPages, ListRange, needsFilter, pageField, queryOf } from './list-part.tsx';
import type { PageContext } from './page.tsx';
import type { GrantChoice, ThreadChoice } from './organize-props.ts';

/** The grants of a conference, with a filter, their number, and the button that revokes each. */
export function GrantsSection({
  grants,
  talks,
  here,
  say,
}: Pick<ThreadChoice, 'talks'> & { grants: GrantChoice; here: string; say: PageContext['say'] }) {
  const { chosen } = grants;
  const grantsAt = (page: number): string => queryOf({ ...chosen, rights: pageField(page) });
  const titles = new Map(talks.map(({ talkId, title }) => [talkId, title]));
  return (
    <section id="grants">
      <h2>{say('pages.organize.grants', { total: grants.total })}</h2>
      <p class="help">{say('pages.organize.grantsHelp')}</p>
      {grants.total === 0 && (
        <EmptyState action={<a href={`${here}/team#invite`}>{say('pages.organize.invite')}</a>}>
          {say('pages.organize.noGrants')}
        </EmptyState>
      )}
      {needsFilter(grants) && <GrantsFilter grants={grants} here={here} say={say} />}
      {grants.total > 0 && grants.found === 0 && <EmptyState>{say('pages.organize.noSuchGrant')}</EmptyState>}
      <ListRange part={grants} say={say} />
      <ul class="cards">
        {grants.items.map(({ id, role, talkId, name }) => (
          <li key={id}>
            <form method="post" action={`${here}/grants${grantsAt(grants.page)}`}>
              <input type="hidden" name="grantId" value={id} />
              <b dir="auto">{name ?? say('pages.organize.noName')}</b>{' '}
              <span class="badge">{say(`pages.role.${role}`)}</span>{' '}
              {talkId !== null && <span>{titles.get(talkId) ?? ''}</span>}{' '}
              <button class="link">{say('pages.organize.takeBack')}</button>
            </form>
          </li>
        ))}
      </ul>
      <ListPages part={grants} at={(page) => `${here}/team${grantsAt(page)}#grants`} say={say} />
    </section>
  );
}

interface GrantsFilterProps {
  grants: GrantChoice;
  here: string;
  say: PageContext['say'];
}

const GrantsFilter = ({ grants: { chosen, roles }, here, say }: GrantsFilterProps) => (
  <ListFilter
    action={`${here}/team#grants`}
    words={{ name: 'who', label: say('pages.organize.who'), value: chosen.who }}
    choice={{
      name: 'role',
      label: say('pages.organize.role'),
      value: chosen.role,
      options: roles.map((role) => ({ ...role, label: say(`pages.role.${role.value}`) })),
    }}
    say={say}
  />
);

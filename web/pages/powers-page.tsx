import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import type { ConferenceShape } from '../components/shapes.ts';

/** `/organize/{conference}/powers`: who may do what, computed by the server's own rules. */
export function PowersPage({
  context,
  roles,
  acts,
}: {
  context: PageContext;
  conference: ConferenceShape;
  roles: readonly string[];
  acts: { name: string; may: boolean[] }[];
}) {
  const { say } = context;
  return (
    <OrganizeShell context={context} part="rules" title={say('pages.powers.title')} lead={say('pages.powers.lead')}>
      <div class="wide" tabindex={0} role="region" aria-label={say('pages.powers.title')}>
        <table>
          <thead>
            <tr>
              <td />
              {roles.map((role) => (
                <th key={role} scope="col">
                  {say(`pages.powers.roles.${role}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {acts.map(({ name, may }) => (
              <tr key={name}>
                <th scope="row">{say(`pages.powers.acts.${name}`)}</th>
                {may.map((each, i) => (
                  <td key={roles[i]}>{say(each ? 'pages.powers.yes' : 'pages.powers.no')}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </OrganizeShell>
  );
}

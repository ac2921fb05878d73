import { DateTime } from '../components/date-time.tsx';
import { DataList } from './data-list.tsx';
import type { PageContext } from './page.tsx';

/** The roles of an account, where each is shown, and its sanctions. */
export interface MyRightsShape {
  rights: { role: string; conference: string | null; talk: string | null }[];
  badges: { role: string; conference: string; talk: string | null; persona: string | null }[];
  sanctions: { kind: string; conference: string; until: string | null; reason: string }[];
}

interface MyRightsProps {
  data: MyRightsShape;
  say: PageContext['say'];
}

export function MyRights({ data: { rights, badges, sanctions }, say }: MyRightsProps) {
  const role = (name: string): string => say(`pages.role.${name}`);
  return (
    <>
      <DataList
        title={say('pages.export.rights')}
        items={rights}
        show={({ role: name, conference, talk }) => (
          <>
            {role(name)} · {conference ?? say('pages.export.everywhere')}
            {talk && <> · {talk}</>}
          </>
        )}
      />
      <DataList
        title={say('pages.export.badges')}
        items={badges.filter(({ persona }) => persona !== null)}
        show={({ role: name, conference, talk, persona }) => (
          <>
            {role(name)} · {conference}
            {talk && <> · {talk}</>} · <span dir="auto">{persona}</span>
          </>
        )}
      />
      <DataList
        title={say('pages.export.sanctions')}
        items={sanctions}
        show={(sanction) => <MySanction {...sanction} say={say} />}
      />
    </>
  );
}

type MySanctionProps = MyRightsShape['sanctions'][number] & Pick<PageContext, 'say'>;

const MySanction = ({ kind, conference, until, reason, say }: MySanctionProps) => (
  <>
    {say(`pages.export.standing.${kind}`)} · {conference}
    {until && (
      <>
        {' '}
        · <DateTime at={until} />
      </>
    )}
    <br />
    <span dir="auto">{reason}</span>
  </>
);

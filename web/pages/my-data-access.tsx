import { DateTime } from '../components/date-time.tsx';
import { DataList } from './data-list.tsx';
import type { PageContext } from './page.tsx';

/** The sessions of an account, its passkeys and tokens, and the archives that it asked to be told of. */
export interface MyAccessShape {
  sessions: { begunAt: string; seenAt: string }[];
  passkeys: { name: string; madeOn: string; usedOn: string | null }[];
  apiTokens: { name: string; scopes: readonly string[]; expiresAt: string }[];
  tellMeWhenArchived: { conference: string }[];
}

interface MyAccessProps {
  data: MyAccessShape;
  say: PageContext['say'];
}

export function MyAccess({ data: { sessions, passkeys, apiTokens, tellMeWhenArchived }, say }: MyAccessProps) {
  return (
    <>
      <DataList
        title={say('pages.me.sessions')}
        items={sessions}
        show={({ begunAt, seenAt }) => (
          <>
            <DateTime at={begunAt} /> – <DateTime at={seenAt} />
          </>
        )}
      />
      <DataList
        title={say('pages.export.passkeys')}
        items={passkeys}
        show={({ name, madeOn }) => (
          <>
            <span dir="auto">{name}</span> · {madeOn}
          </>
        )}
      />
      <DataList
        title={say('pages.export.apiTokens')}
        items={apiTokens}
        show={({ name, scopes, expiresAt }) => (
          <>
            <span dir="auto">{name}</span> · {scopes.join(', ')} · <DateTime at={expiresAt} />
          </>
        )}
      />
      <DataList
        title={say('pages.export.tellMe')}
        items={tellMeWhenArchived}
        show={({ conference }) => <>{conference}</>}
      />
    </>
  );
}

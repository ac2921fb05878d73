import type { PageContext } from './page.tsx';

/** Something wrong or doubtful with the server: the name of its text below `doctor.`, and what stands in its places. */
export interface FindingShape {
  name: string;
  level: 'doubtful' | 'wrong';
  facts: Record<string, string | number>;
}

/** For operators: what is wrong with the server, nothing where all is right. Null findings are being looked for. */
export function ServerFindings({ findings, say }: { findings: FindingShape[] | null; say: PageContext['say'] }) {
  if (findings?.length === 0) return null;
  // A server that only its own machine can open is a first look, and what is missing is still to come.
  const isFirstLook = findings?.some(({ name }) => name === 'address.local') ?? false;
  return (
    <section class="card" id="server">
      <h2>{say(`pages.overview.server.${isFirstLook ? 'firstLook' : 'title'}`)}</h2>
      <p class="help">{say('pages.overview.server.lead')}</p>
      {findings === null ? (
        <p role="status">{say('pages.overview.server.looking')}</p>
      ) : (
        <ul>
          {findings.map(({ name, level, facts }) => (
            <li key={name}>
              <strong>{say(`pages.overview.server.${isFirstLook ? 'open' : level}`)}</strong>{' '}
              {say(`doctor.${name}`, facts)}
            </li>
          ))}
        </ul>
      )}
      <p class="help">
        {say('pages.overview.server.more')} <code>npm run aftertalk -- doctor</code>
      </p>
    </section>
  );
}

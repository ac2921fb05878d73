import { DateTime } from '../components/date-time.tsx';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';

export interface AuditProps {
  context: PageContext;
  conference: ConferenceShape;
  entries: { at: string; role: string; name: string | null; action: string; subject: string | null }[];
  next: string | null;
}

/** `/organize/{conference}/audit`: acts of people with a grant; never an address. */
export function AuditPage({ context, conference, entries, next }: AuditProps) {
  const { say } = context;
  return (
    <OrganizeShell context={context} part="log" lead={say('pages.audit.lead')}>
      <ul class="cards">
        {entries.map(({ at, role, name, action, subject }, i) => (
          <li key={i}>
            <DateTime at={at} /> · {say(`pages.audit.roles.${role}`)}
            {name && (
              <>
                {' '}
                · <b dir="auto">{name}</b>
              </>
            )}{' '}
            · <code>{action}</code>
            {subject && (
              <>
                {' '}
                · <code>{subject}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <EmptyState>{say('pages.ledger.empty')}</EmptyState>}
      {next && (
        <p>
          <a class="more" rel="next" href={`/organize/${conference.slug}/log?cursor=${encodeURIComponent(next)}`}>
            {say('pages.more')}
          </a>
        </p>
      )}
    </OrganizeShell>
  );
}

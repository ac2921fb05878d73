import { DateTime } from '../components/date-time.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import type { ConferenceShape } from '../components/shapes.ts';
import { OrganizeShell } from './organize-shell.tsx';
import type { PageContext } from './page.tsx';

/** An act of a person with a role. */
export interface LogEntryShape {
  at: string;
  /** The role it was done with. */
  role: string | null;
  name: string | null;
  /** The end of `pages.log.acts.*`. */
  key: string;
  /** The role of an invitation; null for other acts. */
  invited: string | null;
  /** The discussion it was about; null for an act on the whole. */
  about: { title: string; path: string } | null;
}

export interface AuditProps {
  context: PageContext;
  conference: ConferenceShape;
  entries: LogEntryShape[];
  next: string | null;
}

/** `/organize/{conference}/log`: acts of people with a role, in sentences; never an address. */
export function AuditPage({ context, conference, entries, next }: AuditProps) {
  const { say } = context;
  return (
    <OrganizeShell context={context} part="log" lead={say('pages.audit.lead')}>
      <ul class="cards">
        {entries.map(({ at, role, name, key, invited, about }, i) => (
          <li key={i}>
            <p>
              <b dir="auto">{name ?? say(`pages.log.by.${role ?? 'server'}`)}</b>{' '}
              {say(`pages.log.acts.${key}`, { role: invited === null ? '' : say(`pages.role.${invited}`) })}
              {about && (
                <>
                  {' · '}
                  <a href={about.path}>{about.title}</a>
                </>
              )}
            </p>
            <p class="help">
              <DateTime at={at} />
            </p>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <EmptyState>{say('pages.log.empty')}</EmptyState>}
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

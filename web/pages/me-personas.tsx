import { EmptyState } from '../components/empty-state.tsx';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';
import { ProfileFields } from './profile-fields.tsx';

export function PersonasSection({ context: { say }, personas, conferences, mustChoose, refusedProfile }: MeProps) {
  const isRefusedNew = refusedProfile !== null && refusedProfile.id === undefined;
  return (
    <MeSection id="profiles" title={say('pages.me.personas')}>
      <p class="help">{say('pages.me.personasHelp')}</p>
      {mustChoose && (
        <p>
          <a href="/claim">{say('pages.claim.chooseLink')}</a>
        </p>
      )}
      {personas.length === 0 && <EmptyState>{say('pages.me.noPersonas')}</EmptyState>}
      {personas.map(({ id, version, conferenceTitle, page, ...profile }) => (
        <div key={id} class="card">
          <form method="post" action={`/me/personas/${id}`}>
            <input type="hidden" name="version" value={version} />
            <p class="help">{conferenceTitle}</p>
            <ProfileFields say={say} of={id} profile={refusedProfile?.id === id ? refusedProfile : profile} />
            <p>
              <button>{say('pages.form.save')}</button>{' '}
              {page !== null && <a href={page}>{say('pages.me.authorPage')}</a>}
            </p>
          </form>
          <details>
            <summary>{say('pages.me.withdrawPersona')}</summary>
            <form method="post" action={`/me/personas/${id}/withdrawal`}>
              <p>{say('pages.me.withdrawPersonaHelp')}</p>
              <button>{say('pages.me.withdrawPersonaNow')}</button>
            </form>
          </details>
        </div>
      ))}
      {conferences.length > 0 && (
        <details class="card" id="new-profile" open={isRefusedNew}>
          <summary>{say('pages.me.newPersona')}</summary>
          <form method="post" action="/me/personas">
            <p class="help">{say('pages.me.newPersonaHelp')}</p>
            <p>
              <label for="conference">{say('pages.me.conference')}</label>
              <select id="conference" name="conference">
                {conferences.map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
              </select>
            </p>
            <ProfileFields say={say} of="new" profile={isRefusedNew ? refusedProfile : null} />
            <button>{say('pages.form.save')}</button>
          </form>
        </details>
      )}
    </MeSection>
  );
}

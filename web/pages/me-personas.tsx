import { EmptyState } from '../components/empty-state.tsx';
import { NAME_UNITS } from '../components/name-units.ts';
import type { MeProps } from './me-props.ts';
import { MeSection } from './me-section.tsx';

export function PersonasSection({ context: { say }, personas, conferences, mustChoose }: MeProps) {
  return (
    <MeSection id="profiles" title={say('pages.me.personas')}>
      <p class="help">{say('pages.me.personasHelp')}</p>
      {mustChoose && (
        <p>
          <a href="/claim">{say('pages.claim.chooseLink')}</a>
        </p>
      )}
      {personas.length === 0 && <EmptyState>{say('pages.me.noPersonas')}</EmptyState>}
      {personas.map(({ id, name, tagline, version, conferenceTitle }) => (
        <div key={id} class="card">
          <form method="post" action={`/me/personas/${id}`}>
            <input type="hidden" name="version" value={version} />
            <p class="help">{conferenceTitle}</p>
            <p>
              <label for={`name-${id}`}>{say('pages.form.name')}</label>
              <input id={`name-${id}`} name="name" required maxlength={NAME_UNITS} defaultValue={name} />
              {name === '' && <span class="help">{say('pages.me.unnamedPersona')}</span>}
            </p>
            <p>
              <label for={`tag-${id}`}>{say('pages.me.tagline')}</label>
              <input id={`tag-${id}`} name="tagline" maxlength={240} defaultValue={tagline} />
            </p>
            <button>{say('pages.form.save')}</button>
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
        <details class="card" id="new-profile">
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
            <p>
              <label for="new-name">{say('pages.form.name')}</label>
              <input id="new-name" name="name" required maxlength={NAME_UNITS} />
            </p>
            <p>
              <label for="new-tag">{say('pages.me.tagline')}</label>
              <input id="new-tag" name="tagline" maxlength={240} />
            </p>
            <button>{say('pages.form.save')}</button>
          </form>
        </details>
      )}
    </MeSection>
  );
}

import { NAME_UNITS } from './name-units.ts';
import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';
import type { Draft, ThreadProps } from './thread-props.ts';

export function AuthorFields({ props, draft }: { props: ThreadProps; draft: Draft }) {
  const { say } = useContext(LocaleContext);
  const { mine, personas } = props;
  if (mine && personas.length === 1)
    return (
      <>
        <p class="help">
          {say('pages.form.as', { name: personas[0]!.name })}{' '}
          <a href={newPersonaUrl(props.here)}>{say('pages.form.anotherFace')}</a>
        </p>
        <VisibilityDetails name={personas[0]!.name} />
      </>
    );
  if (mine && personas.length > 1) {
    return (
      <>
        <p>
          <label for="personaId">{say('pages.form.persona')}</label>
          <select id="personaId" name="personaId">
            {personas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <VisibilityDetails name={null} />
      </>
    );
  }
  return (
    <div class="who">
      <p>
        <label for="name">
          {say('pages.form.name')} <span aria-hidden="true">*</span>
        </label>
        <input
          id="name"
          name="name"
          required
          maxlength={NAME_UNITS}
          autocomplete="nickname"
          defaultValue={draft.name}
        />
      </p>
      {!mine && (
        <p>
          <label for="email">
            {say('pages.form.email')} <span aria-hidden="true">*</span>
          </label>
          <input
            id="email"
            name="email"
            type="email"
            required
            maxlength={254}
            autocomplete="email"
            aria-describedby="email-help"
          />
          <span class="help" id="email-help">
            {say('pages.form.emailHelp')}
          </span>
        </p>
      )}
      <p class="help">{say('pages.form.required')}</p>
      <VisibilityDetails name={null} />
    </div>
  );
}

/** Tells a guest before sending what everybody will see, and what nobody will. */
function VisibilityDetails({ name }: { name: string | null }) {
  const { say } = useContext(LocaleContext);
  return (
    <details class="help who-sees">
      <summary>{say('pages.form.whoSees')}</summary>
      <ul>
        <li>{name === null ? say('pages.form.seenByAllChosen') : say('pages.form.seenByAll', { name })}</li>
        <li>{say('pages.form.seenByNobody')}</li>
        <li>{say('pages.form.seenByModerators')}</li>
        <li>
          {say('pages.form.seenAnonymous')} <a href="/privacy">{say('pages.privacy.link')}</a>
        </li>
      </ul>
    </details>
  );
}

const newPersonaUrl = (here: string): string =>
  `/me?conference=${encodeURIComponent(here.split('/')[2] ?? '')}#new-face`;

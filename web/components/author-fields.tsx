import { NAME_UNITS } from './name-units.ts';
import { useContext } from 'preact/hooks';
import { guestMay } from './guests.ts';
import { LocaleContext } from './locale-context.ts';
import type { Draft, ThreadProps } from './thread-props.ts';

interface AuthorFieldsProps {
  props: ThreadProps;
  draft: Draft;
  isQuestion: boolean;
  /** Whether required fields are marked. */
  isStarred?: boolean;
}

/** Under which name something is said. Without a session, and where guests may not say it, an address confirms it. */
export function AuthorFields({ props, draft, isQuestion, isStarred = false }: AuthorFieldsProps) {
  const { say } = useContext(LocaleContext);
  const { mine, personas, thread } = props;
  const mayAsGuest = (mine !== null || !props.embedded) && guestMay(isQuestion ? 'ask' : 'comment', thread, mine);
  // Without a script the kind is chosen in the same form, so a question's freedom is offered with both.
  const mayBeFree = !props.embedded && guestMay('ask', thread, mine);
  // Hidden where an anonymous question is chosen, so the server asks for a missing name.
  const mayBeAnonymous = isQuestion || (draft.replyTo === null && props.answeredBy !== null);
  const fault = nameFaultIn(draft);
  const speaks = mine !== null && (!mine.guest || mayAsGuest);
  if (speaks && personas.length === 1)
    return (
      <>
        <p class="help">
          {say('pages.form.as', { name: personas[0]!.name })}{' '}
          <a href={newPersonaUrl(props.here)}>{say('pages.form.anotherPersona')}</a>
        </p>
        <VisibilityDetails name={personas[0]!.name} />
      </>
    );
  if (speaks && personas.length > 1) {
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
      <p class="as-name">
        <label for="name">
          {say('pages.form.name')}
          {isStarred && ' *'}
        </label>
        <input
          id="name"
          name="name"
          required={!mayBeAnonymous}
          maxlength={NAME_UNITS}
          autocomplete="nickname"
          defaultValue={draft.name || personas[0]?.name}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={fault && 'name-fault'}
          autofocus={fault !== undefined}
        />
        {fault && (
          <span class="fault" id="name-fault" role="alert">
            {fault}
          </span>
        )}
      </p>
      {!speaks && (
        <p>
          <label for="email">
            {say('pages.form.email')}
            {isStarred && !mayBeFree && ' *'}
          </label>
          <input
            id="email"
            name="email"
            type="email"
            required={!mayBeFree}
            maxlength={254}
            autocomplete="email"
            defaultValue={draft.sent?.address}
            aria-describedby="email-help"
          />
          <span class="help" id="email-help">
            {mayBeFree && `${say(`pages.form.emailFree.${thread.guests}`)} `}
            {say(isStarred ? 'pages.form.emailConfirms' : 'pages.form.emailHelp')}
          </span>
        </p>
      )}
      <VisibilityDetails name={null} />
    </div>
  );
}

/** What is wrong with the name, which is said at its field. */
export const nameFaultIn = ({ refusal }: Draft): string | undefined =>
  refusal?.errors?.find(({ pointer }) => pointer === '#/name')?.detail;

/** Tells a guest before sending what everybody will see, and what nobody will. */
function VisibilityDetails({ name }: { name: string | null }) {
  const { say } = useContext(LocaleContext);
  return (
    <details class="help who-sees">
      <summary>{say('pages.form.whoSees')}</summary>
      <ul>
        <li>{name === null ? say('pages.form.seenByAllChosen') : say('pages.form.seenByAll', { name })}</li>
        <li>{say('pages.form.seenByNone')}</li>
        <li>{say('pages.form.seenByModerators')}</li>
        <li>
          {say('pages.form.seenAnonymous')} <a href="/privacy">{say('pages.privacy.link')}</a>
        </li>
      </ul>
    </details>
  );
}

const newPersonaUrl = (here: string): string =>
  `/me?conference=${encodeURIComponent(here.split('/')[2] ?? '')}#new-profile`;

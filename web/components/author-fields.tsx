import { useContext } from 'preact/hooks';
import { faultOf } from './fault.ts';
import { Field } from './field.tsx';
import { guestMay } from './guests.ts';
import { LocaleContext } from './locale-context.ts';
import { NAME_UNITS } from './name-units.ts';
import type { ProblemShape } from './shapes.ts';
import type { Draft, ThreadProps } from './thread-props.ts';

interface AuthorFieldsProps {
  props: ThreadProps;
  draft: Draft;
  isQuestion: boolean;
  /** Whether the form says above what its stars mean, and that the address only confirms. */
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
  const speaks = mine !== null && (!mine.guest || mayAsGuest);
  if (speaks && personas.length > 0) return <PersonaFields personas={personas} here={props.here} />;
  return (
    <div class="who">
      <Field
        id="name"
        row="as-name"
        label={<Required label={say('pages.form.name')} />}
        required={!mayBeAnonymous}
        maxlength={NAME_UNITS}
        autocomplete="nickname"
        defaultValue={draft.name || personas[0]?.name}
        fault={faultOf(draft.refusal, 'name')}
        autofocus={isFirstFault(draft, 'name')}
      />
      {!speaks && <EmailField draft={draft} thread={thread} mayBeFree={mayBeFree} isStarred={isStarred} />}
      {!isStarred && <p class="help">{say('pages.form.starred')}</p>}
      <VisibilityDetails name={null} />
    </div>
  );
}

interface PersonaFieldsProps {
  personas: ThreadProps['personas'];
  here: string;
}

/** The only persona by its name, else a choice. */
function PersonaFields({ personas, here }: PersonaFieldsProps) {
  const { say } = useContext(LocaleContext);
  if (personas.length === 1)
    return (
      <>
        <p class="help">
          {say('pages.form.as', { name: personas[0]!.name })}{' '}
          <a href={newPersonaUrl(here)}>{say('pages.form.anotherPersona')}</a>
        </p>
        <VisibilityDetails name={personas[0]!.name} />
      </>
    );
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

interface EmailFieldProps {
  draft: Draft;
  thread: ThreadProps['thread'];
  /** Whether a guest may ask without an address. */
  mayBeFree: boolean;
  isStarred: boolean;
}

function EmailField({ draft, thread, mayBeFree, isStarred }: EmailFieldProps) {
  const { say } = useContext(LocaleContext);
  const help = say(isStarred ? 'pages.form.emailConfirms' : 'pages.form.emailHelp');
  return (
    <Field
      id="email"
      label={mayBeFree ? say('pages.form.email') : <Required label={say('pages.form.email')} />}
      type="email"
      required={!mayBeFree}
      maxlength={254}
      autocomplete="email"
      defaultValue={draft.sent?.address}
      fault={faultOf(draft.refusal, 'email')}
      autofocus={isFirstFault(draft, 'email')}
      help={`${mayBeFree ? `${say(`pages.form.emailFree.${thread.guests}`)} ` : ''}${help}`}
    />
  );
}

const AT_A_FIELD = ['body', 'name', 'email'];

/** Whether each fault of a refusal is said at its field, so that nothing is left to say above. */
export const isSaidAtFields = ({ errors = [] }: ProblemShape): boolean =>
  errors.length > 0 && errors.every(({ pointer }) => AT_A_FIELD.some((field) => pointer === `#/${field}`));

/** Whether the form begins at this field, because the first fault is there. */
export const isFirstFault = ({ refusal }: Draft, field: string): boolean | undefined =>
  AT_A_FIELD.find((name) => faultOf(refusal, name)) === field || undefined;

/** Marks a field that cannot be left empty. */
export const Required = ({ label }: { label: string }) => (
  <>
    {label} <span aria-hidden="true">*</span>
  </>
);

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

import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';

/** A refused form, as sent. */
export interface RefusedForm {
  action: string;
  /** The texts, to be read and changed before they are sent again. */
  texts: { name: string; value: string }[];
  /** The other fields, unchanged. */
  others: { name: string; value: string }[];
  /** An address has to be typed again, because no page shows one. */
  asksEmail: boolean;
  /** Refused for the moment, for what is there now, or without a session; the key of the sentence that says so. */
  because: 'kept' | 'changed' | 'signedOut';
}

/** Keeps a form that the server refused, and sends it once more. */
export function ResendForm({ form }: { form: RefusedForm }) {
  const { say } = useContext(LocaleContext);
  return (
    <form method="post" action={form.action} class="card resend">
      <p class="help">{say(`pages.sendAgain.${form.because}`)}</p>
      {form.others.map(({ name, value }, i) => (
        <input key={`${name}-${i}`} type="hidden" name={name} value={value} />
      ))}
      {form.texts.map(({ name, value }, i) => (
        <p key={`${name}-${i}`}>
          <label for={`again-${i}`}>{say('pages.sendAgain.text')}</label>
          <textarea id={`again-${i}`} name={name} rows={6} dir="auto">
            {value}
          </textarea>
        </p>
      ))}
      {form.asksEmail && (
        <Field
          id="again-email"
          name="email"
          label={say('pages.form.email')}
          type="email"
          required
          maxlength={254}
          autocomplete="email"
        />
      )}
      <Button kind="primary">{say('pages.sendAgain.send')}</Button>
    </form>
  );
}

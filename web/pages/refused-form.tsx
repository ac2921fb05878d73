import { useContext } from 'preact/hooks';
import { LocaleContext } from '../components/locale-context.ts';

/** A form that was refused for the moment, as it was sent. */
export interface RefusedForm {
  action: string;
  /** What was written, to be read and changed before it is sent again. */
  texts: { name: string; value: string }[];
  /** The other fields, as they were. */
  others: { name: string; value: string }[];
  /** An address is typed anew: no page ever shows one. */
  asksEmail: boolean;
}

/** Keeps what somebody wrote when the server had no time for it, and sends it once more. */
export function RefusedFormAgain({ form }: { form: RefusedForm }) {
  const { say } = useContext(LocaleContext);
  return (
    <form method="post" action={form.action} class="card">
      <p class="help">{say('pages.sendAgain.kept')}</p>
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
        <p>
          <label for="again-email">{say('pages.form.email')}</label>
          <input id="again-email" name="email" type="email" required maxlength={254} autocomplete="email" />
        </p>
      )}
      <button class="primary">{say('pages.sendAgain.send')}</button>
    </form>
  );
}

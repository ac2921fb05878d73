import { useContext } from 'preact/hooks';
import { Field } from './field.tsx';
import { LocaleContext } from './locale-context.ts';

interface CodeFieldProps {
  fault?: string | undefined;
  autofocus?: boolean;
  onInput?: ((event: Event) => void) | undefined;
}

/** One field for the whole code of an e-mail, in which the link of that e-mail may be pasted, too. */
export function CodeField({ fault, autofocus, onInput }: CodeFieldProps) {
  const { say } = useContext(LocaleContext);
  return (
    <Field
      id="code"
      label={say('pages.signIn.code')}
      fault={fault}
      autofocus={autofocus}
      class="code"
      required
      maxlength={2_000}
      autocomplete="one-time-code"
      autocapitalize="characters"
      spellcheck={false}
      placeholder="K7QM-2XRP"
      onInput={onInput}
    />
  );
}

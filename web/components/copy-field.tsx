import { useContext } from 'preact/hooks';
import { LocaleContext } from './locale-context.ts';

interface CopyFieldProps {
  id: string;
  label: string;
  value: string;
  /** Lines of the field; one unless given. */
  rows?: number;
}

/**
 * Something to carry elsewhere: a field that is only read, and a button that copies it. Without a script the button is
 * not shown, and the field is selected and copied like any text (`copy-field.ts`).
 */
export function CopyField({ id, label, value, rows = 1 }: CopyFieldProps) {
  const { say } = useContext(LocaleContext);
  const field = { id, value, readonly: true, spellcheck: false, dir: 'ltr' } as const;
  return (
    <div class="copy-field" data-forms data-copied={say('pages.copy.done')} data-selected={say('pages.copy.byHand')}>
      <label for={id} id={`${id}-label`}>
        {label}
      </label>
      <div>
        {rows === 1 ? <input {...field} /> : <textarea {...field} rows={rows} />}
        <button type="button" id={`${id}-copy`} aria-labelledby={`${id}-copy ${id}-label`} hidden>
          {say('pages.copy.button')}
        </button>
      </div>
      <p class="help" role="status" />
    </div>
  );
}

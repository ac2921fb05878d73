import type { ComponentChildren, InputHTMLAttributes } from 'preact';

interface FormFieldProps extends Omit<InputHTMLAttributes, 'label'> {
  id: string;
  label: ComponentChildren;
  /** The id, unless given. */
  name?: string;
  help?: ComponentChildren;
  /** The fault for which it was refused, said below it. */
  fault?: string | undefined;
  /** The id of the suggestions for it. */
  list?: string | undefined;
  /** Lines, for a text of several. */
  rows?: number;
  /** For a choice of one: what is shown, by its value. */
  options?: readonly (readonly [value: string, shown: string])[];
  /** The chosen value of `options`. */
  chosen?: string | undefined;
  /** The class of the whole. */
  row?: string | undefined;
}

/**
 * A field with its label, its help and, after a refusal, its fault; all are read with it. What was typed is passed as
 * `defaultValue`, so that a refusal loses nothing.
 */
export function Field({ id, name = id, label, help, fault, rows, options, chosen, row, ...more }: FormFieldProps) {
  const about = [fault && `${id}-fault`, help && `${id}-help`].filter(Boolean).join(' ');
  const field = {
    id,
    name,
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': about || undefined,
    ...more,
  };
  return (
    <p class={row}>
      <label for={id}>{label}</label>
      <Control field={field} rows={rows} options={options} chosen={chosen} />
      {fault && (
        <span class="fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
      {help && (
        <span class="help" id={`${id}-help`}>
          {help}
        </span>
      )}
    </p>
  );
}

type ControlProps = Pick<FormFieldProps, 'rows' | 'options' | 'chosen'> & {
  field: Pick<InputHTMLAttributes, 'defaultValue'>;
};

/** Draws the control to type in, or to choose from. */
function Control({ field, rows, options, chosen }: ControlProps) {
  if (rows !== undefined) {
    const { defaultValue, ...more } = field;
    return (
      <textarea {...more} rows={rows}>
        {defaultValue}
      </textarea>
    );
  }
  if (options === undefined) return <input {...field} />;
  return (
    <select {...field}>
      {options.map(([value, shown]) => (
        <option key={value} value={value} selected={value === chosen}>
          {shown}
        </option>
      ))}
    </select>
  );
}

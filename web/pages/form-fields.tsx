import type { ComponentChildren } from 'preact';
import type { ProblemShape } from '../components/shapes.ts';

/** The error of a refused form that names this field; undefined without one. */
export const errorIn = (refusal: ProblemShape | null, name: string): string | undefined =>
  refusal?.errors?.find(({ pointer }) => pointer.endsWith(`/${name}`))?.detail;

interface FieldProps {
  name: string;
  /** Where its name is taken by another form of the page. */
  id?: string;
  label: string;
  value: string;
  help?: ComponentChildren;
  error?: string | undefined;
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'date' | 'number' | 'url';
  required?: boolean;
  maxlength?: number;
}

/** A labelled field of an organizers' form, with its help and its error. */
export function TextField({ id, type = 'text', label, help, error, ...rest }: TextFieldProps) {
  const own = id ?? rest.name;
  return (
    <p>
      <label for={own}>{label}</label>
      <input
        id={own}
        // One component for all kinds, which the types of the library keep apart.
        type={type as 'text'}
        autocomplete="off"
        {...(type === 'number' ? { min: 0, inputmode: 'numeric' as const } : {})}
        {...described(own, help, error)}
        {...rest}
      />
      <Notes id={own} help={help} error={error} />
    </p>
  );
}

/** A choice of few values, with its help and its error. */
export function ChoiceField({
  id,
  name,
  label,
  value,
  options,
  help,
  error,
}: FieldProps & { options: readonly { value: string; label: string }[] }) {
  const own = id ?? name;
  return (
    <p>
      <label for={own}>{label}</label>
      <select id={own} name={name} {...described(own, help, error)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <Notes id={own} help={help} error={error} />
    </p>
  );
}

function described(id: string, help: ComponentChildren, error: string | undefined) {
  const ids = [...(error ? [`${id}-error`] : []), ...(help ? [`${id}-help`] : [])];
  return {
    ...(error ? { 'aria-invalid': true as const } : {}),
    ...(ids.length > 0 ? { 'aria-describedby': ids.join(' ') } : {}),
  };
}

const Notes = ({ id, help, error }: Pick<FieldProps, 'help' | 'error'> & { id: string }) => (
  <>
    {error && (
      <span class="at-field" id={`${id}-error`}>
        {error}
      </span>
    )}
    {help && (
      <span class="help" id={`${id}-help`}>
        {help}
      </span>
    )}
  </>
);

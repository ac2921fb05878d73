import type { ComponentChildren } from 'preact';
import { Field } from '../components/field.tsx';
import type { ProblemShape } from '../components/shapes.ts';

/** The error of a refused form that names this field; undefined without one. */
export const errorIn = (refusal: ProblemShape | null, name: string): string | undefined =>
  refusal?.errors?.find(({ pointer }) => pointer.endsWith(`/${name}`))?.detail;

interface SettingProps {
  name: string;
  /** The id where the name is taken by another form of the page. */
  id?: string;
  label: string;
  value: string;
  help?: ComponentChildren;
  error?: string | undefined;
}

interface TextFieldProps extends SettingProps {
  type?: 'text' | 'date' | 'time' | 'number' | 'url';
  required?: boolean;
  maxlength?: number;
}

/** A field of an organizers' form, with what is typed or stored. */
export const TextField = ({ id, name, type = 'text', label, value, help, error, ...rest }: TextFieldProps) => (
  <Field
    id={id ?? name}
    name={name}
    // One component for all kinds, which the types of the library keep apart.
    type={type as 'text'}
    label={label}
    defaultValue={value}
    help={help}
    fault={error}
    autocomplete="off"
    {...(type === 'number' ? { min: 0, inputmode: 'numeric' as const } : {})}
    {...rest}
  />
);

type ChoiceFieldProps = SettingProps & { options: readonly { value: string; label: string }[] };

/** A choice of few values in an organizers' form. */
export const ChoiceField = ({ id, name, label, value, options, help, error }: ChoiceFieldProps) => (
  <Field
    id={id ?? name}
    name={name}
    label={label}
    options={options.map((option) => [option.value, option.label] as const)}
    chosen={value}
    help={help}
    fault={error}
  />
);

import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { lengthInCodePoints, normaliseText, textFault } from '../../kernel/text.ts';

export interface PlainTextRule {
  min: number;
  max: number;
  oneLine?: boolean;
}

/**
 * A text that people read. It is normalised and its addresses are masked before anything looks at it (PRODUCT, Text),
 * then measured in Unicode code points. What cannot be kept unaltered is refused, never repaired.
 */
export function PlainText(rule: PlainTextRule, { each = false } = {}): PropertyDecorator {
  return (target, property) => {
    // Faulty text is left as it came, so that the validator below can name its fault.
    Transform(({ value }: { value: unknown }) =>
      each && Array.isArray(value) ? value.map(normalised) : normalised(value),
    )(target, property);
    registerDecorator({
      name: 'plainText',
      target: target.constructor,
      propertyName: property as string,
      options: { each },
      validator: {
        validate: (value: unknown) => faultOf(value, rule) === null,
        defaultMessage: (facts) => faultOf(facts?.value, rule) ?? '',
      },
    });
  };
}

const normalised = (value: unknown): unknown =>
  typeof value === 'string' && textFault(value) === null ? normaliseText(value) : value;

export function faultOf(value: unknown, { min, max, oneLine = false }: PlainTextRule): string | null {
  if (typeof value !== 'string') return 'Give a text.';
  const fault = textFault(value);
  if (fault) return fault;
  if (oneLine && /[\r\n\u2028\u2029]/.test(value)) return 'Keep it on one line.';
  const length = lengthInCodePoints(value);
  if (length >= min && length <= max) return null;
  return min > 0
    ? `Write ${min} to ${max} characters; this has ${length}.`
    : `Write at most ${max} characters; this has ${length}.`;
}

import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import {
  isSeen,
  lengthAsSeen,
  lengthInCodePoints,
  normaliseBody,
  normaliseText,
  textFault,
} from '../../kernel/text.ts';

export interface PlainTextRule {
  min: number;
  max: number;
  oneLine?: boolean;
  /** What is counted is what is seen: for names, which have one letter or twenty that are a family. */
  countsAsSeen?: boolean;
}

/**
 * A text that people read. It is normalised and its addresses are masked before anything looks at it (PRODUCT, Text),
 * then measured in Unicode code points. What cannot be kept unaltered is refused, never repaired.
 */
export function PlainText(rule: PlainTextRule, { each = false } = {}): PropertyDecorator {
  return (target, property) => {
    // Faulty text is left as it came, so that the validator below can name its fault.
    Transform(({ value }: { value: unknown }) =>
      each && Array.isArray(value) ? value.map((one) => normalised(one, rule)) : normalised(value, rule),
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

/** Code points that a character may take in a text that is counted as it is seen. */
const POINTS_A_CHARACTER = 8;

function normalised(value: unknown, { oneLine = false }: PlainTextRule): unknown {
  if (typeof value !== 'string' || textFault(value) !== null) return value;
  return oneLine ? normaliseText(value) : normaliseBody(value);
}

export function faultOf(
  value: unknown,
  { min, max, oneLine = false, countsAsSeen = false }: PlainTextRule,
): string | null {
  if (typeof value !== 'string') return 'Give a text.';
  const fault = textFault(value);
  if (fault) return fault;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (oneLine && /[\r\n\u000B\u000C\u0085\u2028\u2029]/.test(value)) return 'Keep it on one line.';
  if (value !== '' && min > 0 && !isSeen(value)) return 'Write something that can be seen.';
  const points = lengthInCodePoints(value);
  // A character that is seen may be made of several; what is kept has a limit all the same.
  const length = countsAsSeen && points <= max * POINTS_A_CHARACTER ? lengthAsSeen(value) : points;
  if (length >= min && length <= max) return null;
  return min > 0
    ? `Write ${min} to ${max} characters; this has ${length}.`
    : `Write at most ${max} characters; this has ${length}.`;
}

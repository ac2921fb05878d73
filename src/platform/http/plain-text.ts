import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { addressesBesideHandles } from '../../kernel/handles.ts';
import { lengthInCodePoints, normaliseBody, normaliseText, textFault } from '../../kernel/text.ts';
import { isSeen, lengthAsSeen } from '../../kernel/visible-text.ts';

export interface PlainTextRule {
  min: number;
  max: number;
  oneLine?: boolean;
  /** The sentence for a missing text, by the name of the field. */
  missing?: string;
  /** Counts visible characters: for names, where one letter may be several code points, as an emoji of a family is. */
  countsAsSeen?: boolean;
  /** For programmes, which publish handles such as `@ada@social.example`; e-mail addresses are masked as always. */
  keepsHandles?: boolean;
}

/**
 * A text for readers. It is normalised and its addresses are masked before it is measured in Unicode code points. A
 * text that cannot be stored unaltered is refused, never repaired.
 */
export function PlainText(rule: PlainTextRule, { each = false } = {}): PropertyDecorator {
  return (target, property) => {
    // A faulty text is left as it came, so that the validator below can name its fault.
    Transform(({ value }: { value: unknown }) =>
      each && Array.isArray(value) ? value.map((one) => normalised(one, rule)) : normalised(value, rule),
    )(target, property);
    registerDecorator({
      name: 'plainText',
      target: target.constructor,
      propertyName: property as string,
      constraints: [rule],
      options: { each },
      validator: {
        validate: (value: unknown) => faultOf(value, rule) === null,
        defaultMessage: (facts) => faultOf(facts?.value, rule) ?? '',
      },
    });
  };
}

/** Most code points for each visible character. */
const POINTS_A_CHARACTER = 8;

function normalised(value: unknown, { oneLine = false, keepsHandles = false }: PlainTextRule): unknown {
  if (typeof value !== 'string' || textFault(value) !== null) return value;
  const find = keepsHandles ? addressesBesideHandles : undefined;
  return oneLine ? normaliseText(value, find) : normaliseBody(value, find);
}

export function faultOf(
  value: unknown,
  { min, max, oneLine = false, countsAsSeen = false, missing = 'Give a text.' }: PlainTextRule,
): string | null {
  if (typeof value !== 'string') return missing;
  const fault = textFault(value);
  if (fault) return fault;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (oneLine && /[\r\n\u000B\u000C\u0085\u2028\u2029]/.test(value)) return 'Keep it on one line.';
  if (value !== '' && min > 0 && !isSeen(value)) return 'Write something that can be seen.';
  const points = lengthInCodePoints(value);
  // A visible character may consist of several code points, so the code points have a limit of their own.
  const length = countsAsSeen && points <= max * POINTS_A_CHARACTER ? lengthAsSeen(value) : points;
  if (length >= min && length <= max) return null;
  return min > 0
    ? `Write ${min} to ${max} characters; this has ${length}.`
    : `Write at most ${max} characters; this has ${length}.`;
}

import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';
import { isInstant } from '../../kernel/zone.ts';

/**
 * A time with its offset from UTC (RFC 3339, section 5.6). It arrives in UTC, as all times are stored and answered, and
 * what is none arrives as it is, to be refused.
 */
export function Instant(): PropertyDecorator {
  return (target, property) => {
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && isInstant(value) ? new Date(value).toISOString() : value,
    )(target, property);
    registerDecorator({
      name: 'instant',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isInstant(value),
        defaultMessage: () => 'Give a time such as 2026-05-02T14:00:00.000Z.',
      },
    });
  };
}

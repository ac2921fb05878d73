import { registerDecorator } from 'class-validator';
import { isDay } from '../../kernel/zone.ts';

/** A day of the calendar, as 2026-05-02. */
export function CalendarDay(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'calendarDay',
      target: target.constructor,
      propertyName: property as string,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isDay(value),
        defaultMessage: () => 'Give a day such as 2026-05-02.',
      },
    });
}

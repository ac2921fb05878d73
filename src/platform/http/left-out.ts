import { Transform } from 'class-transformer';
import { IsOptional, ValidateIf } from 'class-validator';

/** A field that may be left out; null is not leaving it out. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A field that may be left out, or be null, which says that there is none. */
export const MayBeNull = (): PropertyDecorator => IsOptional();

/** An id, in the one spelling we compare. */
export const AnId = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));

import { Transform } from 'class-transformer';
import { IsOptional, ValidateIf } from 'class-validator';

/** A field that may be left out, but not be null. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A field that may be left out or be null, which means that there is none. */
export const MayBeNull = (): PropertyDecorator => IsOptional();

/** An id, normalised to lower case. */
export const AnId = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));

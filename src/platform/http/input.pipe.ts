import {
  Injectable,
  ValidationPipe,
  type ArgumentMetadata,
  type PipeTransform,
  type ValidationError,
} from '@nestjs/common';
import { invalidRequest } from '../../kernel/common.problems.ts';
import type { InputError } from '../../kernel/problem.ts';
import { maskAddresses } from '../../kernel/text.ts';

const UNKNOWN = 'Leave this field out: nothing here is called that.';

/**
 * The one input pipe: bodies and queries become their request class. Throws `invalid-request` with a pointer for each
 * field.
 */
@Injectable()
export class InputPipe implements PipeTransform {
  private readonly bodies = validating('#');
  private readonly queries = validating('#/query');

  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // A file has no fields; its route reads it.
    if (Buffer.isBuffer(value)) return value;
    const above = metadata.type === 'query' ? '#/query' : '#';
    const stray = strayNames(value, above);
    if (stray.length > 0) throw invalidRequest(stray.map((pointer) => ({ pointer, detail: UNKNOWN })));
    return (metadata.type === 'query' ? this.queries : this.bodies).transform(value, metadata);
  }
}

const validating = (above: string): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validateCustomDecorators: false,
    exceptionFactory: (errors) => invalidRequest(errors.flatMap((error) => pointers(error, above))),
  });

function pointers(error: ValidationError, above: string): InputError[] {
  const pointer = `${above}/${pointerPart(String(error.property))}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
    pointer,
    detail: rule === 'whitelistValidation' ? UNKNOWN : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => pointers(child, pointer))];
}

/** Finds names that every object inherits, which the list of allowed fields does not notice. */
function strayNames(value: unknown, above: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...(name in Object.prototype ? [`${above}/${pointerPart(name)}`] : []),
    ...strayNames(part, `${above}/${pointerPart(name)}`),
  ]);
}

/** A name as a part of a JSON pointer (RFC 6901, section 3), masked because a name may be an address. */
export const pointerPart = (name: string): string => maskAddresses(name).replace(/~/g, '~0').replace(/\//g, '~1');

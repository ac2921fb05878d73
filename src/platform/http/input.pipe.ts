import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { invalidRequest } from '../../kernel/common.problems.ts';
import type { InputError } from '../../kernel/problem.ts';

/** The one pipe: bodies and queries become their request class, or `invalid-request` with a pointer a field. */
export const inputPipe = (): ValidationPipe => new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  stopAtFirstError: true,
  validateCustomDecorators: false,
  exceptionFactory: (errors) => invalidRequest(errors.flatMap((error) => pointers(error, '#'))),
});

function pointers(error: ValidationError, above: string): InputError[] {
  const pointer = `${above}/${String(error.property).replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) =>
    ({ pointer, detail: rule === 'whitelistValidation' ? 'Leave this field out: nothing here is called that.' : detail }));
  return [...own, ...(error.children ?? []).flatMap((child) => pointers(child, pointer))];
}

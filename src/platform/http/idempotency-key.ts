import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { invalidRequest } from '../../kernel/common.problems.ts';

/**
 * The Idempotency-Key of a write, if it has one (draft-ietf-httpapi-idempotency-key-header): 1 to 200 printable ASCII
 * characters.
 */
export function readKey(headers: Record<string, string | string[] | undefined>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(key))
    throw invalidRequest([
      { pointer: '#/headers/idempotency-key', detail: 'Send 1 to 200 printable ASCII characters.' },
    ]);
  return key;
}

export const OWN_KEY = 'aftertalk:own-key';

/** For routes that handle their keys themselves, or whose answer must not be stored. */
export const SeesToItsKey = (): CustomDecorator => SetMetadata(OWN_KEY, true);

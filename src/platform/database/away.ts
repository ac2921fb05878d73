import { isNativeError } from 'node:util/types';
import { notFound, sessionRequired, unavailable } from '../../kernel/common.problems.ts';
import { problemOfConstraint } from '../../kernel/lost-race.ts';
import { Problem } from '../../kernel/problem.ts';

/** SQLSTATE classes and codes that mean an absent or unready server, not a wrong statement. */
const AWAY = /^(08|57P0[1-5]|53|25P0[34]|55P03|57014|40001|40P01)/;
const NETWORK =
  /ECONN|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|Connection terminated|timeout|not queryable|Client has encountered/i;

/** Whether an error means that the database cannot answer now and may later. */
export function isAway(error: unknown): boolean {
  // Not by `instanceof`, because a socket's errors may come from another realm.
  if (!isNativeError(error)) return false;
  const code = codeOf(error);
  return AWAY.test(code) || NETWORK.test(code) || (code.length !== 5 && NETWORK.test(error.message));
}

const codeOf = (error: unknown): string =>
  isNativeError(error) && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether PostgreSQL undid a transaction only because another waited for it; the same may succeed at once. */
export const hasLostTie = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** Whether a statement was not run because an earlier one of its transaction had failed. */
export const isAborted = (error: unknown): boolean => codeOf(error) === '25P02';

/** SQLSTATE of a violated foreign key. */
const REFERENCE_VIOLATION = '23503';

/**
 * The refusal of a row that names what was removed while the request was under way: an account, or a thing. Null for a
 * removal that leaves rows behind, which is a bug.
 */
function lateFor(error: unknown): Problem | null {
  if (codeOf(error) !== REFERENCE_VIOLATION) return null;
  const { constraint = '', detail = '' } = error as { constraint?: string; detail?: string };
  if (!detail.includes(' is not present in table ')) return null;
  return constraint.endsWith('_account_id_fkey') ? sessionRequired() : notFound();
}

/**
 * Turns a database error into a refusal: 503 with Retry-After while the database is away, 401 without an account, 404
 * for what is gone, the registered problem for a unique constraint. Any other error is returned as it is.
 */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const late = lateFor(error);
  if (late) return Object.assign(late, { cause: error });
  if (isAway(error)) return Object.assign(unavailable({}, { retryAfterSeconds: 2 }), { cause: error });
  return lostRace(error) ?? error;
}

/** SQLSTATE of a violated unique constraint. */
const UNIQUE_VIOLATION = '23505';

function lostRace(error: unknown): Problem | null {
  if (!isNativeError(error)) return null;
  const { code, constraint = '', detail = '' } = error as { code?: string; constraint?: string; detail?: string };
  return code === UNIQUE_VIOLATION ? problemOfConstraint(constraint, detail) : null;
}

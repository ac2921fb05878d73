import { defineProblem, Problem, type InputError, type WaitFacts } from './problem.ts';

const invalid = defineProblem({ slug: 'invalid-request', status: 422 });

/** The one problem for bad input; each error names its field and says what to do. */
export const invalidRequest = (errors: readonly InputError[]): Problem => invalid({}, { errors });
export const malformedBody = defineProblem({ slug: 'body-malformed', status: 400 });
export const malformedRequest = defineProblem({ slug: 'request-malformed', status: 400 });
export const tooSlow = defineProblem({ slug: 'request-too-slow', status: 408 });
export const headersTooLarge = defineProblem({ slug: 'headers-too-large', status: 431 });
export const sessionRequired = defineProblem({ slug: 'session-required', status: 401 });
export const notAllowed = defineProblem({ slug: 'not-allowed', status: 403 });
export const foreignOrigin = defineProblem({ slug: 'origin-foreign', status: 403 });
export const notFound = defineProblem({ slug: 'not-found', status: 404 });
export const methodNotAllowed = defineProblem({ slug: 'method-not-allowed', status: 405 });
export const versionOutdated = defineProblem({ slug: 'version-outdated', status: 412 });
export const tooLarge = defineProblem({ slug: 'body-too-large', status: 413 });
export const unsupportedMediaType = defineProblem({ slug: 'media-type-unsupported', status: 415 });

/** The same 415, told to those who send a picture. */
export const unsupportedImageType = (): Problem => unsupportedMediaType({}, { about: 'image' });
export const tooMany = defineProblem<WaitFacts>({ slug: 'too-many-requests', status: 429 });
export const unavailable = defineProblem({ slug: 'unavailable', status: 503 });

/** The same 503 where files wait for other files, and the database is well. */
export const uploadsBusy = (retryAfterSeconds: number): Problem =>
  unavailable({}, { about: 'uploads', retryAfterSeconds });
export const keyConflict = defineProblem({ slug: 'idempotency-key-conflict', status: 409 });

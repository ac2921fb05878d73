/** The routes by which people sign in, as the router has them. */
export const ENTRANCES: ReadonlySet<string> = new Set([
  '/api/v1/auth/codes',
  '/api/v1/auth/sessions',
  '/api/v1/auth/passkeys/challenges',
  '/api/v1/auth/passkeys/sessions',
  '/sign-in',
]);

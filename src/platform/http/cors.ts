/**
 * Headers that let pages of other sites read (Fetch standard, CORS) every public answer, for which no browser sends a
 * cookie. `Access-Control-Allow-Credentials` is sent nowhere, so that nothing that depends on a session is ever
 * readable.
 */
export const CORS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': '*',
};

/** The same for pictures, of which a thread has dozens: no header of theirs is of use to a page. */
export const CORS_OF_PICTURES: Readonly<Record<string, string>> = { 'access-control-allow-origin': '*' };

/** Time for which a browser may remember what it was allowed, in seconds: two hours, the most that Chromium takes. */
const REMEMBERED_SECONDS = 7_200;

/** The answer to the question a browser asks before a request that is not a plain one (`If-None-Match`). */
export const CORS_PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': '*',
  'access-control-max-age': String(REMEMBERED_SECONDS),
};

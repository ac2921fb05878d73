/**
 * The version of the API, in both of its documents: the first number is that of its paths (`/api/v1`), the second rises
 * with a release that adds to it. The server has a version of its own (`package.json`).
 */
export const API_VERSION = '1.0.0';

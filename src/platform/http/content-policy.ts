/** An origin as browsers write it (RFC 6454, section 6.2). */
export const SITE = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?$/;

/**
 * What a page may load and who may show it in a frame, as a Content-Security-Policy (W3C, level 3). `ancestors`: the
 * origins of sites that may; without any, nobody may. What is no origin is left out, wherever it was stored: a space or
 * a semicolon in it would write a policy of its own.
 */
export function contentPolicy(publicUrl: string, ancestors: readonly string[] = []): string {
  const sites = ancestors.filter((site) => SITE.test(site));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${sites.length === 0 ? "'none'" : ["'self'", ...sites].join(' ')}`,
    "manifest-src 'self'",
  ].join('; ');
}

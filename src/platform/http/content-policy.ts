/** An origin as browsers write it (RFC 6454, section 6.2). */
export const SITE = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::\d{1,5})?$/;

/**
 * The Content-Security-Policy of a page (W3C, level 3). `ancestors` are the origins that may frame it; without any,
 * none may. What is no origin is left out, because a space or a semicolon in it would extend the policy.
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

/**
 * What a page may load and who may show it in a frame, as a Content-Security-Policy (W3C, level 3). `ancestors`: the
 * origins of sites that may; without any, nobody may.
 */
export function contentPolicy(publicUrl: string, ancestors: readonly string[] = []): string {
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'",
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`, "form-action 'self'", "base-uri 'none'", `frame-ancestors ${ancestors.length === 0 ? "'none'" : ["'self'", ...ancestors].join(' ')}`, "manifest-src 'self'",
  ].join('; ');
}

import type { Config } from '../config/settings.ts';
import { contentPolicy } from './content-policy.ts';

/** The headers of every answer. */
export function fixedHeaders(config: Config): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'content-security-policy': contentPolicy(config.publicUrl),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...strictTransport(config),
  };
}

/** HSTS for a year (RFC 6797). Subdomains may be served without TLS, so they are included by a setting only. */
function strictTransport(config: Config): Record<string, string> {
  if (!config.isHttps) return {};
  const alsoBelow = config.get('HSTS_SUBDOMAINS') ? '; includeSubDomains' : '';
  return { 'strict-transport-security': `max-age=31536000${alsoBelow}` };
}

/**
 * The headers a picture needs: opened by itself it is a document, in which nothing may run. The others would weigh more
 * than the pictures of a thread.
 */
export const ofPictures = (fixed: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(fixed).filter(([name]) => name === 'x-content-type-options' || name === 'strict-transport-security'),
  ),
  'content-security-policy': "default-src 'none'",
});

export const isPicture = (contentType: unknown): boolean =>
  typeof contentType === 'string' && contentType.startsWith('image/');

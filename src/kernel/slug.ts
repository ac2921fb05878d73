/**
 * A part of an address: small letters, digits and hyphens, at most 80; never the form of an id, since either names a
 * thing.
 */
export const SLUG = /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;

export const SLUG_RULE = 'Use small letters, digits and hyphens, at most 80, and not the form of an id.';

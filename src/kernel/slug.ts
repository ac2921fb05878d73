import { unlikeId } from './free-names.ts';
import { addressesBesideHandles } from './handles.ts';
import { maskAddresses } from './text.ts';
import { transliterate } from './transliterate.ts';

/** A slug: small letters, digits and hyphens, at most 80; never in the form of an id, since paths accept either. */
export const SLUG = /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;

export const SLUG_RULE = 'Use small letters, digits and hyphens, at most 80, and not the form of an id.';

/** Characters from which a slug is made. */
const SLUG_SOURCE = 1_000;

/** A slug of a title or a name, without any e-mail address that stands in it; never in the form of an id. */
export function slugOf(value: string, otherwise: string): string {
  const slug = transliterate(maskAddresses(value, addressesBesideHandles).slice(0, SLUG_SOURCE))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 70)
    .replace(/-+$/, '');
  return slug === '' ? otherwise : unlikeId(slug, otherwise);
}

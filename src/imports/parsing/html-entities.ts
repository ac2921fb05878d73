const NAMED: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: '\u00A0' };

/** Named characters of HTML that are common in texts, and any by its number. */
const ENTITY = /&(?:(quot|apos|amp|lt|gt|nbsp)|#(\d{1,7})|#x([\da-f]{1,6}));/gi;

/**
 * Reads the characters of HTML in a text that is none, as some programs write them into titles and names: `Rock&#x27;`.
 * Decodes once, so that `&amp;amp;` becomes `&amp;`.
 */
export const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, name?: string, decimal?: string, hex?: string) =>
        name === undefined ? (characterOf(decimal, hex) ?? whole) : NAMED[name.toLowerCase()]!,
      )
    : text;

/** Undefined for what is no character, or one that is not seen. */
function characterOf(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code >= 32 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

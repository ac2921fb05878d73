/** Letters that look like Latin ones, after case folding: Cyrillic, then Greek, then Latin with strokes. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  є: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  о: 'o',
  ө: 'o',
  р: 'p',
  ԛ: 'q',
  с: 'c',
  ѕ: 's',
  т: 't',
  у: 'y',
  ү: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  ԁ: 'd',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  γ: 'y',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  ς: 'o',
  τ: 't',
  υ: 'u',
  ν: 'v',
  ω: 'w',
  χ: 'x',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  ŧ: 't',
  ɡ: 'g',
  ɑ: 'a',
  æ: 'ae',
  œ: 'oe',
};

/**
 * Folds a name for comparisons, never for display. Lower case first, since ẞ has no other upper case; then upper case,
 * where ß is SS; then lower case again.
 */
export const foldName = (name: string): string =>
  [
    ...name
      .normalize('NFKC')
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKD')
      .replace(/\p{M}|\p{Cf}|\p{Default_Ignorable_Code_Point}/gu, ''),
  ]
    .map((letter) => LOOKALIKES[letter] ?? letter)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

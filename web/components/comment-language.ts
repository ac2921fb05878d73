import type { Locale } from '../../locales/words.ts';
import { withoutTags } from './plain-text.ts';
import type { CommentShape } from './shapes.ts';

/** Frequent words that only one of the two languages has. */
const COMMON: Readonly<Record<Locale, RegExp>> = {
  fr: /(?<![\p{L}'’])(?:le|la|les|des|une|et|est|pas|que|qui|pour|dans|avec|sur|nous|vous|je|il|elle|ce|cette|mais|ou|au|aux|du|sont|plus)(?!\p{L})|(?<!\p{L})(?:l|d|qu|n|j|c|s)['’]/giu,
  en: /(?<![\p{L}'’])(?:the|and|is|of|to|that|it|was|with|this|not|are|you|we|they|have|what|but|from|his|be|in|for|my|will)(?!\p{L})/giu,
};
const found = new WeakMap<CommentShape, Locale | null>();

/** The language of a comment where it is clear, for screen readers (WCAG 2.2, 3.1.2); null when it is not. */
export function languageOf(comment: CommentShape): Locale | null {
  const known = found.get(comment);
  if (known !== undefined) return known;
  const text = withoutTags(comment.html);
  const [french, english] = [text.match(COMMON.fr)?.length ?? 0, text.match(COMMON.en)?.length ?? 0];
  const isPlain = Math.max(french, english) >= 2 && Math.abs(french - english) >= Math.max(french, english) / 2;
  const likelier = french > english ? 'fr' : 'en';
  const language = isPlain ? likelier : null;
  found.set(comment, language);
  return language;
}

import type { SourceText } from '../../platform/markup/abstract.ts';

/** The tags by which an HTML text is told. */
const OPENING = /<(?:p|br|b|i|em|strong|a|ul|ol|li|div|span|code|pre|blockquote|h[1-6])\b/i;

/** Which of three a text is written in: HTML when it has tags that close, Markdown when its maker is known for it. */
export function formatOf(text: string, usual: 'markdown' | 'plain'): SourceText['format'] {
  // Some tag closes if one opens before the last closing sign: one look, also for a file of nothing but openings.
  const closes = text.lastIndexOf('>');
  return closes > 0 && OPENING.test(text.slice(0, closes)) ? 'html' : usual;
}

/** Abstract and description as one text: many programmes repeat the one at the beginning of the other. */
export function mergedText(abstract: string, description: string, usual: 'markdown' | 'plain'): SourceText {
  const text = joined(abstract, description).trim();
  return { text, format: formatOf(text, usual) };
}

function joined(abstract: string, description: string): string {
  if (description.startsWith(abstract)) return description;
  return abstract.includes(description) ? abstract : `${abstract}\n\n${description}`;
}

/** In capitals only: "Cancelling POSIX syscalls" is a talk that takes place. */
export const saysCancelled = (title: string): boolean =>
  /^\W*(CANCELL?ED|ABGESAGT|ENTFÄLLT|ANNULÉE?|CANCELADO)(?![\p{Ll}])/u.test(title);

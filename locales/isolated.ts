/** Letters written from right to left, and signs that set a direction. */
const TURNS =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Whether a name or title could change the order of what stands beside it (UAX #9). */
export const turns = (text: string): boolean => TURNS.test(text);

const ISOLATES = /[\u2066-\u2069]/g;
const END = '\u2069';

/** A text whose isolates are all closed, and in which none is closed that it did not open. */
export function balanced(text: string): string {
  let open = 0;
  const kept = text.replaceAll(ISOLATES, (sign) => {
    if (sign !== END) open += 1;
    else if (open === 0) return '';
    else open -= 1;
    return sign;
  });
  return kept + END.repeat(open);
}

/**
 * A name or title for a sentence, a feed, a page's title: between U+2068 and U+2069 where it could turn round what
 * stands beside it, else as it is.
 */
export const isolated = (text: string): string => (turns(text) ? `\u2068${balanced(text)}${END}` : text);

/** A line that holds only the link of a thread. */
export interface ThreadLink {
  /** The line as it is written. */
  readonly line: string;
  /** The level of the heading that it is, 1 to 6; null for a line of its own. */
  readonly level: number | null;
  /** The site of the link, such as `https://talks.example`; empty for a path. */
  readonly origin: string;
  /** The conference by its slug or id; null in a short address. */
  readonly conference: string | null;
  /** The thread by its slug, or by the code of its short address. */
  readonly thread: string;
}

/** Longest line that is looked at, in characters; longer ones hold more than a link. */
const LINE_AT_MOST = 500;

const ADDRESS = /^(https?:\/\/[^\s/?#]+)?\/(?:c\/([^\s/?#]+)\/t\/|(q)\/)([^\s/?#]+)\/?(?:[?#]\S*)?$/;
const HEADING = /^ {0,3}(#{1,6})[ \t]/;
/** A link behind its words; any other line may be a bare one. */
const LINKED = /^\[[^[\]]*\]\(([^\s()]+)\)$/;

/** The link of a thread that is all a line holds, also as a heading; null for any other line. */
export function threadLinkIn(line: string): ThreadLink | null {
  if (line.length > LINE_AT_MOST || !line.includes('/')) return null;
  const heading = HEADING.exec(line);
  const words = heading ? withoutClosing(line.slice(heading[0].length).trim()) : line.trim();
  const [, origin = '', conference, code, thread] = ADDRESS.exec(bare(LINKED.exec(words)?.[1] ?? words)) ?? [];
  if (thread === undefined) return null;
  return {
    line,
    level: heading ? heading[1]!.length : null,
    origin: origin.toLowerCase(),
    conference: code === undefined ? decoded(conference!) : null,
    thread: code === undefined ? decoded(thread) : thread.toLowerCase(),
  };
}

/**
 * The words of a heading without the signs that may close it (CommonMark, 4.2). By a loop, because an expression that
 * looks for the end of the words from each blank is quadratic.
 */
function withoutClosing(words: string): string {
  let end = words.length;
  while (end > 0 && words[end - 1] === '#') end -= 1;
  const before = words[end - 1];
  return end === words.length || (end > 0 && before !== ' ' && before !== '\t') ? words : words.slice(0, end).trim();
}

/** A link without its angle brackets. */
const bare = (link: string): string => (link.startsWith('<') && link.endsWith('>') ? link.slice(1, -1) : link);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

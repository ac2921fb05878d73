import ts from 'typescript';

/** The contents of a comment above a declaration. */
export interface DocComment {
  /** The first sentence. */
  readonly summary: string;
  /** The text after it, without the list of refusals. */
  readonly rest: string;
  readonly tags: ReadonlyMap<string, string>;
}

/** A paragraph as one line. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `Throws …` is for callers in the code: the document lists refusals by their slugs. */
const withoutThrows = (text: string): string => text.replace(/(?:^|(?<=\. ))Throws [^.]*(?:\.|$)/g, '').trim();

/** Reads the comment of a symbol. */
export function docOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): DocComment {
  const text = withoutThrows(oneLine(ts.displayPartsToString(symbol?.getDocumentationComment(checker) ?? [])));
  const [, summary = text, rest = ''] = /^(.*?[.!?])(?:\s+(.*))?$/.exec(text) ?? [];
  const tags = (symbol?.getJsDocTags(checker) ?? []).map(
    ({ name, text: parts }) => [name, oneLine(ts.displayPartsToString(parts ?? []))] as const,
  );
  return { summary, rest, tags: new Map(tags) };
}

export const wholeText = ({ summary, rest }: DocComment): string => `${summary} ${rest}`.trim();

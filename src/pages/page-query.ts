/** The query of a page as it was sent: a field given twice is a list. */
export type PageQuery = Record<string, unknown>;

/** Where a list goes on; undefined at its beginning. */
export const cursorIn = ({ cursor }: PageQuery): string | undefined =>
  typeof cursor === 'string' && cursor !== '' ? cursor : undefined;

/** The theme that a page for a screen or a frame is asked for in; null for the browser's own. */
export const themeIn = ({ theme }: PageQuery): 'light' | 'dark' | null =>
  theme === 'light' || theme === 'dark' ? theme : null;

/** Its fields without those that were given twice. */
export const plainQuery = (query: PageQuery): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

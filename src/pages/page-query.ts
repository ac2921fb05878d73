/** The query of a page as sent; a repeated field is a list. */
export type PageQuery = Record<string, unknown>;

/** The cursor of a list; undefined at its beginning. */
export const cursorIn = ({ cursor }: PageQuery): string | undefined =>
  typeof cursor === 'string' && cursor !== '' ? cursor : undefined;

/** The requested theme of a page for a screen or a frame; null for the browser's own. */
export const themeIn = ({ theme }: PageQuery): 'light' | 'dark' | null =>
  theme === 'light' || theme === 'dark' ? theme : null;

/** Without repeated fields. */
export const plainQuery = (query: PageQuery): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** The parts of a conference's brand that a page shows; addresses of files. */
export interface PageBrand {
  style: string;
  /** Null for the forum's own. */
  icon: string | null;
  themeColours: { light: string; dark: string } | null;
  logo: string | null;
  /** For dark backgrounds. */
  logoDark: string | null;
  cover: string | null;
}

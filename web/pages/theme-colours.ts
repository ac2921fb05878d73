/** The colour of the page in `style.css` (`--paper`), for the parts of a browser around it. */
export const THEME_COLOURS = { light: '#fbfaf7', dark: '#16191c' } as const;

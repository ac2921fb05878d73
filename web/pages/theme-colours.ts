/** The colour of the header (`--sheet` in `styles/tokens.css`), for the parts of a browser around it. */
export const THEME_COLOURS = { light: '#ffffff', dark: '#1c2024' } as const;

/**
 * Most UTF-16 units of a name in a form. The server counts what is seen: 60 characters, each of eight code points at
 * most (an emoji of a family), and says what is too long.
 */
export const NAME_UNITS = 960;

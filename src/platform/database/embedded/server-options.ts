const PLAIN = /^[\w./:=-]+$/;

/** Settings of postgresql.conf as command line options, which pg_ctl hands to a shell. */
export const serverOptions = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${asWord(`${name}=${value}`)}`)
    .join(' ');

/** Quotes a text for the shell: a folder may hold spaces, quotes and dollar signs. */
const asWord = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const PLAIN = /^[\w./:=-]+$/;

/** Settings of postgresql.conf as words of a command line, which pg_ctl hands to a shell. */
export const serverOptions = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${asWord(`${name}=${value}`)}`)
    .join(' ');

/** A folder of the machine may be named in any way: with a space, a quote or a dollar sign. */
const asWord = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

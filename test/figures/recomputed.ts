/** A line of a figure's file, by the names in its head. */
export type FigureFileRow = Record<string, string>;

const timesOf = (rows: readonly FigureFileRow[], ...parts: string[]): number =>
  rows.filter(({ part }) => parts.includes(part!)).reduce((sum, { times }) => sum + Number(times), 0);

/** The value of each figure, worked out from nothing but the lines of its own file. */
export const RECOMPUTED: Readonly<Record<string, (rows: readonly FigureFileRow[]) => number>> = {
  'fate-of-questions': (rows) => timesOf(rows, 'answered'),
  'time-to-an-answer': (rows) => timesOf(rows, 'answered'),
  'talks-with-a-question': (rows) => timesOf(rows, 'with'),
  'comments-by-phase': (rows) => timesOf(rows, 'after', 'weeks-later'),
  'spread-of-speaking': (rows) => {
    const times = rows.map((row) => Number(row['times'])).toSorted((a, b) => b - a);
    return times.slice(0, Math.ceil(times.length / 10)).reduce((sum, each) => sum + each, 0);
  },
  'decisions-about-words': (rows) => timesOf(rows, 'reversed'),
  votes: (rows) => timesOf(rows, 'question'),
  'refused-votes': (rows) => rows.reduce((sum, { times }) => sum + Number(times), 0),
  recaps: (rows) => timesOf(rows, 'participants'),
  'readers-at-once': (rows) => Math.max(0, ...rows.map(({ times }) => Number(times))),
  emails: (rows) => timesOf(rows, 'sent'),
};

/** The lines of a file as it was sent: with a byte order mark, and CRLF behind each line (RFC 4180). */
export function rowsIn(csv: string): FigureFileRow[] {
  if (csv.charCodeAt(0) !== 0xfeff) throw new Error('the file has no byte order mark');
  const [head, ...lines] = csv
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field]) => field!.replaceAll('""', '"')));
  return lines.map((line) => Object.fromEntries(line.map((field, i) => [head![i]!, field])));
}

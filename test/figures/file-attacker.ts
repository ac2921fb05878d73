import { AlikeRows, linesWithIds } from '../../src/figures/alike-rows.ts';
import { lineOf, type FigureLine, type FigureRow, type ShownInFile } from '../../src/figures/figure-lines.ts';
import { keyOfWindow } from '../../src/figures/figure-window.ts';
import { FEWEST_PEOPLE, type ShownWindow } from '../../src/figures/suppression.policy.ts';
import { cellOf, published, type AnyConference, type Deed } from './attacker.ts';

/** The making of a file from the rows of a conference: as the forum does, or with a leak. */
export interface FileMaker {
  lineOf(row: FigureRow, figure: Parameters<typeof lineOf>[1], shown: ShownInFile): FigureLine;
  write(lines: readonly FigureLine[], deeds: readonly Deed[]): Promise<string> | string;
}

export const AS_IT_IS: FileMaker = {
  lineOf,
  write: async (lines) => {
    const alike = new AlikeRows();
    for (const line of lines) alike.add(line, 1);
    return [...linesWithIds(await alike.lines())].join('');
  },
};

/** Each talk has an hour of its own, as its programme says. */
const rowOf = ({ talk, part, times }: Deed, { dayOf }: AnyConference): FigureRow => ({
  threadId: String(talk),
  talk: `talk-${talk}`,
  day: dayOf[talk] === null ? null : String(dayOf[talk]),
  hour: `2026-05-0${(dayOf[talk] ?? 8) + 1}T${10 + talk}:00:00Z`,
  part: `part ${part}`,
  times,
  minutes: null,
});

/** The file of the whole conference while these windows are shown; nothing where its total is not. */
export async function fileOf(
  conference: AnyConference,
  shown: ReadonlyMap<string, ShownWindow>,
  maker: FileMaker,
): Promise<string> {
  const whole = shown.get('conference')!;
  if (!whole.isTotalShown) return '';
  const figure = {
    windows: ['conference', 'day', 'talk'] as const,
    parts: Array.from({ length: conference.parts }, (_, part) => ({ name: `part ${part}` })),
  };
  const inFile = { areShown: whole.areShown, isShown: windowShown(shown) };
  const lines = conference.deeds.map((deed) => maker.lineOf(rowOf(deed, conference), figure, inFile));
  return maker.write(lines, conference.deeds);
}

const windowShown = (shown: ReadonlyMap<string, ShownWindow>): ShownInFile['isShown'] => {
  return (window) => shown.get(keyOfWindow(window))?.isTotalShown ?? false;
};

const withoutIds = (file: string): string => file.replaceAll(/^"[^"]*",/gm, '');

/**
 * Somebody who knows everybody but one, has the numbers and the file, and looks for what that one did in a talk where
 * fewer than five did the same. Found is what the numbers alone left open: where everything that says the same numbers
 * with another file is ruled out.
 */
export async function foundInFile(
  conference: AnyConference,
  shown: ReadonlyMap<string, ShownWindow>,
  maker: FileMaker = AS_IT_IS,
): Promise<string[]> {
  const say = published(shown);
  const numbers = say(conference);
  const file = withoutIds(await fileOf(conference, shown, maker));
  const foundHere: string[] = [];
  for (const [i, deed] of conference.deeds.entries()) {
    if (!isOfFew(deed, conference)) continue;
    const open = elsewhere(conference, i).filter((other) => say(other) === numbers);
    if (open.length === 0) continue;
    const isLeftOpen = await isAny(open, async (other) => withoutIds(await fileOf(other, shown, maker)) === file);
    if (!isLeftOpen) foundHere.push(`person ${deed.person}, talk ${deed.talk}, part ${deed.part}`);
  }
  return foundHere;
}

const isOfFew = ({ talk, part }: Deed, { deeds }: AnyConference): boolean =>
  cellOf(deeds.filter((deed) => deed.talk === talk && deed.part === part)).people! < FEWEST_PEOPLE;

/** The same conference with one deed in another talk, or in another way. */
const elsewhere = (conference: AnyConference, which: number): AnyConference[] =>
  conference.dayOf.flatMap((_day, talk) =>
    Array.from({ length: conference.parts }, (_part, part) => part)
      .filter((part) => conference.deeds[which]!.talk !== talk || conference.deeds[which]!.part !== part)
      .map((part) => ({
        ...conference,
        deeds: conference.deeds.map((deed, i) => (i === which ? { ...deed, talk, part } : deed)),
      })),
  );

async function isAny<T>(things: readonly T[], is: (thing: T) => Promise<boolean>): Promise<boolean> {
  for (const thing of things) if (await is(thing)) return true;
  return false;
}

/** The ids that two downloads have in common, by which they could be joined. */
export function joined(one: string, other: string): string[] {
  const known = new Set(idsIn(one));
  return idsIn(other).filter((id) => known.has(id));
}

const idsIn = (file: string): string[] => file.match(/(?<=^")[^"]*(?=",)/gm) ?? [];

/** The known ids and names of people and of their words that stand in a file. */
export const namedIn = (file: string, known: readonly string[]): string[] =>
  known.filter((each) => file.includes(each));

/** Times in a file that are finer than an hour. */
export const finerThanHours = (file: string): string[] =>
  (file.match(/\d\d:\d\d:\d\d(?:\.\d+)?/g) ?? []).filter((time) => !time.endsWith(':00:00'));

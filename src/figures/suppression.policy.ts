/** Fewest people behind a number that is shown. */
export const FEWEST_PEOPLE = 5;

/** A number, and the people behind it; null where it counts things that nobody in particular stands behind. */
export interface Cell {
  readonly value: number;
  readonly people: number | null;
}

/** The numbers of one window: a talk, a day, or a conference. Parts stand in the same order in all windows. */
export interface CountedWindow {
  readonly key: string;
  /** The window around it; null for the conference. A talk without a day lies in the conference itself. */
  readonly within: string | null;
  readonly total: Cell;
  readonly parts: readonly Cell[];
}

/** The numbers of a window that may be shown. */
export interface ShownWindow {
  readonly isTotalShown: boolean;
  readonly areShown: readonly boolean[];
}

export interface SuppressionRule {
  /** Whether every reader can count it themselves in the threads: a zero is then no secret. */
  readonly isPublic: boolean;
  /** Fewest people behind the whole; its parts need five. */
  readonly fewest?: number;
}

/**
 * Decides which numbers of a figure are shown, so that none with fewer than five people behind it can be worked out.
 * The conference hides a part, and the next smallest with it, since its total would give one away. A day or a talk is
 * shown whole or not at all; where only one would be missing from a window that is shown, the next smallest is missing,
 * too. Hiding single numbers of days and talks would not do: who knows everybody but one finds that one by its row and
 * its column. Pure; the windows are those of one conference, the conference among them.
 */
export function shownWindows(windows: readonly CountedWindow[], rule: SuppressionRule): Map<string, ShownWindow> {
  const conference = windows.find(({ within }) => within === null);
  if (!conference) return new Map();
  const shown = wholeWindows(windows, conference, rule);
  return new Map(
    windows.map((window) => [
      window.key,
      window === conference
        ? shownParts(window, rule)
        : { isTotalShown: shown.has(window.key), areShown: window.parts.map(() => shown.has(window.key)) },
    ]),
  );
}

const isEnough = ({ value, people }: Cell, { isPublic, fewest = FEWEST_PEOPLE }: SuppressionRule): boolean =>
  people === null || people >= fewest || (value === 0 && isPublic);

/** As `isEnough`, of a part. */
const isPartEnough = (part: Cell, { isPublic }: SuppressionRule): boolean => isEnough(part, { isPublic });

/** Whether a cell can stand for another: a zero that everybody sees hides nothing. */
const hides = ({ value }: Cell, { isPublic }: SuppressionRule): boolean => value > 0 || !isPublic;

const smallest = <T>(candidates: readonly T[], cellOf: (candidate: T) => Cell): T | undefined =>
  candidates.toSorted((a, b) => (cellOf(a).people ?? 0) - (cellOf(b).people ?? 0))[0];

function shownParts({ total, parts }: CountedWindow, rule: SuppressionRule): ShownWindow {
  if (!isEnough(total, rule)) return { isTotalShown: false, areShown: parts.map(() => false) };
  const areShown = parts.map((part) => isPartEnough(part, rule));
  const isOneMissing = areShown.filter((isShown) => !isShown).length === 1;
  const beside = parts.map((part, i) => ({ part, i })).filter(({ part, i }) => areShown[i] && hides(part, rule));
  const second = isOneMissing ? smallest(beside, ({ part }) => part) : undefined;
  if (second) areShown[second.i] = false;
  return { isTotalShown: true, areShown };
}

/** The days and talks that are shown. Ends, because each step takes one away. */
function wholeWindows(
  windows: readonly CountedWindow[],
  conference: CountedWindow,
  rule: SuppressionRule,
): ReadonlySet<string> {
  const inside = windows.filter((window) => window !== conference);
  const days = new Set(inside.filter(({ within }) => within !== conference.key).map(({ within }) => within));
  const talks = inside.filter(({ key }) => !days.has(key));
  const shown = new Set(inside.filter((window) => isWhole(window, rule)).map(({ key }) => key));
  for (;;) {
    const given = windowGivenAway({ conference, inside, talks, days }, shown, rule);
    if (given === undefined) return shown;
    shown.delete(given);
  }
}

const isWhole = ({ total, parts }: CountedWindow, rule: SuppressionRule): boolean =>
  isEnough(total, rule) && parts.every((part) => isPartEnough(part, rule));

interface Programme {
  readonly conference: CountedWindow;
  readonly inside: readonly CountedWindow[];
  readonly talks: readonly CountedWindow[];
  readonly days: ReadonlySet<string | null>;
}

/** The next window to take away, so that no other can be worked out; undefined when none can. */
function windowGivenAway(
  { conference, inside, talks, days }: Programme,
  shown: ReadonlySet<string>,
  rule: SuppressionRule,
): string | undefined {
  const hiding = (window: CountedWindow): boolean => hides(window.total, rule);
  const around = inside.filter(({ key }) => days.has(key));
  for (const window of [conference, ...around.filter(({ key }) => shown.has(key))]) {
    const isDirect = (talk: CountedWindow): boolean =>
      talk.within === window.key || (window === conference && talk.within !== null && !shown.has(talk.within));
    const directly = talks.filter((talk) => isDirect(talk) && hiding(talk));
    if (directly.filter(({ key }) => !shown.has(key)).length !== 1) continue;
    const candidates = [...directly, ...(window === conference ? around.filter((day) => hiding(day)) : [])].filter(
      ({ key }) => shown.has(key),
    );
    const second = smallest(candidates, ({ total }) => total);
    if (second) return second.key;
  }
  return undefined;
}

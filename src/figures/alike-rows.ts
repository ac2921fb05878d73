import { csvLine } from '../kernel/csv.ts';
import { blindId } from '../kernel/ids.ts';
import { mapInSlices } from '../kernel/in-slices.ts';
import type { FigureLine } from './figure-lines.ts';

/** Lines of a file that differ in nothing but their ids: what stands behind the id, and their number. */
export interface AlikeLines {
  readonly text: string;
  readonly lines: number;
}

/** Lines that are handed on as one piece. */
const LINES_AT_ONCE = 500;

/**
 * Gathers the lines of a file. They come in the order of what they say, because any other order, that of tables or of
 * what was read together, would tell which lines of talks that are not named belong to one.
 */
export class AlikeRows {
  /** The number of lines by what they say, by talk. */
  private readonly talks = new Map<string, Map<string, number>>();

  add({ talk, fields }: FigureLine, lines: number): void {
    const ofTalk = this.talks.get(talk) ?? new Map<string, number>();
    this.talks.set(talk, ofTalk);
    const text = csvLine(fields);
    ofTalk.set(text, (ofTalk.get(text) ?? 0) + lines);
  }

  /** All lines; sorted talk by talk, so that no other request waits for it. */
  async lines(): Promise<AlikeLines[]> {
    const talks = [...this.talks].toSorted(inOrder);
    const sorted = await mapInSlices(talks, ([, ofTalk]) =>
      [...ofTalk].toSorted(inOrder).map(([text, lines]): AlikeLines => ({ text, lines })),
    );
    return sorted.flat();
  }
}

/** By the signs of the name alone, in every language the same. */
const inOrder = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** The lines as they are sent, each with an id that was never used before. */
export function* linesWithIds(alike: readonly AlikeLines[]): Generator<string> {
  let piece = '';
  let held = 0;
  for (const { text, lines } of alike)
    for (let i = 0; i < lines; i += 1) {
      piece += `"${blindId()}",${text}\r\n`;
      held += 1;
      if (held < LINES_AT_ONCE) continue;
      yield piece;
      piece = '';
      held = 0;
    }
  if (held > 0) yield piece;
}

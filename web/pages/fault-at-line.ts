import type { ProblemShape } from '../components/shapes.ts';
import type { PageContext } from './page-context.ts';

/** The error at a field, or at one of its lines. */
export const faultAt = (refusal: ProblemShape | null, name: string): string | undefined =>
  errorAt(refusal, name)?.detail;

/** As `faultAt`, for a field with one thing a line: names the line as it is counted in what was typed. */
export function faultAtLine(
  refusal: ProblemShape | null,
  name: string,
  { typed, say }: { typed: string; say: PageContext['say'] },
): string | undefined {
  const error = errorAt(refusal, name);
  const place = /^#\/\w+\/(\d+)/.exec(error?.pointer ?? '')?.[1];
  if (!error || place === undefined) return error?.detail;
  // Empty lines are not sent.
  const lines = typed.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]));
  return say('pages.talkForm.lineFault', { line: lines[Number(place)] ?? Number(place) + 1, fault: error.detail });
}

const errorAt = (refusal: ProblemShape | null, name: string): { pointer: string; detail: string } | undefined =>
  refusal?.errors?.find(({ pointer }) => pointer === `#/${name}` || pointer.startsWith(`#/${name}/`));

import type { ProgrammeShape } from './programme-props.ts';

/** The address of a programme as it is chosen, with these fields changed; null leaves a field out. */
export function programmeAddress(
  here: string,
  { chosen, isList }: Pick<ProgrammeShape, 'chosen' | 'isList'>,
  changes: Record<string, string | null>,
): string {
  const fields: Record<string, string | null> = { ...chosen, layout: isList ? 'list' : null, ...changes };
  const query = new URLSearchParams(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== null),
  ).toString();
  return query === '' ? here : `${here}?${query}`;
}

import type { ProblemShape } from './shapes.ts';

/** The fault of a field in a refused form, for its place; `name` is that of the problem's pointer. */
export const faultOf = (refusal: ProblemShape | null | undefined, name: string): string | undefined =>
  refusal?.errors?.find(({ pointer }) => pointer === `#/${name}`)?.detail;

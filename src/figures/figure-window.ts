import type { WindowKind } from './figure.ts';

/** What a figure is counted in: the conference, one of its days, or the thread of a talk. */
export type FigureWindow =
  | { readonly kind: 'conference' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'talk'; readonly threadId: string };

export const WHOLE_CONFERENCE: FigureWindow = { kind: 'conference' };

/** The name of a window among those of its conference. */
export const keyOfWindow = (window: FigureWindow): string => {
  if (window.kind === 'day') return `day ${window.day}`;
  return window.kind === 'talk' ? `talk ${window.threadId}` : 'conference';
};

/** What the windows of a figure are grouped by in SQL, from the smallest. */
const GROUPED_BY: Readonly<Record<WindowKind, string>> = { talk: 'thread_id, day, ', day: 'day, ', conference: '' };

/** SQL: the grouping sets for windows of these kinds, each with its parts and without. */
export const groupingSets = (kinds: readonly WindowKind[]): string =>
  kinds.flatMap((kind) => [`(${GROUPED_BY[kind]}part)`, `(${GROUPED_BY[kind].replace(/, $/, '')})`]).join(', ');

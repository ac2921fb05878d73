import type { WindowKind } from './figure.ts';

/** The window in which a figure is counted: the conference, one of its days, or the thread of a talk. */
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

/** The columns by which SQL groups the windows of a figure, from the smallest. */
const GROUPED_BY: Readonly<Record<WindowKind, string>> = { talk: 'thread_id, day, ', day: 'day, ', conference: '' };

/** SQL: the grouping sets for windows of these kinds, each with its parts and without. */
export const groupingSets = (kinds: readonly WindowKind[]): string =>
  kinds.flatMap((kind) => [`(${GROUPED_BY[kind]}part)`, `(${GROUPED_BY[kind].replace(/, $/, '')})`]).join(', ');

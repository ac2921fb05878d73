import { remember, remembered } from './local-storage.ts';

/**
 * How somebody reads, in this browser. `calm`: nothing comes by itself; `tellEvery`: seconds between two summaries for
 * a screen reader, 0 for none.
 */
export interface Habits {
  calm: boolean;
  size: 0 | 1 | 2;
  tellEvery: number;
  keys: boolean;
}

export const TELL_EVERY: readonly number[] = [20, 60, 300, 0];
const SIZES = ['', '115%', '130%'] as const;
const NAME = 'reading';

export const NO_HABITS: Habits = { calm: false, size: 0, tellEvery: TELL_EVERY[0]!, keys: true };

export const habits = (): Habits => ({ ...NO_HABITS, ...remembered<Partial<Habits>>(NAME) });

export function keepHabits(kept: Habits): void {
  remember(NAME, kept);
  showSize(kept);
}

export function showSize({ size }: Habits): void {
  document.documentElement.style.fontSize = SIZES[size] ?? '';
}

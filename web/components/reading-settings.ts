import { storeLocally, readLocally } from './local-storage.ts';

/**
 * A reader's settings in this browser. `calm`: no live updates; `tellEvery`: seconds between two summaries for a screen
 * reader, 0 for none.
 */
export interface ReadingSettings {
  calm: boolean;
  size: 0 | 1 | 2;
  tellEvery: number;
  keys: boolean;
}

export const TELL_EVERY: readonly number[] = [20, 60, 300, 0];
const SIZES = ['', '115%', '130%'] as const;
const NAME = 'reading';

export const DEFAULT_READING_SETTINGS: ReadingSettings = {
  calm: false,
  size: 0,
  tellEvery: TELL_EVERY[0]!,
  keys: true,
};

export const storedReadingSettings = (): ReadingSettings => ({
  ...DEFAULT_READING_SETTINGS,
  ...readLocally<Partial<ReadingSettings>>(NAME),
});

export function storeReadingSettings(kept: ReadingSettings): void {
  storeLocally(NAME, kept);
  applyTextSize(kept);
}

export function applyTextSize({ size }: ReadingSettings): void {
  document.documentElement.style.fontSize = SIZES[size] ?? '';
}

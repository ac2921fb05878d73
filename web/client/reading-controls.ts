import {
  storedReadingSettings,
  storeReadingSettings,
  applyTextSize,
  type ReadingSettings,
} from '../components/reading-settings.ts';
import { keepPlace, keptPlace } from './reading-position.ts';
import type { Aside } from '../components/thread-props.ts';

/** What the reading controls need of the page; `keepsPlace` says whether a reader comes back to it. */
export interface AroundReading {
  readonly root: HTMLElement;
  readonly threadId: string;
  readonly keepsPlace: boolean;
  placeOf(id: string): string;
  draw(): void;
  calm(isCalm: boolean): void;
}

/** A reader's settings in this browser, and where they stopped the last time. */
export class ReadingControls {
  habits: ReadingSettings = storedReadingSettings();
  isOpen = false;
  Panel: Aside['Panel'] = null;
  readonly place: string | null;

  constructor(private readonly around: AroundReading) {
    this.place = around.keepsPlace ? keptPlace(around.threadId) : null;
  }

  begin(): void {
    applyTextSize(this.habits);
    if (this.around.keepsPlace) keepPlace(this.around.root, this.around.threadId);
  }

  set(change: Partial<ReadingSettings>): void {
    this.habits = { ...this.habits, ...change };
    storeReadingSettings(this.habits);
    if (change.calm !== undefined) this.around.calm(change.calm);
    this.around.draw();
  }

  open(): void {
    this.isOpen = true;
    this.around.draw();
    this.around.root.querySelector<HTMLElement>('#reading summary')?.focus();
  }

  /** The settings' contents are loaded when they are opened the first time. */
  toggled(isOpen: boolean): void {
    this.isOpen = isOpen;
    if (isOpen && !this.Panel)
      void import('../components/reading-settings-panel.tsx').then(({ ReadingPanel }) => {
        this.Panel = ReadingPanel;
        this.around.draw();
      });
  }

  goBack(): void {
    if (this.place === null) return;
    const there = document.getElementById(`c-${this.place}`);
    if (!there) return location.assign(this.around.placeOf(this.place));
    there.scrollIntoView({ block: 'start' });
    there.focus({ preventScroll: true });
  }
}

import {
  storedReadingSettings,
  storeReadingSettings,
  applyTextSize,
  type ReadingSettings,
} from '../components/reading-settings.ts';
import { readLocally } from '../components/local-storage.ts';
import type { ClientState } from '../components/thread-props.ts';

/** The part of the page that the reading controls need; `keepsPlace` says whether a reader comes back to it. */
export interface ReadingContext {
  readonly root: HTMLElement;
  readonly threadId: string;
  readonly keepsPlace: boolean;
  placeOf(id: string): string;
  draw(): void;
  calm(isCalm: boolean): void;
}

/** A reader's settings in this browser, and where they stopped the last time. */
export class ReadingControls {
  settings: ReadingSettings = storedReadingSettings();
  isOpen = false;
  Panel: ClientState['Panel'] = null;
  readonly place: string | null;

  constructor(private readonly context: ReadingContext) {
    this.place = (context.keepsPlace && readLocally<{ id: string }>(`place ${context.threadId}`)?.id) || null;
  }

  shown(): Pick<ClientState, 'settings' | 'isOpen' | 'place' | 'Panel'> {
    const { settings, isOpen, place, Panel } = this;
    return { settings, isOpen, place, Panel };
  }

  begin(): void {
    applyTextSize(this.settings);
  }

  set(change: Partial<ReadingSettings>): void {
    this.settings = { ...this.settings, ...change };
    storeReadingSettings(this.settings);
    if (change.calm !== undefined) this.context.calm(change.calm);
    this.context.draw();
  }

  open(): void {
    this.isOpen = true;
    this.context.draw();
    this.context.root.querySelector<HTMLElement>('#reading summary')?.focus();
  }

  /** The settings' contents are loaded when they are opened the first time. */
  toggled(isOpen: boolean): void {
    this.isOpen = isOpen;
    if (isOpen && !this.Panel)
      void import('./on-demand.ts').then(({ ReadingSettingsPanel: ReadingPanel }) => {
        this.Panel = ReadingPanel;
        this.context.draw();
      });
  }

  goBack(): void {
    if (this.place === null) return;
    const there = document.getElementById(`c-${this.place}`);
    if (!there) return location.assign(this.context.placeOf(this.place));
    there.scrollIntoView({ block: 'start' });
    there.focus({ preventScroll: true });
  }
}

import { firstInSight } from './viewport.ts';
import { storeLocally } from '../components/local-storage.ts';

const RESTING_MS = 400;

/** Stores the topmost visible comment once scrolling stops; the beginning of a thread is not stored. */
export function keepPlace(root: HTMLElement, threadId: string): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  addEventListener(
    'scroll',
    () => {
      clearTimeout(resting);
      resting = setTimeout(() => {
        const all = [...root.querySelectorAll<HTMLElement>('.comments .comment')];
        const top = firstInSight(all);
        if (top > 0) storeLocally(`place ${threadId}`, { id: all[top]!.id.slice('c-'.length) });
      }, RESTING_MS);
    },
    { passive: true },
  );
}

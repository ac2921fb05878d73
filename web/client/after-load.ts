import { putOnPaper } from './on-paper.ts';
import { followParts } from './phone-parts.ts';
import { keepPlace } from './reading-position.ts';
import { showKeptOrder, type OrderedPage } from './sort-order.ts';
import { beginVisit, sayTimes } from './visit.ts';

export { chooseOrder } from './sort-order.ts';

/** A live page as far as it is read. */
interface ReadPage extends OrderedPage {
  readonly root: HTMLElement;
  readonly keepsPlace: boolean;
  readonly now: () => number;
  placeOf(commentId: string): string;
  draw(): void;
}

/**
 * Loaded after the page is live, because nobody needs it to read or to write: relative times, the place and the order
 * that a reader keeps, links to comments elsewhere, paper. Returns how many comments came since the last visit.
 */
export function afterLoad(
  page: ReadPage,
  rewordTime: (at: string, text: string) => void,
): { count: number; at: string } | null {
  const { root, island, transcript } = page;
  putOnPaper(page);
  document.addEventListener('toggle', showMenu, true);
  if (page.keepsPlace) keepPlace(root, island.thread.id);
  if (!island.embed) followLinks((id) => page.placeOf(id));
  const [sayAgain, count] = [sayTimes(page, rewordTime), followParts()];
  const look = (): void => {
    sayAgain();
    count(transcript.thread ?? island.thread);
  };
  look();
  setInterval(look, 60_000);
  const watch = new MutationObserver(look);
  for (const drawn of [root, document.querySelector('#state')])
    if (drawn) watch.observe(drawn, { childList: true, subtree: true });
  void showKeptOrder(page).catch(() => undefined);
  return beginVisit(page);
}

/** Goes to the comment that the address names, now or later, where it is further on in the thread, or folded. */
function followLinks(placeOf: (commentId: string) => string): void {
  const follow = (): void => {
    const id = /^#c-([\da-f-]{36})$/.exec(location.hash)?.[1];
    if (id && !document.getElementById(`c-${id}`)) location.replace(placeOf(id));
  };
  follow();
  addEventListener('hashchange', follow);
}

/** Brings an opened menu into sight where the window, or the bar at the foot of a phone, cuts it off. */
function showMenu({ target }: Event): void {
  const menu = target as HTMLElement;
  if (menu.matches('details.menu[open]')) menu.querySelector('.panel')?.scrollIntoView({ block: 'nearest' });
}

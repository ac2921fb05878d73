/** Interval at which the visible queue is fetched again, in milliseconds, because other moderators decide meanwhile. */
const AGAIN_MS = 4_000;

/** Adds to the queue: keys, claims of the item in focus, and updates after decisions of others. */
export function takeOverQueue(): void {
  const queue = document.querySelector<HTMLElement>('#queue');
  if (!queue) return;
  document.addEventListener('keydown', (event) => onKey(event, queue));
  queue.addEventListener('focusin', (event) => claim((event.target as Element).closest<HTMLElement>('.item')));
  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh(queue);
  }, AGAIN_MS);
}

const items = (queue: HTMLElement): HTMLElement[] => [...queue.querySelectorAll<HTMLElement>('.item')];

function onKey(event: KeyboardEvent, queue: HTMLElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as Element).closest('input, textarea, select'))
    return;
  const all = items(queue);
  const at = all.findIndex((item) => item.contains(document.activeElement));
  const act = (name: string): HTMLElement | null | undefined =>
    all[at]?.querySelector<HTMLElement>(`[name=act][value=${name}]`);
  switch (event.key.toLowerCase()) {
    case 'j':
      return all[Math.min(all.length - 1, at + 1)]?.focus();
    case 'k':
      return all[Math.max(0, at - 1)]?.focus();
    case 'r':
      return act('release')?.click();
    case 'w': {
      const details = act('withhold')?.closest('details');
      if (!details) return;
      event.preventDefault();
      details.open = true;
      return details.querySelector<HTMLElement>('[name=reason]')?.focus();
    }
  }
}

let claimed = '';

/** A late moderator sees the badge; nothing is refused here. */
function claim(item: HTMLElement | null): void {
  const id = item?.dataset['id'] ?? '';
  if (id === '' || id === claimed) return;
  claimed = id;
  void fetch(`/api/v1/admin/${item!.dataset['kind']}/${id}/claim`, { method: 'PUT' }).catch(() => undefined);
}

/** Removes decided items and appends new ones; the item in use stays untouched. */
async function refresh(queue: HTMLElement): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector<HTMLElement>('#queue');
  if (!fresh) return;
  refreshBulk(queue, page);
  const now = new Map(items(fresh).map((item) => [item.id, item]));
  for (const item of items(queue)) {
    const other = now.get(item.id);
    now.delete(item.id);
    const isWorkedOn = item.contains(document.activeElement) || item.querySelector('details[open]') !== null;
    if (!other && !isWorkedOn) item.remove();
    else if (other && !isWorkedOn) item.replaceWith(other);
  }
  for (const item of now.values()) queue.append(item);
  const isEmpty = items(queue).length === 0;
  const nothing = queue.querySelector('.empty');
  if (!isEmpty) nothing?.remove();
  else if (!nothing) queue.append(...fresh.querySelectorAll('.empty'));
}

const boxes = (bulk: HTMLElement | null): HTMLElement[] => [
  ...(bulk?.querySelectorAll<HTMLElement>('[data-id]') ?? []),
];

/**
 * Takes out of the form of several what no longer waits and appends what came. Ticks and the typed reason stay. What
 * was ticked and is gone is named, because its moderator counted on it.
 */
function refreshBulk(queue: HTMLElement, page: Document): void {
  const bulk = document.querySelector<HTMLElement>('#bulk');
  const fresh = page.querySelector<HTMLElement>('#bulk');
  if (!bulk) {
    if (fresh) queue.after(fresh);
    return;
  }
  const gone = bulk.querySelector<HTMLElement>('#bulk-gone')!;
  if (fresh && !bulk.querySelector('button')) {
    fresh.querySelector('#bulk-gone')?.replaceWith(gone);
    bulk.replaceWith(fresh);
    return;
  }
  const now = new Map(boxes(fresh).map((box) => [box.dataset['id'], box]));
  for (const box of boxes(bulk)) {
    const id = box.dataset['id']!;
    const other = now.get(id);
    now.delete(id);
    // A ticked one stays as it was read, so that its moderator is told of an edit. A page has no form for one alone.
    const isUsed = box.querySelector('input:checked') !== null || box.contains(document.activeElement);
    if (other && !isUsed) box.replaceWith(other);
    else if (!other && (fresh || !page.querySelector(`.item[data-id="${id}"]`))) leave(gone, box);
  }
  (boxes(bulk).at(-1) ?? gone).after(...now.values());
  if (boxes(bulk).length > 0) return;
  if (gone.hidden) bulk.remove();
  else bulk.replaceChildren(gone);
}

/** Takes a box out of the form; one that was ticked is named above the others. */
function leave(gone: HTMLElement, box: HTMLElement): void {
  if (box.querySelector('input:checked')) {
    gone.append(gone.hidden ? ' ' : ' · ', ...box.querySelectorAll('span'));
    gone.hidden = false;
  }
  box.remove();
}

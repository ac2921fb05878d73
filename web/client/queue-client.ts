/** How often the visible queue is fetched again, in milliseconds, because other moderators decide meanwhile. */
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
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector<HTMLElement>('#queue');
  if (!fresh) return;
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

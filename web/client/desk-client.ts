import type { Socket } from 'socket.io-client';
import { pollWithoutConnection, liveSocket } from './live-socket.ts';

/** A part of a page that is fetched and drawn again whenever its thread changes; what is being typed stays. */
class LiveSection {
  private busy = false;
  private again = false;
  /** Counts the answers to own tries, which are newer than what was asked for before them. */
  private ownTries = 0;

  constructor(
    private readonly id: string,
    private readonly redrawn: () => void,
  ) {}

  get root(): HTMLElement {
    return document.getElementById(this.id)!;
  }

  /** One request at a time; a call meanwhile makes one more round. Retries until it is answered. */
  async look(): Promise<void> {
    this.again = true;
    if (this.busy) return;
    this.busy = true;
    while (this.again) {
      this.again = false;
      const { ownTries } = this;
      try {
        const response = await fetch(location.href, { headers: { accept: 'text/html' } });
        if (response.status >= 500) throw new Error(String(response.status));
        const html = await response.text();
        if (ownTries === this.ownTries) this.take(html);
        else this.again = true;
        this.showLost(false);
      } catch {
        this.again = true;
        this.showLost(true);
        await new Promise((resolve) => {
          setTimeout(resolve, 500 + Math.random() * 2_500);
        });
      }
    }
    this.busy = false;
  }

  take(html: string, isOwnTry = false): void {
    if (isOwnTry) this.ownTries += 1;
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(this.id);
    if (!fresh) return location.reload();
    if (this.isTyping()) {
      this.waiting = true;
      return;
    }
    const opened = new Set([...this.root.querySelectorAll('details[open][id]')].map(({ id }) => id));
    for (const each of fresh.querySelectorAll('details[id]')) if (opened.has(each.id)) each.setAttribute('open', '');
    // A refusal stays visible until the next attempt, so that a colleague's move does not remove it unread.
    const refused = isOwnTry ? null : this.root.querySelector('.refusal');
    if (refused && !fresh.querySelector('.refusal')) fresh.querySelector('h1')?.after(refused);
    const active = document.activeElement;
    const [holder, name] = [active?.closest('#desk [id]')?.id, active?.getAttribute('name')];
    this.root.replaceWith(document.adoptNode(fresh));
    // The focus stays where it was, in the field or on the card.
    if (holder)
      (
        document.querySelector<HTMLElement>(`#${holder} ${name ? `[name="${name}"]:not([type=hidden])` : ''}`.trim()) ??
        document.getElementById(holder)
      )?.focus();
    this.redrawn();
  }

  private waiting = false;

  private isTyping(): boolean {
    const field = document.activeElement;
    const holds =
      (field instanceof HTMLInputElement && field.type !== 'hidden') || field instanceof HTMLTextAreaElement;
    if (!holds || !this.root.contains(field) || field.value === '') return false;
    if (!this.waiting)
      field.addEventListener(
        'blur',
        () => {
          this.waiting = false;
          setTimeout(() => void this.look(), 300);
        },
        { once: true },
      );
    return true;
  }

  showLost(isLost: boolean): void {
    const line = this.root.querySelector<HTMLElement>('.lost');
    if (line) line.hidden = !isLost;
  }
}

/** Follows `thread` by the message `join`; what happened before the server took it is fetched right after. */
function connect(redrawn: LiveSection, join: string, threadId: string): Socket {
  const socket = liveSocket();
  const look = (): void => void redrawn.look();
  pollWithoutConnection(socket, () => redrawn.look());
  socket.on('connect', () => {
    socket.emit(join, { threadId }, look);
    redrawn.showLost(false);
  });
  socket.on('disconnect', () => redrawn.showLost(true));
  addEventListener('online', look);
  addEventListener('offline', () => redrawn.showLost(true));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  return socket;
}

/** The desk: every change is shown at once; forms are sent without leaving; J and K move, Enter takes. */
export function takeOverDesk(): void {
  const desk = document.getElementById('desk');
  if (!desk) return;
  const threadId = desk.dataset['thread']!;
  const redrawn = new LiveSection('desk', () => undefined);
  connect(redrawn, 'desk:join', threadId).on('desk:bell', () => void redrawn.look());
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!redrawn.root.contains(form)) return;
    event.preventDefault();
    const body = new URLSearchParams(
      [...new FormData(form)].map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : '']),
    );
    (document.activeElement as HTMLElement | null)?.blur();
    void fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } }).then(
      async (response) => redrawn.take(await response.text(), true),
      () => redrawn.showLost(true),
    );
  });
  document.addEventListener('keydown', (event) => {
    if (
      event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLTextAreaElement ||
      event.target instanceof HTMLSelectElement ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey
    )
      return;
    const cards = [...redrawn.root.querySelectorAll<HTMLElement>('[id^="q-"]')];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k')
      cards[Math.max(0, Math.min(cards.length - 1, at + (event.key === 'j' ? 1 : -1)))]?.focus();
    if (event.key === 't') (cards[at] ?? cards[0])?.querySelector<HTMLElement>('[data-act=taken]')?.click();
    if (event.key === 'w') unfold(redrawn.root.querySelector('details[id^="a-"]'));
    if (event.key === 'd') unfold((cards[at] ?? cards[0])?.querySelector('details[id^="m-"]') ?? null);
    if (event.key === 'b') redrawn.root.querySelector<HTMLElement>('.own-taken [data-act=open]')?.click();
    if (event.key === 'a') redrawn.root.querySelector<HTMLElement>('[data-act=answered]')?.click();
  });
}

/** Opens what a key asked for and focuses its first field; the key itself is not typed there. */
function unfold(details: HTMLDetailsElement | null): void {
  if (!details) return;
  details.open = true;
  setTimeout(() => details.querySelector<HTMLElement>('textarea, input:not([type=hidden])')?.focus(), 0);
}

/** The stage: follows its thread, counts readers, and shows a lost connection. */
export function takeOverStage(): void {
  const stage = document.getElementById('stage');
  if (!stage) return;
  const threadId = stage.dataset['thread']!;
  let readers = 0;
  const showReaders = (): void => {
    const line = redrawn.root.querySelector<HTMLElement>('.readers');
    const { readersOne, readersOther } = redrawn.root.dataset;
    const some = (readers === 1 ? readersOne : readersOther) ?? '';
    if (line) line.textContent = readers === 0 ? '' : some.replace('#', String(readers));
  };
  const redrawn = new LiveSection('stage', () => {
    showReaders();
    offerFullScreen();
  });
  showControlsOnMovement();
  const socket = connect(redrawn, 'thread:join', threadId);
  socket.on('thread:changes', () => void redrawn.look());
  socket.on('thread:presence', (presence: { readers: number }) => {
    readers = presence.readers;
    showReaders();
  });
}

/** How long the controls of a stage stay after the pointer has moved, in milliseconds. */
const RESTING_MS = 3_000;

/** Hides what is pressed until the pointer moves; F is the whole screen. */
function showControlsOnMovement(): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const showControls = (): void => {
    document.body.classList.remove('resting');
    clearTimeout(resting);
    resting = setTimeout(() => document.body.classList.add('resting'), RESTING_MS);
  };
  for (const type of ['pointermove', 'pointerdown', 'focusin']) document.addEventListener(type, showControls);
  showControls();
  offerFullScreen();
  document.addEventListener('keydown', ({ key }) => key === 'f' && changeFullScreen());
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-full]')) changeFullScreen();
  });
}

function offerFullScreen(): void {
  const button = document.querySelector<HTMLElement>('[data-full]');
  if (button) button.hidden = !document.fullscreenEnabled;
}

function changeFullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
    () => undefined,
  );
}

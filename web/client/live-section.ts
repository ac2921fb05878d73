import type { Socket } from 'socket.io-client';
import { carryDrafts, holdsDrafts } from './desk-drafts.ts';
import { joinRoom } from './join-room.ts';
import { pollWithoutConnection, liveSocket } from './live-socket.ts';

/** The answer to a form that was sent from this page. */
interface OwnTry {
  form: HTMLFormElement;
  isDone: boolean;
}

/** A part of a page that is fetched and drawn again whenever its thread changes; what is being typed stays. */
export class LiveSection {
  private busy = false;
  private again = false;
  /** Counts answers to this page's own forms; a page that was fetched before one of them is outdated. */
  private ownTries = 0;
  /** Forms that were sent and are not answered yet. */
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly id: string,
    private readonly redrawn: () => void,
  ) {
    this.waitForPresses();
  }

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
        // A form under way is answered first: what it holds is no draft, and what changed may be its own doing.
        await Promise.all(this.underWay);
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

  /** Draws nothing from `look` until what `send` does has ended. It must not reject. */
  async whileSending(send: () => Promise<void>): Promise<void> {
    const sent = send();
    this.underWay.add(sent);
    await sent;
    this.underWay.delete(sent);
  }

  /** Shows this page in place of the present one. What is typed and not sent stays. */
  take(html: string, ownTry: OwnTry | null = null): void {
    if (ownTry) this.ownTries += 1;
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(this.id);
    if (!fresh) return this.leave();
    if (!ownTry && this.isPressed) {
      this.isMissed = true;
      return;
    }
    if (!ownTry && this.isTyping()) {
      this.waiting = true;
      return;
    }
    const opened = new Set([...this.root.querySelectorAll('details[open][id]')].map(({ id }) => id));
    if (ownTry?.isDone) opened.delete(ownTry.form.closest('details')?.id ?? '');
    for (const each of fresh.querySelectorAll('details[id]')) if (opened.has(each.id)) each.setAttribute('open', '');
    // A refusal stays visible until the next attempt, so that a colleague's move does not remove it unread.
    const refused = ownTry ? null : this.root.querySelector('h1 ~ .refusal');
    if (refused && !fresh.querySelector('.refusal')) fresh.querySelector('h1')?.after(refused);
    carryDrafts(this.root, fresh, ownTry?.form ?? null);
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

  /** Another page answers here now, such as one that asks to sign in. What is typed would not survive it. */
  private leave(): void {
    if (holdsDrafts(this.root)) this.showLost(true);
    else location.reload();
  }

  private isPressed = false;
  /** Whether a change was left out during a press. */
  private isMissed = false;

  /** Draws nothing between a press and its release: on what was drawn anew meanwhile it would be no click. */
  private waitForPresses(): void {
    document.addEventListener('pointerdown', ({ target }) => {
      this.isPressed = target instanceof Node && this.root.contains(target);
    });
    for (const end of ['pointerup', 'pointercancel'])
      document.addEventListener(end, () => {
        // The click comes after its release.
        setTimeout(() => {
          this.isPressed = false;
          if (!this.isMissed) return;
          this.isMissed = false;
          void this.look();
        });
      });
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
export function connect(redrawn: LiveSection, join: string, threadId: string): Socket {
  const socket = liveSocket();
  const look = (): void => void redrawn.look();
  pollWithoutConnection(socket, () => redrawn.look());
  socket.on('connect', () => {
    joinRoom(socket, join, threadId, look);
    redrawn.showLost(false);
  });
  socket.on('disconnect', () => redrawn.showLost(true));
  addEventListener('online', look);
  addEventListener('offline', () => redrawn.showLost(true));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look());
  return socket;
}

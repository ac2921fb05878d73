import { sameLabel, type Label } from './label.ts';
import type { Numbers } from './numbers.ts';

/** What one question to the database has brought, and the snapshot it was brought from. */
export interface Brought<T> { readonly value: T; readonly label: Label }

/** Answers kept for those who ask the same a moment later. */
const KEPT = 1_000;

/**
 * Identical questions about a thread share one query: while it is under way, and afterwards for as long as the number
 * of its snapshot is the confirmed one. A question that began before the last bell is not shared with whoever comes after it.
 */
export class Sharing<T> {
  private readonly underWay = new Map<string, Promise<Brought<T>>>();
  private readonly kept = new Map<string, Brought<T>>();

  /** `isKept`: whether an answer may be given again; one that says "you are ahead of me" must be asked for each time. */
  constructor(private readonly numbers: Pick<Numbers, 'confirmed' | 'asked' | 'confirm'>, private readonly isKept: (value: T) => boolean = () => true) {}

  async ask(threadId: string, question: string, bring: () => Promise<Brought<T>>): Promise<Brought<T>> {
    const key = `${threadId} ${question}`;
    const known = this.kept.get(key);
    const confirmed = known && this.numbers.confirmed(threadId);
    if (known && confirmed && sameLabel(confirmed, known.label)) return known;
    const asked = this.numbers.asked(threadId);
    const shared = `${key} ${asked.doubts}`;
    const running = this.underWay.get(shared);
    if (running) return running;
    const asking = bring().then((brought) => {
      this.numbers.confirm(brought.label, asked);
      if (this.isKept(brought.value)) this.keep(key, brought);
      return brought;
    }).finally(() => this.underWay.delete(shared));
    this.underWay.set(shared, asking);
    return asking;
  }

  private keep(key: string, brought: Brought<T>): void {
    this.kept.delete(key);
    this.kept.set(key, brought);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
  }
}

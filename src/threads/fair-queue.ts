/**
 * A queue with turns: accounts are served one after the other, so that an account with a hundred writes delays nobody.
 * Within an account the order of arrival stays.
 */
export class FairQueue<Item> {
  /** Accounts in the order of their turn, each with at least one item. */
  private readonly byAccount = new Map<string, Item[]>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  waitingFrom(account: string): number {
    return this.byAccount.get(account)?.length ?? 0;
  }

  push(account: string, item: Item): void {
    const items = this.byAccount.get(account);
    if (items) items.push(item);
    else this.byAccount.set(account, [item]);
    this.count += 1;
  }

  /** The next item, which stays in the queue. */
  first(): Item | undefined {
    for (const [item] of this.byAccount.values()) return item;
    return undefined;
  }

  /**
   * Takes at most `limit` items, one from each account in turn. An account whose next item may not be taken keeps its
   * turn, and the others go on.
   */
  take(limit: number, mayTake: (item: Item) => boolean = () => true): Item[] {
    const taken: Item[] = [];
    // An account that still has items moves to the end, where this loop meets it again.
    for (const [account, items] of this.byAccount) {
      if (taken.length >= limit) break;
      if (!mayTake(items[0]!)) continue;
      taken.push(items.shift()!);
      this.byAccount.delete(account);
      if (items.length > 0) this.byAccount.set(account, items);
    }
    this.count -= taken.length;
    return taken;
  }

  /** Takes late items from the front of each account. */
  takeLate(isLate: (item: Item) => boolean): Item[] {
    const late: Item[] = [];
    for (const [account, items] of this.byAccount) {
      while (items.length > 0 && isLate(items[0]!)) late.push(items.shift()!);
      if (items.length === 0) this.byAccount.delete(account);
    }
    this.count -= late.length;
    return late;
  }
}

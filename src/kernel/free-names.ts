import { isUuid } from './ids.ts';

/**
 * Gives out names that are not taken yet: the wanted one, or the first free one with a number behind it. Remembers how
 * far it has counted for each name, so that a thousand equal titles cost a thousand steps and not a million.
 */
export class FreeNames {
  private readonly taken: Set<string>;
  private readonly next = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  claim(wanted: string): string {
    let name = wanted;
    let number = this.next.get(wanted) ?? 2;
    while (this.taken.has(name)) {
      name = `${wanted}-${number}`;
      number += 1;
    }
    this.next.set(wanted, number);
    this.taken.add(name);
    return name;
  }
}

/** A slug that no id can be mistaken for: slugs are accepted wherever an id is. */
export const unlikeId = (slug: string, prefix: string): string => (isUuid(slug) ? `${prefix}-${slug}` : slug);

import { isUuid } from './ids.ts';

/**
 * Gives out names that are not taken: the wanted one, or the first free one with a number behind it. Remembers the last
 * number of each name, so that a thousand equal titles take a thousand steps and not a million.
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

/** Changes a slug that has the form of an id, because slugs are accepted wherever an id is. */
export const unlikeId = (slug: string, prefix: string): string => (isUuid(slug) ? `${prefix}-${slug}` : slug);

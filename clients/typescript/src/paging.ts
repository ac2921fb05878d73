/** One page of a list; `next` is the cursor of the next one. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Each item of a list, page by page: a page is asked for when its first item is. */
export async function* itemsOf<Item>(ask: (cursor: string | null) => Promise<Page<Item>>): AsyncGenerator<Item> {
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await ask(cursor);
    yield* page.items;
    cursor = page.next;
  } while (cursor !== null);
}

import type { CommentLoader } from './comment-loader.ts';
import type { Island } from './thread-island.ts';
import type { CommentList } from '../components/comment-list.ts';
import { readLocally, storeLocally } from '../components/local-storage.ts';
import type { SortOrder } from '../components/shapes.ts';
import type { TranscriptClient } from '../components/transcript-client.ts';

/** The part of a live page that an order changes. */
export interface OrderedPage {
  readonly island: Island;
  readonly transcript: TranscriptClient;
  readonly comments: CommentList;
  readonly loader: CommentLoader;
  refresh(): void;
}

const NAME = 'order';

/** Shows the discussion in another order where it is, and keeps the order for all threads in this browser. */
export async function chooseOrder(page: OrderedPage, sort: SortOrder): Promise<void> {
  storeLocally(NAME, { sort });
  const { island } = page;
  const at = `sort=${sort}`;
  // A later page, and a comment on its own, are parts of the thread: the whole of it is another page.
  if (island.branch || island.cursor) return location.assign(`${island.here}?${at}#discussion`);
  await reorder(page, sort);
  island.at = at;
  history.replaceState(history.state, '', `?${at}${location.hash}`);
  document.querySelector('#discussion')?.scrollIntoView();
}

/** Shows the order that this browser keeps, unless the address names another or a comment. */
export async function showKeptOrder(page: OrderedPage): Promise<void> {
  const sort = readLocally<{ sort: SortOrder }>(NAME)?.sort;
  const { island } = page;
  const isPlain = location.search === '' && !location.hash.startsWith('#c-') && !island.embed;
  if (sort && sort !== island.sort && isPlain) await reorder(page, sort);
}

async function reorder(page: OrderedPage, sort: SortOrder): Promise<void> {
  const { island, transcript, comments, loader } = page;
  const loaded = await loader.begin(sort);
  island.sort = sort;
  comments.sort = sort;
  transcript.extend(loaded);
  comments.begin([loaded]);
  page.refresh();
}

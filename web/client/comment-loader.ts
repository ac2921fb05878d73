import { api } from './api.ts';
import type { CommentShape, CommentsPageShape, SortOrder } from '../components/shapes.ts';

const PAGE = 50;

/** Loads what a thread shows: the opened pages, what is above it, the rest of a branch. */
export class CommentLoader {
  private pages = 1;

  constructor(
    private readonly threadId: string,
    private readonly sort: SortOrder,
  ) {}

  /** Loads one more page. */
  async more(cursor: string | null): Promise<CommentsPageShape> {
    const page = await this.page(cursor);
    this.pages += 1;
    return page;
  }

  async all(): Promise<CommentsPageShape[]> {
    const pages = [await this.page(null)];
    while (pages.length < this.pages && pages.at(-1)!.next !== null) pages.push(await this.page(pages.at(-1)!.next));
    return pages;
  }

  /** Questions and the announcement are shown above a thread wherever they are in it. */
  async aside(announcementId: string | null): Promise<CommentShape[]> {
    const { items } = await api.get<CommentsPageShape>(
      `/threads/${this.threadId}/comments?kind=question&sort=top&limit=100`,
    );
    return announcementId === null ? items : [...items, await api.get<CommentShape>(`/comments/${announcementId}`)];
  }

  /** Loads all replies to a comment, page by page. */
  async replies(id: string, take: (replies: CommentShape[]) => void): Promise<void> {
    let next: string | null = '';
    while (next !== null) {
      const page: { items: CommentShape[]; next: string | null } = await api.get(
        `/comments/${id}/replies?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`,
      );
      take(page.items);
      next = page.next;
    }
  }

  private page(cursor: string | null): Promise<CommentsPageShape> {
    const query = new URLSearchParams({ sort: this.sort, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
    return api.get(`/threads/${this.threadId}/comments?${query.toString()}`);
  }
}

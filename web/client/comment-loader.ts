import { api } from './api.ts';
import type { Comment, CommentsPage, Sort } from '../components/shapes.ts';

const PAGE = 50;

/** Loads what a thread shows: the opened pages, what is above it, the rest of a branch. */
export class CommentLoader {
  private pages = 1;

  constructor(
    private readonly threadId: string,
    private readonly sort: Sort,
  ) {}

  /** Loads one more page. */
  async more(cursor: string | null): Promise<CommentsPage> {
    const page = await this.page(cursor);
    this.pages += 1;
    return page;
  }

  async all(): Promise<CommentsPage[]> {
    const pages = [await this.page(null)];
    while (pages.length < this.pages && pages.at(-1)!.next !== null) pages.push(await this.page(pages.at(-1)!.next));
    return pages;
  }

  /** Questions and the announcement are shown above a thread wherever they are in it. */
  async aside(announcementId: string | null): Promise<Comment[]> {
    const { items } = await api.get<CommentsPage>(
      `/threads/${this.threadId}/comments?kind=question&sort=top&limit=100`,
    );
    return announcementId === null ? items : [...items, await api.get<Comment>(`/comments/${announcementId}`)];
  }

  /** Loads all replies to a comment, page by page. */
  async replies(id: string, take: (replies: Comment[]) => void): Promise<void> {
    let next: string | null = '';
    while (next !== null) {
      const page: { items: Comment[]; next: string | null } = await api.get(
        `/comments/${id}/replies?limit=100${next && `&cursor=${encodeURIComponent(next)}`}`,
      );
      take(page.items);
      next = page.next;
    }
  }

  private page(cursor: string | null): Promise<CommentsPage> {
    const query = new URLSearchParams({ sort: this.sort, limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
    return api.get(`/threads/${this.threadId}/comments?${query.toString()}`);
  }
}

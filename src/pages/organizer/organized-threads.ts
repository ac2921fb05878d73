import { Injectable } from '@nestjs/common';
import type { ThreadShape } from '../../../web/components/shapes.ts';
import type { ThreadChoice } from '../../../web/pages/organize-props.ts';
import { byKey } from '../../kernel/by-key.ts';
import { foldedWords } from '../../kernel/search-words.ts';
import { stateOf } from '../../threads/thread.policy.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { threadVersion, toThreadView } from '../../threads/thread.view.ts';

/** Most threads on one page of the list. */
const PAGE = 50;
/** Most characters of a search. */
const WORDS_AT_MOST = 200;

/** Lists the threads of a conference for its organizers, by latest contribution, filtered and counted. */
@Injectable()
export class OrganizedThreads {
  constructor(private readonly threadsQueries: ThreadsQueries) {}

  /** By the query fields `q`, `state` and `page`; other values are ignored. */
  async choose(conferenceId: string, asked: Record<string, unknown>): Promise<ThreadChoice> {
    const { q, state } = wantedIn(asked);
    const all = (await this.threadsQueries.listTitles(conferenceId)).map(({ lockedAt, ...thread }) => ({
      ...thread,
      state: stateOf(thread.state, lockedAt),
    }));
    const words = foldedWords(q).split(' ');
    const named = all.filter(({ title }) => words.every((word) => foldedWords(title).includes(word)));
    const found = state === '' ? named : named.filter((thread) => thread.state === state);
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const page = Math.min(pages, pageIn(asked));
    const ids = found.slice((page - 1) * PAGE, page * PAGE).map(({ id }) => id);
    const rows = byKey(await this.threadsQueries.listByIds(ids), ({ id }) => id);
    return {
      items: ids.flatMap((id) => {
        const row = rows.get(id);
        const view = row && toThreadView(row);
        return view ? [{ ...(view as ThreadShape), version: threadVersion(view) }] : [];
      }),
      total: all.length,
      found: found.length,
      first: (page - 1) * PAGE + 1,
      page,
      pages,
      chosen: { q, state },
      states: countsOf(named),
      talks: all.flatMap(({ talkId, title }) => (talkId === null ? [] : [{ talkId, title }])),
    };
  }
}

/** The query of a page of the list; empty for its beginning. */
export function listQueryOf(asked: Record<string, unknown>): string {
  const page = pageIn(asked);
  const filled = Object.entries({ ...wantedIn(asked), page: page > 1 ? String(page) : '' }).filter(
    ([, value]) => value !== '',
  );
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled).toString()}#threads`;
}

function wantedIn({ q, state }: Record<string, unknown>): { q: string; state: string } {
  return {
    q: typeof q === 'string' ? q.trim().slice(0, WORDS_AT_MOST) : '',
    state: typeof state === 'string' && /^[a-z]{1,20}$/.test(state) ? state : '',
  };
}

function pageIn({ page }: Record<string, unknown>): number {
  return typeof page === 'string' && /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1;
}

function countsOf(threads: readonly { state: string }[]): { state: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { state } of threads) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => ({ state, count }));
}

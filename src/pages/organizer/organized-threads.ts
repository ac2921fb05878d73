import { Injectable } from '@nestjs/common';
import type { ThreadShape } from '../../../web/components/shapes.ts';
import { pageField, queryOf } from '../../../web/pages/list-part.tsx';
import type { OrganizedThread, ThreadChoice } from '../../../web/pages/organize-props.ts';
import { byKey } from '../../kernel/by-key.ts';
import { foldedWords } from '../../kernel/search-words.ts';
import { stateOf } from '../../threads/thread.policy.ts';
import { ThreadsQueries } from '../../threads/threads.queries.ts';
import { threadVersion, toThreadView, type ThreadView } from '../../threads/thread.view.ts';
import { typedInstant } from '../typed-instant.ts';
import { choiceIn, countsOf, holdsWords, listPart, pageNumberIn, wordsIn } from './list-part.ts';

/** Lists the threads of a conference for its organizers, by latest contribution, filtered and counted. */
@Injectable()
export class OrganizedThreads {
  constructor(private readonly threadsQueries: ThreadsQueries) {}

  /** Whether a discussion of the conference has this title, whatever its case and accents. */
  async hasTitle(conferenceId: string, title: string): Promise<boolean> {
    const wanted = foldedWords(title);
    return (await this.threadsQueries.listTitles(conferenceId)).some((thread) => foldedWords(thread.title) === wanted);
  }

  /** By the query fields `q`, `state` and `page`; other values are ignored. */
  async choose(
    { id: conferenceId, timeZone }: { id: string; timeZone: string },
    asked: Record<string, unknown>,
  ): Promise<ThreadChoice> {
    const { q, state } = wantedIn(asked);
    const all = (await this.threadsQueries.listTitles(conferenceId)).map(({ lockedAt, ...thread }) => ({
      ...thread,
      state: stateOf(thread.state, lockedAt),
    }));
    const isNamed = holdsWords(q);
    const named = all.filter(({ title }) => isNamed(title));
    const found = state === '' ? named : named.filter((thread) => thread.state === state);
    const part = listPart(found, all.length, pageNumberIn(asked['page']));
    const ids = part.items.map(({ id }) => id);
    const rows = byKey(await this.threadsQueries.listByIds(ids), ({ id }) => id);
    return {
      ...part,
      items: ids.flatMap((id) => {
        const row = rows.get(id);
        const view = row && toThreadView(row);
        return view
          ? [{ ...(view as ThreadShape), version: threadVersion(view), typed: typedTimes(view, timeZone) }]
          : [];
      }),
      chosen: { q, state },
      states: countsOf(named.map((thread) => thread.state)),
      talks: all.flatMap(({ talkId, title }) => (talkId === null ? [] : [{ talkId, title }])),
    };
  }
}

/** The times of a thread as fields show them. */
const typedTimes = ({ phases, slowMode }: ThreadView, zone: string): OrganizedThread['typed'] => ({
  opensAt: typedInstant(zone, phases.opensAt),
  readonlyAt: typedInstant(zone, phases.readonlyAt),
  archivedAt: typedInstant(zone, phases.archivedAt),
  slowUntil: slowMode?.until ? typedInstant(zone, slowMode.until) : '',
});

/** The query of a page of the list of threads; empty for its beginning. */
export const threadsQueryOf = (asked: Record<string, unknown>): string =>
  queryOf({ ...wantedIn(asked), page: pageField(pageNumberIn(asked['page'])) });

const wantedIn = ({ q, state }: Record<string, unknown>): { q: string; state: string } => ({
  q: wordsIn(q),
  state: choiceIn(state),
});

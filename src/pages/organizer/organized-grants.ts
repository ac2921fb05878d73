import { Injectable } from '@nestjs/common';
import { pageField, queryOf } from '../../../web/pages/list-part.tsx';
import type { GrantChoice } from '../../../web/pages/organize-props.ts';
import { GrantsQueries } from '../../accounts/grants.queries.ts';
import { choiceIn, countsOf, holdsWords, listPart, pageNumberIn, wordsIn } from './list-part.ts';

/** Lists the grants of a conference for its organizers, filtered and counted. */
@Injectable()
export class OrganizedGrants {
  constructor(private readonly grantsQueries: GrantsQueries) {}

  /** By the query fields `who`, `role` and `rights`, which is the number of the page; other values are ignored. */
  async choose(conferenceId: string, asked: Record<string, unknown>): Promise<GrantChoice> {
    const chosen = wantedIn(asked);
    const all = await this.grantsQueries.listAllIn(conferenceId);
    const isNamed = holdsWords(chosen.who);
    const named = chosen.who === '' ? all : all.filter(({ name }) => name !== null && isNamed(name));
    const found = chosen.role === '' ? named : named.filter(({ role }) => role === chosen.role);
    return {
      ...listPart(found, all.length, pageNumberIn(asked['rights'])),
      chosen,
      roles: countsOf(named.map(({ role }) => role)),
    };
  }

  /** Nothing to see, for those who may not take rights back. */
  static none(): GrantChoice {
    return { ...listPart([], 0, 1), chosen: { who: '', role: '' }, roles: [] };
  }
}

/** The query of a page of the list of grants; empty for its beginning. */
export const grantsQueryOf = (asked: Record<string, unknown>): string =>
  queryOf({ ...wantedIn(asked), rights: pageField(pageNumberIn(asked['rights'])) });

const wantedIn = ({ who, role }: Record<string, unknown>): { who: string; role: string } => ({
  who: wordsIn(who),
  role: choiceIn(role),
});

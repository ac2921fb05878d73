import type { ProgrammeChoice } from '../../../web/pages/organized-address.ts';
import { isDay } from '../../kernel/zone.ts';
import { cursorIn, type PageQuery } from '../page-query.ts';
import { pageNumberIn, wordsIn } from './list-part.ts';

/** The part of the programme that a query asks for; the list from its beginning for anything unknown. */
export function programmeChoiceIn(query: PageQuery): ProgrammeChoice {
  const { q, layout, day, rooms } = query;
  const isGrid = layout === 'grid';
  return {
    q: isGrid ? '' : wordsIn(q),
    cursor: isGrid ? '' : (cursorIn(query) ?? ''),
    layout: isGrid ? 'grid' : 'list',
    day: isGrid && typeof day === 'string' && isDay(day) ? day : '',
    rooms: isGrid ? pageNumberIn(rooms) : 1,
  };
}

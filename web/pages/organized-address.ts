/** The part of the programme that organizers see; empty values are left out of addresses. */
export interface ProgrammeChoice {
  /** The words that are searched for in the list. */
  q: string;
  /** The cursor of the next rows. */
  cursor: string;
  layout: 'list' | 'grid';
  /** The day of the grid. */
  day: string;
  /** The number of the rooms that the grid shows, in groups, from 1. */
  rooms: number;
}

/** The address of the organizers' programme as it is chosen; `edit` is the talk whose form is open. */
export function organizedProgramme(slug: string, choice: ProgrammeChoice, edit?: string): string {
  const part = `/organize/${encodeURIComponent(slug)}/programme${programmeQuery(choice, edit)}`;
  return edit === undefined ? part : `${part}#${placeOf(edit)}`;
}

/**
 * The address to which the form of a talk is sent, to be saved or previewed, so that the same part of the programme
 * answers.
 */
export const talkAction = (slug: string, choice: ProgrammeChoice, id: string, act: '' | '/preview' = ''): string =>
  `/organize/${encodeURIComponent(slug)}/programme/${id}${act}${programmeQuery(choice, id)}#${placeOf(id)}`;

/** The id of the row or the form of a talk. */
export const placeOf = (talkId: string): string => `talk-${talkId}`;

function programmeQuery({ q, cursor, layout, day, rooms }: ProgrammeChoice, edit = ''): string {
  const isGrid = layout === 'grid';
  const fields = {
    layout: isGrid ? layout : '',
    day: isGrid ? day : '',
    rooms: isGrid && rooms > 1 ? String(rooms) : '',
    q,
    cursor,
    edit,
  };
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString();
  return query === '' ? '' : `?${query}`;
}

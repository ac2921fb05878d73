/** The kinds of columns of a sheet, in the order in which organizers choose. */
export const COLUMN_KINDS = [
  'title',
  'subtitle',
  'speakers',
  'firstName',
  'lastName',
  'bio',
  'email',
  'date',
  'start',
  'end',
  'duration',
  'room',
  'track',
  'abstract',
  'language',
  'id',
  'url',
  'status',
  'doNotRecord',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

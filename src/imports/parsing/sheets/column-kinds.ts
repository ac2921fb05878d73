/** What a column of a sheet holds. */
export const COLUMN_KINDS = [
  'title',
  'subtitle',
  'speakers',
  'firstName',
  'lastName',
  'bio',
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
  'email',
  'doNotRecord',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

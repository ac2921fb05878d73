/** A row with its times as ISO 8601. */
export const withTimesAsText = <Row extends object>(row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      (value as unknown) instanceof Date ? (value as Date).toISOString() : (value as unknown),
    ]),
  ) as Row;

/**
 * The value of a key that came from outside; undefined where the record has none. Without this, `constructor` would be
 * found in every record, because each object inherits it.
 */
export const ownValue = <Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

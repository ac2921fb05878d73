/** Parts of a document that hold values, in which a field called `properties` describes nothing. */
const VALUES: ReadonlySet<string> = new Set(['example', 'examples', 'const', 'default', 'enum']);

/** At least ten characters that end as a sentence. */
const SENTENCE = /^\S.{8,}\.$/s;

/** The fields of all schemas below a part of a document that say in no sentence what they are, by their places. */
export function silentFields(part: unknown, at = ''): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const fields = ('properties' in part ? part.properties : {}) as Record<string, { description?: string }>;
  const silent = Object.entries(fields).filter(([, { description = '' }]) => !SENTENCE.test(description));
  const below = Object.entries(part).filter(([name]) => !VALUES.has(name));
  return [
    ...silent.map(([name]) => `${at}/properties/${name}`),
    ...below.flatMap(([name, each]) => silentFields(each, `${at}/${name}`)),
  ];
}
